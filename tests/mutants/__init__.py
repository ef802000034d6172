"""Limber broken on purpose, one thing at a time: a test that guards the thing must fail."""
