"""The second reader of warning signs: how much a message sounds like those people wrote when something was wrong.

The rules of `signs.py` know what a sign is; this reader has heard many ways to say it. It learns from the `heard_as` of
every flag, against everything harmless Limber knows: its own topics' phrasings, what is elsewhere, and the messages
of harmless.toml that only look like a sign.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bot.answering.context import Mood
from bot.answering.features import letter_features, word_features
from bot.answering.linear import Bunch, Floats
from bot.answering.message import Read
from bot.answering.views import Example, View, together
from bot.library import Level, Library

HEARD_IMPORTANCE = 2.0
"""What a heard message, or one that only looks like a sign, counts beside an ordinary one."""

Kinds = NDArray[np.bool_]
"""Which kinds are meant; the last kind is what is harmless."""

FEWEST_WORDS, FEWEST_PIECES, FEWEST_CONCEPTS = 2, 3, 2
SHARPNESS = 1.6
"""As in matching: what scores are multiplied by before they become shares."""

GRAVE_ENOUGH = -3.0
"""Log-odds of an emergency, against same-day, from which it is one: over-triage is the smaller harm. On five sets 8 of
550 emergencies were called same-day, and 22 of 460 same-day reports an emergency."""

WINDOW = 3
"""Sentences read together, beside the whole message, so that one line in a long story is heard. Harmless examples are
learned from in such windows too: what is harmless as a whole is harmless in every part."""

CERTAIN = 100.0
"""Log-odds of a message that is one of the examples, word for word: nothing outweighs it."""

UNHEARD = -6.0
"""Log-odds of an urgent sign where no view knows a thing."""


@dataclass(frozen=True, slots=True)
class Sound:
    """How loudly a message sounds like signs of some levels, in log-odds, and the likeliest of them.

    `overall` is the mean over the message and its windows, `twice` the second loudest window, `by_words` what the
    words of the whole message say alone.
    """

    overall: float
    twice: float
    by_words: float
    flag: str
    level: Level


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message sounds like: a sign of any urgent level, a crisis, a sign to be looked at soon.

    The level of `urgent` is never a crisis: that has to be heard by itself.
    """

    urgent: Sound
    crisis: Sound
    soon: Sound


class Hearer:
    """Hears messages by three views: their words, the pieces of their words, and the concepts in them."""

    def __init__(self, library: Library, read: Callable[[str], tuple[Read, ...]]) -> None:
        self._kinds = [(f.id, g.level) for f in library.flags.values() for g in f.grade if g.heard_as]
        levels = [level for _, level in self._kinds]
        self._of = {level: np.array([other is level for other in levels] + [False]) for level in Level}
        self._urgent = np.array([level.urgent for level in levels] + [False])
        examples = [
            _Heard.of(part, label, importance)
            for text, label, importance in self._texts(library)
            for part in self._parts(read(text), label)
        ]
        self._verbatim = {" ".join(example.words.words): example.words.label for example in reversed(examples)}
        classes = len(self._kinds) + 1
        self._views = (
            View([e.words for e in examples], word_features, classes=classes, fewest=FEWEST_WORDS),
            View([e.words for e in examples], letter_features, classes=classes, fewest=FEWEST_PIECES),
            View([e.concepts for e in examples], _alone, classes=classes, fewest=FEWEST_CONCEPTS),
        )

    def _texts(self, library: Library) -> Iterator[tuple[str, int, float]]:
        """Yield every text to learn from, with its class and what it counts."""
        grades = [grade for flag in library.flags.values() for grade in flag.grade if grade.heard_as]
        for label, grade in enumerate(grades):
            yield from ((text, label, HEARD_IMPORTANCE) for text in grade.heard_as)
        harmless = len(grades)
        for topic in library.topics.values():
            yield from ((text, harmless, 1.0) for text in topic.asked_as)
        for kind in library.elsewhere.values():
            yield from ((text, harmless, 1.0) for text in kind.sounds_like)
        for texts in library.harmless.values():
            yield from ((text, harmless, HEARD_IMPORTANCE) for text in texts)

    def _parts(self, reads: Sequence[Read], label: int) -> Iterator[Sequence[Read]]:
        """Yield a text and, of a harmless one, its windows."""
        yield reads
        if label == len(self._kinds):
            yield from _windows(reads)

    def hear(self, reads: Sequence[Read]) -> Heard | None:
        """Return what the message sounds like; None when there is nothing to hear or to go by."""
        if not self._kinds or not reads:
            return None
        if (known := self._known(reads)) is not None:
            return known
        votes = [self._votes(part) for part in [reads, *_windows(reads)]]
        parts = [scores for part in votes if (scores := together(part)) is not None]
        return self._told(parts, votes[0][0]) if parts else None

    def _known(self, reads: Sequence[Read]) -> Heard | None:
        """Return the verdict on a message that is one of the examples, or has one of them as a sentence, word for word.

        A heard sentence counts wherever it stands; a harmless one only as the whole message.
        """
        for part in [reads, *([read] for read in reads)]:
            label = self._verbatim.get(" ".join(spoken_words(part)))
            if label is not None and (label < len(self._kinds) or part is reads):
                return self._certainly(label)
        return None

    def _votes(self, reads: Sequence[Read]) -> tuple[Floats | None, ...]:
        """Return each view's votes for one stretch of text, None from one that knows nothing in it."""
        spoken = spoken_words(reads)
        read_as = (spoken, spoken, tuple(concept_features(reads)))
        return tuple(view.scores(read) for view, read in zip(self._views, read_as, strict=True))

    def _certainly(self, label: int) -> Heard:
        """Return the verdict on an example."""
        only: Floats = np.eye(len(self._kinds) + 1, dtype=np.float32)[label] * CERTAIN
        return self._told([only], only)

    def _told(self, parts: Sequence[Floats], by_words: Floats | None) -> Heard:
        """Turn scores, the whole message's first, into a verdict. The loudest part names the sign."""
        loudest = max(parts, key=lambda scores: _log_odds(scores, self._urgent))
        emergency, same_day = self._of[Level.EMERGENCY], self._of[Level.SAME_DAY]
        today = np.where(emergency | same_day, loudest, -np.inf)
        grave = _log_odds(today, emergency) >= GRAVE_ENOUGH
        return Heard(
            urgent=self._sound(parts, by_words, self._urgent, loudest, emergency if grave else same_day),
            crisis=self._sound(parts, by_words, self._of[Level.CRISIS], loudest, self._of[Level.CRISIS]),
            soon=self._sound(parts, by_words, self._of[Level.SOON], loudest, self._of[Level.SOON]),
        )

    def _sound(
        self, parts: Sequence[Floats], by_words: Floats | None, kinds: Kinds, loudest: Floats, among: Kinds
    ) -> Sound:
        """Return how loudly a message, the first of its parts, sounds like some kinds; the likeliest `among` a few."""
        odds = [_log_odds(scores, kinds) for scores in parts]
        twice = sorted(odds[1:] or odds)[-2:][0]
        alone = UNHEARD if by_words is None else _log_odds(by_words, kinds)
        likeliest = int(np.where(among, loudest, -np.inf)[:-1].argmax())
        return Sound(sum(odds) / len(odds), twice, alone, *self._kinds[likeliest])


