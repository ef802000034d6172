"""Warning signs first: which red flags a message raises, why, and how surely.

Two readers look at every message. The first holds it against the signs a clinician has written (`signs.py`); the second
has heard how people say such things (`hearing.py`). What both found is weighed with how it is said (`weighing.py`): a
sign is raised, or its flag's one plain question is asked, or nothing is said. A crisis is never asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.answering.concepts import Spotter
from bot.answering.learned_signs import Heard, Hearer, Sound, spoken_words
from bot.answering.message import Read, read
from bot.answering.text import words
from bot.answering.urgency import CHECK_AT, URGENT_AT, Evidence, length, urgency
from bot.answering.written_signs import met
from bot.library import Grade, Level, Library, Sign

SHORT = 6
"""Words up to which a message says no more than the sign in it ("my pee is dark")."""

LONG = 20
"""Words from which a message may hold the concepts of a sign by chance."""

CHANCE = 0.03
"""Urgency under which, in a long message, they do. On five sets 13 of 1,000 ordinary messages were asked something, and
8 since this; no report was lost."""

LOW_MOOD = "low-mood"
"""The concept of being worn down without danger: a warm line on the card, no flag."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A sign that was seen: the words that met it (none when it was heard), and what it means."""

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
    evidence: Evidence | None = None

    @property
    def sure(self) -> Hit | None:
        """The gravest sign without doubt."""
        return max((h for h in self.hits if not h.doubtful), key=lambda h: h.level.gravity, default=None)

    @property
    def doubtful(self) -> Hit | None:
        """The gravest sign that needs the one plain question."""
        return max((h for h in self.hits if h.doubtful), key=lambda h: h.level.gravity, default=None)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One written sign of one grade, with the concepts it cannot do without."""

    flag: str
    grade: Grade
    sign: Sign
    names: frozenset[str]
    doubtful: bool


class Screener:
    """Screens messages by the flags of a library."""

    def __init__(self, library: Library, known_words: Iterable[str]) -> None:
        self._spotter = Spotter(library.concepts.values(), {*known_words, *_words_of(library)})
        self._rules = [
            _Rule(flag.id, grade, sign := Sign.parse(text), frozenset(sign.names), doubtful)
            for flag in library.flags.values()
            for grade in flag.grade
            for doubtful, texts in ((False, grade.signs), (True, grade.doubtful))
            for text in texts
        ]
        self._hearer = Hearer(library, self.read)

    def read(self, message: str) -> tuple[Read, ...]:
        """Read a message as the screen does."""
        return read(message, self._spotter)

    def screen(self, message: str) -> Screening:
        """Return every sign the message raises, gravest first."""
        reads = self.read(message)
        written, excused = self._written(reads)
        heard = self._hearer.hear(reads)
        if heard is None:
            return Screening(_ordered(written), _low(reads), excused)
        weigh = partial(_evidence, written=written, reads=reads, excused=excused)
        urgent = weigh(heard.urgent, Level.CRISIS, Level.EMERGENCY, Level.SAME_DAY)
        crisis, soon = weigh(heard.crisis, Level.CRISIS), weigh(heard.soon, Level.SOON)
        spoken = len(spoken_words(reads))
        hits = (
            *_doubted(written, urgency(urgent), spoken),
            *_sounds(heard, urgency(urgent), urgency(crisis), urgency(soon)),
        )
        return Screening(_ordered(_asked(hits) if spoken <= SHORT else hits), _low(reads), excused, urgent)

    def _written(self, reads: Sequence[Read]) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
        """Return the written signs that are met, one a flag, level and doubt, and those met but not meant."""
        present = frozenset().union(*(read.names for read in reads))
        hits: dict[tuple[str, Level, bool], Hit] = {}
        excused: dict[str, None] = {}
        for rule in self._rules:
            if not rule.names <= present:
                continue
            key = (rule.flag, rule.grade.level, rule.doubtful)
            if found := met(rule.sign, rule.grade, reads, present):
                hits.setdefault(key, Hit(rule.flag, rule.grade.level, str(rule.sign), found, rule.doubtful))
            else:
                excused[f"{rule.flag}: {rule.sign}"] = None
        return tuple(hits.values()), tuple(excused)


def _words_of(library: Library) -> Iterator[str]:
    """Yield every word of the examples: a word that people use is no slip of another."""
    for flag in library.flags.values():
        for grade in flag.grade:
            for text in grade.heard_as:
                yield from words(text)
    for texts in library.harmless.values():
        for text in texts:
            yield from words(text)


def _evidence(
    sound: Sound, *levels: Level, written: Sequence[Hit], reads: Sequence[Read], excused: Sequence[str]
) -> Evidence:
    """Gather what speaks for and against a sign of some levels, by what was heard and written of them."""
    return Evidence(
        overall=sound.overall,
        twice=sound.twice,
        by_words=sound.by_words,
        length=length(spoken_words(reads)),
        written=float(any(hit.level in levels and not hit.doubtful for hit in written)),
        unmeant=float(bool(excused)),
        others=sum(read.mood.others for read in reads) / len(reads),
    )


def _doubted(written: Iterable[Hit], urgent: float, spoken: int) -> Iterator[Hit]:
    """Yield written signs as sure as all that speaks for them, in a message of so many words.

    One that a clinician calls sure is asked about where little else speaks for it, and dropped only if met by chance.
    """
    by_chance = urgent < CHANCE and spoken >= LONG
    for hit in written:
        if urgent >= URGENT_AT or not hit.level.urgent or (hit.level is Level.CRISIS and not hit.doubtful):
            yield hit
        elif urgent >= CHECK_AT or not (hit.doubtful or by_chance):
            yield replace(hit, doubtful=True)


def _sounds(heard: Heard, urgent: float, crisis: float, soon: float) -> Iterator[Hit]:
    """Yield the gravest sign that was heard, if any: a crisis and one to be looked at soon are never asked about."""
    said = "all that speaks for it ({:.2f})"
    if crisis >= CHECK_AT:
        yield Hit(heard.crisis.flag, Level.CRISIS, said.format(crisis), (), doubtful=False)
    elif urgent >= CHECK_AT:
        yield Hit(heard.urgent.flag, heard.urgent.level, said.format(urgent), (), urgent < URGENT_AT)
    elif soon >= CHECK_AT:
        yield Hit(heard.soon.flag, Level.SOON, said.format(soon), (), doubtful=False)


def _asked(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield signs; what was only heard is doubtful where a doubtful sign of its flag is all that a message says."""
    doubtful = {hit.flag for hit in hits if hit.words and hit.doubtful}
    for hit in hits:
        asked = not hit.words and hit.flag in doubtful and hit.level is not Level.CRISIS
        yield replace(hit, doubtful=True) if asked else hit


def _ordered(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return signs in order, gravest first, and of one level the sure ones first."""
    return tuple(sorted(hits, key=lambda hit: (-hit.level.gravity, hit.doubtful)))


def _low(reads: Sequence[Read]) -> bool:
    """Return whether the message speaks of being worn down, now and of oneself."""
    return any(
        spot.concept == LOW_MOOD and read.mood.claims(spot) and not (read.mood.asked or read.mood.others)
        for read in reads
        for spot in read.spots
    )
