"""A question becomes an answer: text, screening, matching, answer. Pure."""