def _log_odds(scores: Floats, kinds: Kinds) -> float:
    """Return the log-odds of some kinds together, between -`CERTAIN` and `CERTAIN`."""
    odds = _log_sum(scores[kinds]) - _log_sum(scores[~kinds])
    return max(-CERTAIN, min(CERTAIN, odds))


def _log_sum(scores: Floats) -> float:
    """Return the logarithm of the kinds' odds together; nothing is -inf."""
    most = scores.max(initial=-np.inf)
    if most == -np.inf:
        return -math.inf
    return SHARPNESS * float(most) + math.log(float(np.exp(SHARPNESS * (scores - most)).sum()))


def _windows(reads: Sequence[Read]) -> Iterator[Sequence[Read]]:
    """Yield every stretch of `WINDOW` sentences of a longer message."""
    if len(reads) > WINDOW:
        yield from (reads[start : start + WINDOW] for start in range(len(reads) - WINDOW + 1))


@dataclass(frozen=True, slots=True)
class _Heard:
    """One text to learn from, seen both ways."""

    words: Example
    concepts: Example

    @classmethod
    def of(cls, reads: Sequence[Read], label: int, importance: float) -> _Heard:
        return cls(
            Example(spoken_words(reads), label, importance),
            Example(tuple(concept_features(reads)), label, importance),
        )


def spoken_words(reads: Sequence[Read]) -> tuple[str, ...]:
    """Return the words of several sentences, without commas."""
    return tuple(word for read in reads for word in read.sentence.words if word != ",")


def concept_features(reads: Sequence[Read]) -> Iterator[str]:
    """Yield the concepts of each sentence and their pairs, marked by how they are meant."""
    for read in reads:
        how = _mark(read.mood)
        names = sorted({("" if read.mood.claims(spot) else "!") + spot.concept for spot in read.spots})
        yield from (name + how for name in names)
        yield from (f"{one}+{other}{how}" for one, other in combinations(names, 2))
        if how:
            yield how


def _mark(mood: Mood) -> str:
    """Spell how a sentence is meant: asked, past, over, of others."""
    marks = {"?": mood.asked, "<": mood.past, "v": mood.over, "o": mood.others}
    return "".join(mark for mark, holds in marks.items() if holds)


def _alone(features: Sequence[str]) -> Iterator[Bunch]:
    return ((feature,) for feature in features)
