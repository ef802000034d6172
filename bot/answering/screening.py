"""Warning signs first: which red flags a message raises, why, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from bot.answering.mood import Mood, read_mood
from bot.answering.spotting import Spot, Spotter
from bot.answering.text import Sentence, sentences
from bot.library import Concept, Flag, Grade, Level, Sign, When

WINDOW = 12
"""Words within which the concepts joined by `+` must stand."""

UNREAL = "unreal"
"""The concept of films, games and articles: what happens in them happens to nobody."""

LOW_MOOD = "low-mood"
"""The concept of being worn down without danger: a warm line on the card, no flag."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sign that was met: the words that met it, and what it means."""

    flag: str
    level: Level
    sign: str
    words: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Screening:
    """All that the screen saw. `excused` tells which signs were met in words but not meant, for `--why`."""

    hits: tuple[Hit, ...]
    low_mood: bool = False
    excused: tuple[str, ...] = ()

    @property
    def sure(self) -> Hit | None:
        """The gravest sign without doubt."""
        return max((h for h in self.hits if not h.doubtful), key=lambda h: h.level.gravity, default=None)

    @property
    def doubtful(self) -> Hit | None:
        """The gravest sign that needs the one plain question."""
        return max((h for h in self.hits if h.doubtful), key=lambda h: h.level.gravity, default=None)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with its concepts and how it is meant."""

    sentence: Sentence
    spots: tuple[Spot, ...]
    mood: Mood
    names: frozenset[str]


class Screener:
    """Screens messages by the flags of a library."""

    def __init__(self, flags: Iterable[Flag], concepts: Iterable[Concept], known_words: Iterable[str]) -> None:
        self._spotter = Spotter(concepts, known_words)
        self._rules = [
            (flag.id, grade, Sign.parse(text), doubtful)
            for flag in flags
            for grade in flag.grade
            for doubtful, texts in ((False, grade.signs), (True, grade.doubtful))
            for text in texts
        ]

    def screen(self, message: str) -> Screening:
        """Return every sign the message raises, gravest first."""
        reads = [self._read(sentence) for sentence in sentences(message)]
        present = frozenset().union(*(read.names for read in reads))
        hits: dict[tuple[str, Level, bool], Hit] = {}
        excused: list[str] = []
        for flag, grade, sign, doubtful in self._rules:
            if not present.issuperset(sign.names):
                continue
            words = _met(sign, grade, reads, present)
            if words:
                hits.setdefault((flag, grade.level, doubtful), Hit(flag, grade.level, str(sign), words, doubtful))
            else:
                excused.append(f"{flag}: {sign}")
        ordered = sorted(hits.values(), key=lambda hit: (-hit.level.gravity, hit.doubtful))
        return Screening(tuple(ordered), _low(reads), tuple(excused))

    def _read(self, sentence: Sentence) -> _Read:
        spots = tuple(self._spotter.spot(sentence.words))
        mood = read_mood(sentence, spots)
        return _Read(sentence, spots, mood, frozenset(spot.concept for spot in spots))


def _met(sign: Sign, grade: Grade, reads: Sequence[_Read], present: frozenset[str]) -> tuple[str, ...]:
    """Return the words that meet the sign, or nothing when it is not met or not meant."""
    if any(name in present for name in grade.excused_by):
        return ()
    words: list[str] = []
    for group in sign.groups:
        found = next((met for read in reads if (met := _met_in(group, grade, read))), ())
        if not found:
            return ()
        words.extend(found)
    return tuple(words)


def _met_in(group: tuple[str, ...], grade: Grade, read: _Read) -> tuple[str, ...]:
    """Return the words of one sentence that meet concepts joined by `+`."""
    if not read.names.issuperset(group) or not _meant(grade, read):
        return ()
    choices = [[s for s in read.spots if s.concept == name and read.mood.claims(s)][:6] for name in group]
    for spots in product(*choices):
        first, last = min(s.start for s in spots), max(s.end for s in spots)
        if last - first <= WINDOW and not any(a.overlaps(b) for i, a in enumerate(spots) for b in spots[:i]):
            return tuple(" ".join(read.sentence.words[s.start : s.end]) for s in spots)
    return ()


def _meant(grade: Grade, read: _Read) -> bool:
    """Return whether the sentence is meant as a report that this grade counts."""
    mood = read.mood
    if mood.asked or mood.others or UNREAL in read.names:
        return False
    if mood.past and When.PAST not in grade.when:
        return False
    if mood.over and When.OVER not in grade.when:
        return False
    return not any(name in read.names for name in grade.excludes)


def _low(reads: Sequence[_Read]) -> bool:
    """Return whether the message speaks of being worn down, now and of oneself."""
    return any(
        spot.concept == LOW_MOOD and read.mood.claims(spot) and not (read.mood.asked or read.mood.others)
        for read in reads
        for spot in read.spots
    )
