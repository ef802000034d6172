"""What must be remembered: votes and counters, in SQLite or PostgreSQL. No message text, no user id."""
