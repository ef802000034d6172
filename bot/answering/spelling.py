"""Words nobody has written down yet, read as the nearest known ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters a word needs before it is corrected: three letters are a different word as often as a slip."""

MOST_UNKNOWN = 40
"""Different unknown words that are looked up in one message: more are no slips, and each look-up costs 0.5 ms."""

NEAREST = 3
"""Known words that an unknown one may stand for, each weighted by its nearness."""


class Speller:
    """Maps words outside `vocabulary` to near ones inside, with a weight from 0 to 1 (1 = the same word).

    One slip (a letter wrong, lost, added or swapped with its neighbour) is forgiven from four letters,
    two from eight.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1 and word.isalpha():
                self._by_length[len(word)].append(word)
        self.readings = lru_cache(maxsize=4096)(self._readings)

    def __reduce__(self) -> tuple[type[Speller], tuple[frozenset[str]]]:
        """Pickle as the vocabulary alone: the memory of readings is nobody's business."""
        return Speller, (self._known,)

    def __contains__(self, word: str) -> bool:
        """Return whether the word is known as it stands."""
        return word in self._known

    def worth_reading(self, spoken: Iterable[str]) -> frozenset[str]:
        """Return the words of a message that may be looked up: all known ones and the first unknown ones."""
        unknown: dict[str, None] = {}
        known = set()
        for word in spoken:
            if word in self._known:
                known.add(word)
            elif len(unknown) < MOST_UNKNOWN:
                unknown[word] = None
        return frozenset(known).union(unknown)

    def _readings(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return known words that `word` may stand for, best first; none when it is like no other."""
        if word in self._known:
            return ((word, 1.0),)
        if len(word) < SHORTEST or len(word) > 24 or not word.isalpha():
            return ()
        slips = 2 if len(word) >= 8 else 1
        near: list[tuple[str, float]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            choices = self._by_length.get(length, ())
            for found, distance, _ in process.extract(
                word, choices, scorer=OSA.distance, score_cutoff=slips, limit=NEAREST
            ):
                near.append((found, 1.0 - distance / (len(word) + 1)))
        near.sort(key=lambda pair: (-pair[1], pair[0][0] != word[0], pair[0]))
        return tuple(near[:NEAREST]) or self._split(word)

    def _split(self, word: str) -> tuple[tuple[str, float], ...]:
        """Read two words that were typed without the space between them."""
        for cut in range(len(word) - 3, 2, -1):
            left, right = word[:cut], word[cut:]
            if left in self._known and right in self._known:
                return ((f"{left} {right}", 0.9),)
        return ()
