"""Limber beside other ways to match a question to a topic: the same phrasings, the same questions, one run."""
