"""Words nobody has written down yet, read as the nearest known ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from weakref import proxy

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.text import Words
from bot.answering.tuning import TUNING

LONGEST_WORD = 24
"""Letters from which a word is no slip of an English one."""

MOST_UNKNOWN = 40
"""Different unknown words that are looked up in one message: more are no slips, and each look-up costs 0.5 ms."""

Readings = Mapping[str, Words]
"""For each word of a message, the known words it may stand for, the nearest first; none for a word like no other."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`known` words are never corrected; `common` ones, all of them known, are what a slip may have meant.

    `everyday`: the commonest words of English, by which it is told from other languages.
    """

    known: frozenset[str]
    common: frozenset[str]
    everyday: frozenset[str] = frozenset()


class Speller:
    """Reads words outside a vocabulary as near ones inside.

    One slip (a letter wrong, lost, added or swapped with its neighbour) is forgiven from `shortest_slip` letters, two
    from `two_slips_from`.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known = vocabulary.known
        self._common = vocabulary.common
        self._by_edge: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for word in sorted(vocabulary.common):
            if len(word) >= TUNING.reading.shortest_slip - 1 and word.isalpha():
                for edge in dict.fromkeys((*_edges(word, 1), *_edges(word, TUNING.reading.edge))):
                    self._by_edge[len(word), *edge].append(word)
        # Of a proxy: a memory that held its owner would keep an old library alive after a reload.
        self._near = lru_cache(maxsize=4096)(partial(Speller._look_up, proxy(self)))

    def read(self, words: Iterable[str]) -> Readings:
        """Return what each word may stand for; of more than `MOST_UNKNOWN` unknown words the rest is not looked up."""
        readings: dict[str, Words] = {}
        unknown = 0
        for word in words:
            if word in readings:
                continue
            if word in self._known:
                readings[word] = (word,)
            else:
                readings[word] = self._near(word) if unknown < MOST_UNKNOWN else ()
                unknown += 1
        return readings

    def _look_up(self, word: str) -> Words:
        """Return the known words nearest to an unknown one, or the two that it runs together."""
        if not TUNING.reading.shortest_slip <= len(word) <= LONGEST_WORD or not word.isalpha():
            return ()
        slips = 2 if len(word) >= TUNING.reading.two_slips_from else 1
        alike = process.extract(word, self._alike(word, slips), scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = sorted(alike, key=lambda found: (found[1], found[0][0] != word[0], found[0]))
        return tuple(known for known, _, _ in near[: TUNING.reading.nearest]) or self._split(word)

    def _alike(self, word: str, slips: int) -> Words:
        """Return common words of about the same length that begin or end alike: one slip cannot touch both ends."""
        edge = TUNING.reading.edge
        edges = _edges(word, edge if len(word) >= 3 * edge else 1)
        lengths = range(len(word) - slips, len(word) + slips + 1)
        found = (self._by_edge.get((length, *edge), ()) for length in lengths for edge in edges)
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def _split(self, word: str) -> Words:
        """Read two words that were typed without the space between them, as one reading of two words."""
        for cut in range(len(word) - 3, 2, -1):
            left, right = word[:cut], word[cut:]
            if left in self._common and right in self._common:
                return (f"{left} {right}",)
        return ()


def _edges(word: str, letters: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return how a word begins and how it ends."""
    return (word[:letters], ""), ("", word[-letters:])
