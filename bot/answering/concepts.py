"""Find the concepts of knowledge/concepts in the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answering.quantities import is_counting
from bot.answering.spelling import Readings
from bot.answering.text import Words, number, stem, words
from bot.answering.tuning import TUNING
from bot.library import Concept

GAP = "..."
"""What stands in a phrase for a few words that may be anything (`TUNING.reading.longest_gap`)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A concept met by the words `start` to `end` (end not included) of a sentence."""

    concept: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a word."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class _Node:
    """A node of the trie of phrases: one stem, gap or range of numbers a step."""

    concepts: list[str] = field(default_factory=list)
    by_stem: dict[str, _Node] = field(default_factory=dict)
    ranges: list[tuple[int, int, _Node]] = field(default_factory=list)


class ConceptMatcher:
    """Matches the phrases of concepts, whatever the inflection and with small slips of spelling."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._root = _Node()
        for concept in concepts:
            for phrase in concept.says:
                self._add(concept.name, phrase)

    def _add(self, name: str, phrase: str) -> None:
        """Add a phrase to the trie."""
        node = self._root
        for part in phrase.split():
            if part == GAP:
                node = node.by_stem.setdefault(GAP, _Node())
            elif bounds := _bounds(part):
                node.ranges.append((*bounds, _Node()))
                node = node.ranges[-1][2]
            else:
                for word in words(part):
                    node = node.by_stem.setdefault(stem(word), _Node())
        node.concepts.append(name)

    def find(self, sentence: Sequence[str], readings: Readings) -> tuple[Span, ...]:
        """Return every concept met, the longest phrase of each at each word, in order of their start."""
        stems = [_stems(word, readings) for word in sentence]
        found: dict[tuple[str, int], Span] = {}
        for start in range(len(sentence)):
            for concept, end in self._walk(self._root, stems, sentence, start):
                key = (concept, start)
                if end > start and (key not in found or found[key].end < end):
                    found[key] = Span(concept, start, end)
        return tuple(sorted(found.values(), key=lambda span: (span.start, span.end)))

    def _walk(self, node: _Node, stems: list[Words], sentence: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
        """Yield (concept, end) for every phrase that goes on from `node` at word `at`."""
        for concept in node.concepts:
            yield concept, at
        if at >= len(sentence):
            return
        for one in stems[at]:
            if one in node.by_stem:
                yield from self._walk(node.by_stem[one], stems, sentence, at + 1)
        if node.ranges and (said := number(sentence[at])) is not None:
            for low, high, child in node.ranges:
                if low <= said <= high and not (child.concepts and is_counting(sentence, at)):
                    yield from self._walk(child, stems, sentence, at + 1)
        if GAP in node.by_stem:
            yield from self._leap(node.by_stem[GAP], stems, sentence, at)

    def _leap(self, node: _Node, stems: list[Words], sentence: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
        """Go on after a gap of none to `longest_gap` words."""
        for skip in range(TUNING.reading.longest_gap + 1):
            if at + skip > len(sentence) or "," in sentence[at : at + skip]:
                return
            yield from self._walk(node, stems, sentence, at + skip)


def words_of(concepts: Iterable[Concept]) -> Iterator[str]:
    """Yield the words of all phrases."""
    for concept in concepts:
        for phrase in concept.says:
            for part in phrase.split():
                if part != GAP and not _bounds(part):
                    yield from words(part)


def _bounds(part: str) -> tuple[int, int] | None:
    """Return the bounds of a range of numbers such as `50..99`, None for anything else."""
    low, dots, high = part.partition("..")
    return (int(low), int(high)) if dots and low.isdecimal() and high.isdecimal() else None


def _stems(word: str, readings: Mapping[str, Words]) -> Words:
    """Return the stems a word may be read as; its own where it is like no known word."""
    return tuple(stem(part) for known in readings.get(word, ()) for part in known.split()) or (stem(word),)
