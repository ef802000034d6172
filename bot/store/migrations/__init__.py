"""How the tables came to be, step by step. A step is written by hand; a test shows where it and `tables.py` differ."""
