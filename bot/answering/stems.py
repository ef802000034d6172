"""Word stems: `stretching`, `stretches` and `stretched` are one word to Limber."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a lower-case word."""
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed
