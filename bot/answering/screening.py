"""Warning signs first: which red flags a message raises, why, and how surely.

Two readers look at every message. The first holds it against the signs a clinician has written (`signs.py`); the second
has heard how people say such things (`hearing.py`). Where both see a sign it is sure. Where the second hears nothing of
what the first met, or hears something faint, the flag's one plain question is asked. A crisis is never asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answering.hearing import Heard, Hearer, spoken_words
from bot.answering.mood import Mood
from bot.answering.reading import Read, read
from bot.answering.signs import met
from bot.answering.spotting import Spotter
from bot.answering.text import words
from bot.library import Grade, Level, Library, Sign

SURE = 0.5
"""Share of an urgent sign from which hearing alone raises it (chosen on development sets: docs/bench.md)."""

DOUBTFUL = 0.3
"""Share from which hearing alone asks the one plain question."""

PLAIN = 0.99
"""Share from which hearing wins over a denial in the same message: people deny one sign beside another."""

CRISIS = 0.3
"""Share from which a crisis is heard: it is never asked about, so it has one threshold."""

UNHEARD = 0.02
"""Share under which a sign that was met in words is asked about instead of raised: nobody heard it meant."""

SOON = 0.25
"""Share of any sign from which a message without an urgent one is to be looked at soon."""

BARE = 6
"""Words up to which a message says no more than the doubtful sign in it ("my pee is dark")."""

BARELY = 0.9
"""Share from which so short a message is heard at all: "my back is killing me" resembles much."""

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
        self._bearing = frozenset(concept.name for concept in library.concepts.values() if concept.bears)
        self._hearer = Hearer(library, self.read)

    def read(self, message: str) -> tuple[Read, ...]:
        """Read a message as the screen does."""
        return read(message, self._spotter)

    def screen(self, message: str) -> Screening:
        """Return every sign the message raises, gravest first."""
        reads = self.read(message)
        written, excused = self._written(reads)
        heard = self._hearer.hear(reads)
        if heard and self._says_too_little(heard, reads):
            heard = None
        hits = tuple(_weighed(written, self._doubts(reads, written, excused, heard), heard)) if heard else written
        ordered = sorted(hits, key=lambda hit: (-hit.level.gravity, hit.doubtful))
        return Screening(tuple(ordered), _low(reads), excused)

    def _says_too_little(self, heard: Heard, reads: Sequence[Read]) -> bool:
        """Return whether what was heard does not count: everything is denied, or a few words only resemble a sign."""
        if len(spoken_words(reads)) <= BARE and heard.urgent < BARELY:
            return True
        return heard.level is not Level.CRISIS and self._all(reads, lambda mood, at: mood.denied[at])

    def _all(self, reads: Sequence[Read], holds: Callable[[Mood, int], bool]) -> bool:
        """Return whether something that could bear a sign is said, and `holds` of all of it."""
        bearing = [(read.mood, spot.start) for read in reads for spot in read.spots if spot.concept in self._bearing]
        return bool(bearing) and all(holds(mood, at) for mood, at in bearing)

    def _doubts(
        self, reads: Sequence[Read], written: Sequence[Hit], excused: Sequence[str], heard: Heard | None
    ) -> bool:
        """Return whether what was heard is to be asked about: its signs were said but not meant, or are others'."""
        if heard is None or heard.level is Level.CRISIS:
            return False
        unmeant = any(sign.startswith(f"{heard.flag}:") for sign in excused)
        if unmeant and (heard.urgent < PLAIN or self._harmless(heard.flag, reads)):
            return True
        bare = len(spoken_words(reads)) <= BARE and any(h.doubtful and h.flag == heard.flag for h in written)
        return bare or self._all(reads, lambda mood, at: mood.others or mood.denied[at])

    def _harmless(self, flag: str, reads: Sequence[Read]) -> bool:
        """Return whether a harmless cause that the flag's own file names is given."""
        named = frozenset(name for rule in self._rules if rule.flag == flag for name in rule.grade.excludes)
        return any(named & read.names for read in reads)

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


def _weighed(written: Sequence[Hit], doubts: bool, heard: Heard) -> Iterator[Hit]:
    """Weigh what was met in words against what was heard, with `doubts` whether that was meant."""
    for hit in written:
        unheard = hit.level.urgent and heard.urgent < UNHEARD
        if not unheard:
            yield hit
        elif not hit.doubtful and hit.level is not Level.CRISIS:
            yield replace(hit, doubtful=True)
    sound = f"sounds like it ({heard.urgent:.2f})"
    crisis = heard.level is Level.CRISIS
    if heard.urgent >= (CRISIS if crisis else SURE):
        yield Hit(heard.flag, heard.level, sound, (), doubtful=doubts)
    elif heard.urgent >= DOUBTFUL and not crisis:
        yield Hit(heard.flag, heard.level, sound, (), doubtful=True)
    elif heard.any >= SOON and not any(hit.level is Level.SOON for hit in written):
        yield Hit(heard.soon_flag, Level.SOON, f"sounds like it ({heard.any:.2f})", (), doubtful=False)


def _low(reads: Sequence[Read]) -> bool:
    """Return whether the message speaks of being worn down, now and of oneself."""
    return any(
        spot.concept == LOW_MOOD and read.mood.claims(spot) and not (read.mood.asked or read.mood.others)
        for read in reads
        for spot in read.spots
    )
