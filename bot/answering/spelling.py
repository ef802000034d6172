"""Words nobody has written down yet, read as the nearest known ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters a word needs before it is corrected: three letters are a different word as often as a slip."""

MOST_UNKNOWN = 40
"""Different unknown words that are looked up in one message: more are no slips, and each look-up costs 0.5 ms."""

EDGE = 2
"""Letters at either end of which one end has to be right; one letter in words under six. Two slips, one at either end,
are not forgiven: that is rare, and looking through every word costs eight times as much."""

NEAREST = 3
"""Known words that an unknown one may stand for, each weighted by its nearness."""


class Speller:
    """Maps words outside `vocabulary` to near ones inside, with a weight from 0 to 1 (1 = the same word).

    One slip (a letter wrong, lost, added or swapped with its neighbour) is forgiven from four letters,
    two from eight.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(vocabulary)
        self._by_edge: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1 and word.isalpha():
                for edge in (*_edges(word, 1), *_edges(word, EDGE)):
                    self._by_edge[len(word), *edge].append(word)
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
        alike = process.extract(word, self._alike(word, slips), scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = [(found, 1.0 - distance / (len(word) + 1)) for found, distance, _ in alike]
        near.sort(key=lambda pair: (-pair[1], pair[0][0] != word[0], pair[0]))
        return tuple(near[:NEAREST]) or self._split(word)

    def _alike(self, word: str, slips: int) -> tuple[str, ...]:
        """Return known words of about the same length that begin or end alike: one slip cannot touch both ends."""
        edges = _edges(word, EDGE if len(word) >= 3 * EDGE else 1)
        lengths = range(len(word) - slips, len(word) + slips + 1)
        found = (self._by_edge.get((length, *edge), ()) for length in lengths for edge in edges)
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def _split(self, word: str) -> tuple[tuple[str, float], ...]:
        """Read two words that were typed without the space between them."""
        for cut in range(len(word) - 3, 2, -1):
            left, right = word[:cut], word[cut:]
            if left in self._known and right in self._known:
                return ((f"{left} {right}", 0.9),)
        return ()


def _edges(word: str, letters: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return how a word begins and how it ends."""
    return (word[:letters], ""), ("", word[-letters:])
