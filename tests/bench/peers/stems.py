"""English words as Snowball stems, stop words left out: what two of the peers compare."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import bm25s  # type: ignore[import-not-found]  # installed in .venv-peers alone
import snowballstemmer

STOP_WORDS = "english"
"""The 33 words bm25s leaves out by default. scikit-learn's 318 hold "back" and "bottom", which here are the matter."""


def stems(texts: Sequence[str]) -> list[list[str]]:
    """Return the stems of every text."""
    found: list[list[str]] = bm25s.tokenize(
        list(texts), stopwords=STOP_WORDS, stemmer=_stemmer().stemWords, return_ids=False, show_progress=False
    )
    return found


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
