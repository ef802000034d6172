"""Limber: answers to back-pain questions from what a clinic has written down and signed."""

import os

# Read when numpy is loaded. Our matrices are small: shared out among threads that wait for one another, an index took
# ten times as long on a busy machine, and each thread costs a bot that never needs it some megabytes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
