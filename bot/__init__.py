"""Limber: answers to back-pain questions from what a clinic has written down and signed."""
