"""Warning signs first: which red flags a message raises, why, and how surely.

Two readers look at every message. The first holds it against the signs a clinician has written (`signs.py`); the second
has heard how people say such things (`hearing.py`). What both found is weighed with how it is said (`weighing.py`): a
sign is raised, or its flag's one plain question is asked, or nothing is said. A crisis is never asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answering.hearing import Heard, Hearer, Loudness, spoken_words
from bot.answering.reading import Read, read
from bot.answering.signs import met
from bot.answering.spotting import Spotter
from bot.answering.text import words
from bot.answering.weighing import CHECK_AT, URGENT_AT, Evidence, length, urgency
from bot.library import Grade, Level, Library, Sign

SHORT = 6
"""Words up to which a message says no more than the sign in it ("my pee is dark")."""

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
        urgent = _evidence(heard.urgent, (h for h in written if h.level.urgent), reads, excused)
        soon = _evidence(heard.soon, (h for h in written if not h.level.urgent), reads, excused)
        short = len(spoken_words(reads)) <= SHORT
        hits = _weighed(written, heard, urgency(urgent), urgency(soon), short=short)
        return Screening(_ordered(hits), _low(reads), excused, urgent)

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


def _evidence(loudness: Loudness, written: Iterable[Hit], reads: Sequence[Read], excused: Sequence[str]) -> Evidence:
    """Gather what speaks for and against a sign of some levels, by what was heard and written of them."""
    return Evidence(
        overall=loudness.overall,
        twice=loudness.twice,
        by_words=loudness.by_words,
        length=length(len(spoken_words(reads))),
        written=float(any(not hit.doubtful for hit in written)),
        unmeant=float(bool(excused)),
        others=sum(read.mood.others for read in reads) / len(reads),
    )


def _weighed(written: Sequence[Hit], heard: Heard, urgent: float, soon: float, *, short: bool) -> Iterator[Hit]:
    """Yield the signs that stand: written ones as sure as all that speaks for them, then what was heard.

    A written sign that a clinician calls sure is never dropped: where little else speaks for it, it is asked about.
    One that a clinician calls doubtful is asked about where a `short` message says no more.
    """
    bare = short and any(hit.doubtful and hit.flag == heard.flag for hit in written)
    for hit in written:
        if urgent >= URGENT_AT or not hit.level.urgent or (hit.level is Level.CRISIS and not hit.doubtful):
            yield hit
        elif urgent >= CHECK_AT or not hit.doubtful:
            yield replace(hit, doubtful=True)
    if urgent >= CHECK_AT:
        doubtful = (bare or urgent < URGENT_AT) and heard.level is not Level.CRISIS
        yield Hit(heard.flag, heard.level, f"all that speaks for it ({urgent:.2f})", (), doubtful)
    elif soon >= CHECK_AT and not any(hit.level is Level.SOON for hit in written):
        yield Hit(heard.soon_flag, Level.SOON, f"all that speaks for it ({soon:.2f})", (), doubtful=False)


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
