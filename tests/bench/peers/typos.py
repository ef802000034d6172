"""Typos put into questions: seeded, so that every peer and every run meets the same ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import count
from string import ascii_lowercase

SEED = 5
EVERY = 4
"""One edit in every fourth word of four letters or more, counted through the whole set."""

_LONG_WORD = re.compile(r"[A-Za-z]{4,}")


def misspelt(texts: Sequence[str]) -> list[str]:
    """Return the texts with typos put in."""
    chance, places = random.Random(SEED), count(1)  # noqa: S311 - a measure must repeat, not surprise
    return [_LONG_WORD.sub(lambda word: _perhaps(word.group(), places, chance), text) for text in texts]


def _perhaps(word: str, places: Iterator[int], chance: random.Random) -> str:
    return word if next(places) % EVERY else edited(word, chance)


def edited(word: str, chance: random.Random) -> str:
    """Return the word with one slip: letters exchanged, one left out, doubled or wrong; never unchanged."""
    while True:
        at = chance.randrange(len(word) - 1)
        a, b = word[at], word[at + 1]
        slip = chance.choice((b + a, b, a + a + b, chance.choice(ascii_lowercase) + b))
        if slip != a + b:
            return word[:at] + slip + word[at + 2 :]
