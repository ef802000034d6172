"""How the words of a sentence are meant: said of here and now, denied, supposed, asked, past, over, or of another.

The engine of ConText over the rows of knowledge/context.toml; it knows no word of English. Time grows with the length
of the sentence alone: a phrase is tried only where its first word stands, and its gaps are bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answering.concepts import Span
from bot.answering.text import Words, number
from bot.library import Category, ContextRule, Direction, Step, parse_phrase


@dataclass(frozen=True, slots=True)
class Context:
    """How a sentence is meant. `denied`, `supposed` and `past` hold one value a word."""

    denied: tuple[bool, ...]
    supposed: tuple[bool, ...]
    past: tuple[bool, ...]
    over: bool
    asked: bool
    others: bool

    def claims(self, span: Span) -> bool:
        """Return whether the words of `span` are meant as said, now or once."""
        return not (self.denied[span.start] or self.supposed[span.start])


@dataclass(frozen=True, slots=True)
class _Match:
    """A rule whose phrase stands in a sentence, with the places of its words, gaps left out."""

    rule: ContextRule
    places: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.places[0]

    @property
    def end(self) -> int:
        return self.places[-1] + 1


class ContextReader:
    """Reads how sentences are meant, by the rules of a library."""

    def __init__(self, rules: Iterable[ContextRule]) -> None:
        self._phrases: dict[str, list[tuple[ContextRule, tuple[Step, ...]]]] = defaultdict(list)
        for rule in rules:
            for phrase in map(parse_phrase, rule.says):
                for word in phrase[0].words:
                    self._phrases[word].append((rule, phrase[1:]))

    def read(self, words: Words, spans: Sequence[Span]) -> Context:
        """Read how a sentence is meant; a comma is a word. `spans` are the concepts in it."""
        matches: dict[Category, list[_Match]] = {category: [] for category in Category}
        for match in self._matches(words):
            matches[match.rule.category].append(match)
        return Context(
            denied=_denied(matches[Category.DENIED], words, spans),
            supposed=_marks(_longest(matches[Category.SUPPOSED]), words),
            past=_marks(_longest(matches[Category.PAST]), words),
            over=any(_marks(_longest(matches[Category.OVER]), words)),
            asked=any(_marks(_longest(matches[Category.ASKED]), words)),
            others=any(_marks(_longest(matches[Category.OTHERS]), words)),
        )

    def _matches(self, words: Words) -> Iterator[_Match]:
        """Yield every phrase that stands in the sentence, in the order of their first words."""
        for place, word in enumerate(words):
            for rule, steps in self._phrases.get(word, ()):
                for places in _walk(steps, words, (place,)):
                    yield _Match(rule, places)


def _walk(steps: Sequence[Step], words: Words, places: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the places of a phrase's words, of which those so far are met."""
    if not steps:
        yield places
        return
    step, after = steps[0], places[-1] + 1
    for place in range(after + step.least, min(after + step.most + 1, len(words))):
        if _meets(step, words[place]):
            yield from _walk(steps[1:], words, (*places, place))


def _meets(step: Step, word: str) -> bool:
    """Return whether a word is one that a step of a phrase allows."""
    if step.words:
        return word in step.words
    said = number(word)
    return said is not None and step.low <= said <= step.high


def _longest(matches: Sequence[_Match]) -> list[_Match]:
    """Leave out each match whose words are but a part of a longer one's: "not only" is no "not"."""
    through: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for match in matches:
        for place in match.places if len(match.places) > 1 else ():
            through[place].append(match.places)
    return [match for match in matches if not any(_part(match.places, other) for other in through[match.start])]


def _part(places: tuple[int, ...], others: tuple[int, ...]) -> bool:
    return len(places) < len(others) and places[-1] in others and set(places) < set(others)


def _denied(matches: Sequence[_Match], words: Words, spans: Sequence[Span]) -> tuple[bool, ...]:
    """Return which words are denied.

    A negation inside a concept ("can't feel") is that concept's: it denies nothing else, and another ends before it.
    What is said behind a thing ("bladder is fine") denies the concepts that end within its reach.
    """
    inside = {place for span in spans for place in range(span.start, span.end)}
    negations = {m.start for m in matches if m.rule.direction in (Direction.FORWARD, Direction.PSEUDO)}
    asserting = {s.start for s in spans if not negations.isdisjoint(range(s.start, s.end))}
    free = [m for m in matches if m.rule.direction is not Direction.FORWARD or m.start not in inside]
    kept = _longest(free)
    marks = list(_marks([m for m in kept if m.rule.direction is not Direction.BACKWARD], words, asserting))
    behind = _marks(
        [m for m in kept if m.rule.direction is not Direction.FORWARD and not marks[m.start]], words, asserting
    )
    for span in spans:
        if behind[span.end - 1]:
            marks[span.start : span.end] = [True] * (span.end - span.start)
    return tuple(mark and place not in asserting for place, mark in enumerate(marks))


def _marks(matches: Sequence[_Match], words: Words, stops: Iterable[int] = ()) -> tuple[bool, ...]:
    """Return which words the matches of one category reach; none goes beyond a stop."""
    marks = [False] * len(words)
    if not matches or any(match.rule.direction is Direction.CANCEL for match in matches):
        return tuple(marks)
    ends = sorted([*stops, *(m.start for m in matches if m.rule.direction is Direction.TERMINATE)])
    opening = _opening(matches)
    for match in matches:
        first, last = _reach(match, words, ends, opening)
        marks[first:last] = [True] * (last - first)
    return tuple(marks)


def _opening(matches: Sequence[_Match]) -> int:
    """Return where a sentence begins, behind single words that mean nothing to a category."""
    skipped = {m.start for m in matches if m.rule.direction is Direction.PSEUDO and len(m.places) == 1}
    return next(place for place in range(len(skipped) + 1) if place not in skipped)


def _reach(match: _Match, words: Words, stops: Sequence[int], opening: int) -> tuple[int, int]:
    """Return the first word a match reaches, and the one behind the last; `stops` ascend."""
    direction, reach = match.rule.direction, match.rule.reach
    if direction is Direction.SENTENCE or (direction is Direction.OPENING and match.start <= opening):
        return 0, len(words)
    first, last = match.start, match.start
    if direction in (Direction.FORWARD, Direction.BOTH):
        last = next(iter(stops[bisect_left(stops, match.end) :][:1]), len(words))
    if direction in (Direction.BACKWARD, Direction.BOTH):
        first, last = next(iter(stops[: bisect_left(stops, match.start)][-1:]), 0), max(last, match.start)
    if reach:
        first = max(first, match.start - _to_comma(words[max(0, match.start - reach) : match.start][::-1]))
        last = min(last, match.end + _to_comma(words[match.end : match.end + reach]))
    return first, last


def _to_comma(words: Words) -> int:
    """Count the words up to the first comma."""
    return next((count for count, word in enumerate(words) if word == ","), len(words))
