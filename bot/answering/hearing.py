"""The second reader of warning signs: how much a message sounds like those people wrote when something was wrong.

The rules of `signs.py` know what a sign is; this reader has heard many ways to say it. It learns from the `heard_as` of
every flag, against everything harmless Limber knows: its own topics' phrasings, what is elsewhere, and the messages
of harmless.toml that only look like a sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bot.answering.features import letter_features, word_features
from bot.answering.linear import Floats
from bot.answering.mood import Mood
from bot.answering.reading import Read
from bot.answering.views import Example, View, scores_of
from bot.library import Level, Library

HEARD_IMPORTANCE = 2.0
"""What a heard message, or one that only looks like a sign, counts beside an ordinary one."""

FEWEST_WORDS, FEWEST_PIECES, FEWEST_CONCEPTS = 2, 3, 2
SHARPNESS = 1.6
"""As in matching: what scores are multiplied by before they become shares."""

GRAVE_ENOUGH = 0.2
"""Share of the urgent levels' sum from which the gravest level is taken: over-triage is the smaller harm."""

FEWEST_SPOKEN = 5
"""Words below which a text in which no concept stands says too little to be heard ("gm all", "brb dinner")."""

PLAIN = "plain"
"""The harmless messages whose words alone are never heard as a sign: to resemble a longer message that has one telling
word more ("my back hurts") is no sign. None of the 6,379 urgent examples is made of such words only, and a test holds
that for whoever adds some."""

WINDOW = 3
"""Sentences read together, beside the whole message, so that one line in a long story is heard."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message sounds like: the shares (0..1) of an urgent sign and of any sign, and the likeliest of each."""

    urgent: float
    any: float
    flag: str
    level: Level
    soon_flag: str


class Hearer:
    """Hears messages by three views: their words, the pieces of their words, and the concepts in them."""

    def __init__(self, library: Library, read: Callable[[str], tuple[Read, ...]]) -> None:
        self._kinds = [(f.id, g.level) for f in library.flags.values() for g in f.grade if g.heard_as]
        self._urgent = np.array([level.urgent for _, level in self._kinds] + [False])
        self._levels = {
            level: np.array([other is level for _, other in self._kinds] + [False]) for level in Level if level.urgent
        }
        examples = [_Heard.of(read(text), label, importance) for text, label, importance in self._texts(library)]
        self._verbatim = {example.words.words: example.words.label for example in reversed(examples)}
        self._plain = frozenset(w for text in library.harmless.get(PLAIN, ()) for w in spoken_words(read(text)))
        classes = len(self._kinds) + 1
        self._views = (
            View([e.words for e in examples], word_features, classes=classes, fewest=FEWEST_WORDS),
            View([e.words for e in examples], letter_features, classes=classes, fewest=FEWEST_PIECES),
            View([e.concepts for e in examples], _same, classes=classes, fewest=FEWEST_CONCEPTS),
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

    def hear(self, reads: Sequence[Read]) -> Heard | None:
        """Return what the message sounds like at its loudest; None when there is nothing to hear or to go by."""
        if not self._kinds or not reads:
            return None
        if (known := self._known(reads)) is not None:
            return known
        if self._plain.issuperset(spoken_words(reads)):
            return None
        windows = [reads]
        if len(reads) > WINDOW:
            windows += [reads[i : i + WINDOW] for i in range(len(reads) - WINDOW + 1)]
        shares = [heard for window in windows if (heard := self._shares(window)) is not None]
        return self._told(max(shares, key=lambda s: float(s[self._urgent].sum()))) if shares else None

    def _known(self, reads: Sequence[Read]) -> Heard | None:
        """Return the verdict on a message that is one of the examples, or has one of them as a sentence, word for word.

        A heard sentence counts wherever it stands; a harmless one only as the whole message.
        """
        for part in [reads, *([read] for read in reads)]:
            label = self._verbatim.get(spoken_words(part))
            if label is not None and (label < len(self._kinds) or part is reads):
                return self._told(np.eye(len(self._kinds) + 1, dtype=np.float32)[label])
        return None

    def _shares(self, reads: Sequence[Read]) -> Floats | None:
        """Return each kind's share for one stretch of text."""
        spoken, concepts = spoken_words(reads), tuple(concept_features(reads))
        if len(spoken) < FEWEST_SPOKEN and not concepts:
            return None
        scores = scores_of(zip(self._views, (spoken, spoken, concepts), strict=True))
        if scores is None:
            return None
        odds = np.exp(SHARPNESS * (scores - scores.max()))
        shares: Floats = odds / odds.sum()
        return shares

    def _told(self, shares: Floats) -> Heard:
        """Turn shares into a verdict: the gravest level that has enough of the sum, and its likeliest flag."""
        urgent = float(shares[self._urgent].sum())
        levels = {level: float(shares[mask].sum()) for level, mask in self._levels.items()}
        level = next((lv for lv in Level if levels.get(lv, 0.0) >= GRAVE_ENOUGH * urgent), Level.SAME_DAY)
        best = int(np.where(self._levels[level], shares, 0.0).argmax())
        loudest = int(shares[:-1].argmax())
        return Heard(urgent, float(1.0 - shares[-1]), self._kinds[best][0], level, self._kinds[loudest][0])


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


def _same(features: Sequence[str]) -> Sequence[str]:
    return features
