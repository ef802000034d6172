"""A face: Limber on a Discord server."""
