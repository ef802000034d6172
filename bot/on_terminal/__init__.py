"""A face: Limber in a terminal. No token, no network."""
