"""A build step: poses become pictures in knowledge/pictures/. Only here are resvg and Pillow imported."""
