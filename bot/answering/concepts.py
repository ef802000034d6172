"""Find the concepts of knowledge/concepts in the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.answering.spelling import Speller
from bot.answering.stems import stem
from bot.answering.text import number, words
from bot.library import Concept

GAP = "..."
LONGEST_GAP = 3
"""Words that `...` in a phrase may stand for; a comma ends the gap."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A concept met by the words `start` to `end` (end not included) of a sentence."""

    concept: str
    start: int
    end: int

    def overlaps(self, other: Spot) -> bool:
        """Return whether the two share a word."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases, one stem a step."""

    ends: list[str] = field(default_factory=list)
    next: dict[str, _Node] = field(default_factory=dict)
    ranges: list[tuple[int, int, _Node]] = field(default_factory=list)


class Spotter:
    """Spots concepts, whatever the inflection and with small slips of spelling."""

    def __init__(self, concepts: Iterable[Concept], known_words: Iterable[str]) -> None:
        self._root = _Node()
        vocabulary: set[str] = set()
        for concept in concepts:
            for phrase in concept.says:
                vocabulary.update(self._plant(concept.name, phrase))
        self.speller = Speller(vocabulary.union(known_words))

    def _plant(self, name: str, phrase: str) -> list[str]:
        """Add a phrase to the tree; return its words."""
        node, spoken = self._root, []
        for part in phrase.split():
            bounds = part.split("..")
            if part == GAP:
                node = node.next.setdefault(GAP, _Node())
            elif len(bounds) == 2 and bounds[0].isdigit() and bounds[1].isdigit():
                node.ranges.append((int(bounds[0]), int(bounds[1]), _Node()))
                node = node.ranges[-1][2]
            else:
                for word in words(part):
                    spoken.append(word)
                    node = node.next.setdefault(stem(word), _Node())
        node.ends.append(name)
        return spoken

    def spot(self, sentence: Sequence[str], worth: frozenset[str]) -> list[Spot]:
        """Return every concept met, the longest phrase of each at each word, in order of their start.

        `worth` holds the words whose spelling may be looked up (`Speller.worth_reading` of the whole message).
        """
        readings = [self._stems(word) if word in worth else (stem(word),) for word in sentence]
        found: dict[tuple[str, int], Spot] = {}
        for start in range(len(sentence)):
            for concept, end in self._walk(self._root, readings, sentence, start):
                key = (concept, start)
                if end > start and (key not in found or found[key].end < end):
                    found[key] = Spot(concept, start, end)
        return sorted(found.values(), key=lambda spot: (spot.start, spot.end))

    def _stems(self, word: str) -> tuple[str, ...]:
        """Return the stems a word may be read as."""
        readings = self.speller.readings(word)
        if not readings:
            return (stem(word),)
        return tuple(stem(part) for known, _ in readings for part in known.split())

    def _walk(
        self, node: _Node, readings: list[tuple[str, ...]], sentence: Sequence[str], at: int
    ) -> Iterator[tuple[str, int]]:
        """Yield (concept, end) for every phrase that goes on from `node` at word `at`."""
        for concept in node.ends:
            yield concept, at
        if at >= len(sentence):
            return
        for reading in readings[at]:
            if reading in node.next:
                yield from self._walk(node.next[reading], readings, sentence, at + 1)
        if node.ranges and (said := number(sentence[at])) is not None:
            for low, high, child in node.ranges:
                if low <= said <= high:
                    yield from self._walk(child, readings, sentence, at + 1)
        if GAP in node.next:
            yield from self._leap(node.next[GAP], readings, sentence, at)

    def _leap(
        self, node: _Node, readings: list[tuple[str, ...]], sentence: Sequence[str], at: int
    ) -> Iterator[tuple[str, int]]:
        """Go on after a gap of none to `LONGEST_GAP` words."""
        for skip in range(LONGEST_GAP + 1):
            if at + skip > len(sentence) or "," in sentence[at : at + skip]:
                return
            yield from self._walk(node, readings, sentence, at + skip)
