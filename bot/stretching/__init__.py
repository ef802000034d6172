"""Which stretches suit whom. Pure."""
