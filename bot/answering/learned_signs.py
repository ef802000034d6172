"""The second reader of warning signs: how much a message sounds like those people wrote when something was wrong.

The rules of `written_signs.py` know what a sign is; this classifier has learned many ways to say it, from texts of
every flag, against everything harmless that Limber knows: its own topics' phrasings, what is outside, and the messages
that only look like a sign.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bot.answering.concepts import Span
from bot.answering.context import Context
from bot.answering.features import letter_features, word_features
from bot.answering.linear import Bunch, Floats
from bot.answering.message import Message, Sentence, spoken
from bot.answering.tuning import TUNING
from bot.answering.views import Example, View, together
from bot.library import Examples, Level, Library

Mask = NDArray[np.bool_]
"""Which classes are meant, of shape (classes,); the last class is what is harmless."""

FEWEST_CONCEPTS = 2
"""Texts a concept or a pair of concepts must stand in: one that stands alone says nothing of unseen messages."""

CERTAIN = 100.0
"""Log-odds of a message that is one of the examples, word for word: nothing outweighs it."""


@dataclass(frozen=True, slots=True)
class Score:
    """How much a message sounds like signs of some levels, in log-odds, and the likeliest of them.

    `overall` is the mean over the message and its windows, `second` the second highest window (`tuning.Screening`),
    `by_words` what the words of the whole message say alone.
    """

    overall: float
    second: float
    by_words: float
    flag: str
    level: Level


@dataclass(frozen=True, slots=True)
class Scores:
    """What a message sounds like: a sign of any urgent level, a crisis, a sign to be looked at soon.

    The level of `urgent` is never a crisis: that has to be scored by itself.
    """

    urgent: Score
    crisis: Score
    soon: Score


class SignClassifier:
    """Classifies messages by three views: their words, the n-grams of their words, and the concepts in them."""

    def __init__(self, library: Library, examples: Examples, read: Callable[[str], Message]) -> None:
        grades = ((flag.id, grade.level) for flag in library.flags.values() for grade in flag.grade)
        self._kinds = [kind for kind in grades if kind in examples.flags]
        levels = [level for _, level in self._kinds]
        self._of = {level: np.array([other is level for other in levels] + [False]) for level in Level}
        self._urgent = np.array([level.urgent for level in levels] + [False])
        learned = [
            _Text.of(part, label, importance)
            for text, label, importance in self._texts(library, examples)
            for part in self._parts(read(text).sentences, label)
        ]
        self._verbatim = {" ".join(example.words.words): example.words.label for example in reversed(learned)}
        classes = len(self._kinds) + 1
        self._views = (
            View([e.words for e in learned], word_features, classes=classes, fewest=TUNING.learning.fewest_words),
            View([e.words for e in learned], letter_features, classes=classes, fewest=TUNING.learning.fewest_ngrams),
            View([e.concepts for e in learned], _alone, classes=classes, fewest=FEWEST_CONCEPTS),
        )

    def _texts(self, library: Library, examples: Examples) -> Iterator[tuple[str, int, float]]:
        """Yield every text to learn from, with its class and what it counts."""
        for label, kind in enumerate(self._kinds):
            yield from ((text, label, TUNING.learning.sign_importance) for text in examples.flags[kind])
        harmless = len(self._kinds)
        for topic in library.topics.values():
            yield from ((text, harmless, 1.0) for text in examples.phrasings(topic))
        for outside in library.outside:
            yield from ((text, harmless, 1.0) for text in examples.outside.get(outside, ()))
        for texts in examples.harmless.values():
            yield from ((text, harmless, TUNING.learning.sign_importance) for text in texts)

    def _parts(self, sentences: Sequence[Sentence], label: int) -> Iterator[Sequence[Sentence]]:
        """Yield a text and, of a harmless one, its windows."""
        yield sentences
        if label == len(self._kinds):
            yield from windows(sentences)

    def classify(self, sentences: Sequence[Sentence]) -> Scores | None:
        """Return what a message sounds like; None when it is empty or nothing in it is known."""
        if not self._kinds or not sentences:
            return None
        if (label := self._verbatim_label(sentences)) is not None:
            certain: Floats = np.eye(len(self._kinds) + 1, dtype=np.float32)[label] * CERTAIN
            return self._scores([certain], certain)
        by_view = [self._by_view(part) for part in (sentences, *windows(sentences))]
        parts = [scores for part in by_view if (scores := together(part)) is not None]
        return self._scores(parts, by_view[0][0]) if parts else None

    def _verbatim_label(self, sentences: Sequence[Sentence]) -> int | None:
        """Return the class of a message that is one of the examples, or has one of them as a sentence, word for word.

        A sign counts in any sentence; a harmless example only as the whole message.
        """
        whole = self._verbatim.get(" ".join(spoken(sentences)))
        if whole is not None:
            return whole
        found = (self._verbatim.get(" ".join(spoken([sentence]))) for sentence in sentences)
        return next((label for label in found if label is not None and label < len(self._kinds)), None)

    def _by_view(self, sentences: Sequence[Sentence]) -> tuple[Floats | None, ...]:
        """Return each view's scores, of shape (classes,), for some sentences; None where it knows nothing in them."""
        words = spoken(sentences)
        features = (words, words, tuple(concept_features(sentences)))
        return tuple(view.scores(seen) for view, seen in zip(self._views, features, strict=True))

    def _scores(self, parts: Sequence[Floats], by_words: Floats | None) -> Scores:
        """Turn scores, the whole message's first, into a verdict. The part that sounds gravest names the sign."""
        gravest = max(parts, key=lambda scores: _log_odds(scores, self._urgent))
        crisis, soon = self._of[Level.CRISIS], self._of[Level.SOON]
        emergency, same_day = self._of[Level.EMERGENCY], self._of[Level.SAME_DAY]
        today = np.where(emergency | same_day, gravest, -np.inf)
        grave = _log_odds(today, emergency) >= TUNING.screening.emergency_from
        return Scores(
            urgent=self._score(
                parts, by_words, self._urgent, self._likeliest(gravest, emergency if grave else same_day)
            ),
            crisis=self._score(parts, by_words, crisis, self._likeliest(gravest, crisis)),
            soon=self._score(parts, by_words, soon, self._likeliest(gravest, soon)),
        )

    def _likeliest(self, scores: Floats, among: Mask) -> tuple[str, Level]:
        """Return the flag and level with the highest score among some classes."""
        return self._kinds[int(np.where(among, scores, -np.inf)[:-1].argmax())]

    def _score(self, parts: Sequence[Floats], by_words: Floats | None, classes: Mask, kind: tuple[str, Level]) -> Score:
        """Return how much a message, the first of its parts, sounds like some classes; `kind` is the likeliest."""
        odds = [_log_odds(scores, classes) for scores in parts]
        by_window = sorted(odds[1:] or odds)
        alone = TUNING.screening.nothing_known if by_words is None else _log_odds(by_words, classes)
        flag, level = kind
        return Score(sum(odds) / len(odds), by_window[max(0, len(by_window) - 2)], alone, flag, level)


def _log_odds(scores: Floats, classes: Mask) -> float:
    """Return the log-odds of some classes together, between -`CERTAIN` and `CERTAIN`."""
    odds = _log_sum(scores[classes]) - _log_sum(scores[~classes])
    return max(-CERTAIN, min(CERTAIN, odds))


def _log_sum(scores: Floats) -> float:
    """Return the logarithm of the classes' odds together; of no class -inf."""
    most = scores.max(initial=-np.inf)
    if most == -np.inf:
        return -math.inf
    sharpness = TUNING.learning.sharpness
    return sharpness * float(most) + math.log(float(np.exp(sharpness * (scores - most)).sum()))


def windows(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield every stretch of `sentence_window` sentences of a longer message; none of a shorter one."""
    size = TUNING.screening.sentence_window
    if len(sentences) > size:
        yield from (sentences[start : start + size] for start in range(len(sentences) - size + 1))


@dataclass(frozen=True, slots=True)
class _Text:
    """One text to learn from, as its words and as its concepts."""

    words: Example
    concepts: Example

    @classmethod
    def of(cls, sentences: Sequence[Sentence], label: int, importance: float) -> _Text:
        return cls(
            Example(spoken(sentences), label, importance),
            Example(tuple(concept_features(sentences)), label, importance),
        )


def concept_features(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield the concepts of each sentence and their pairs, marked by how they are meant."""
    for sentence in sentences:
        context = sentence.context
        how = "?" * context.asked + "v" * context.over + "o" * context.others
        names = sorted({_meant(span, context) for span in sentence.spans})
        yield from (name + how for name in names)
        yield from (f"{one}+{other}{how}" for one, other in combinations(names, 2))
        if how:
            yield how
        if any(context.past):
            yield "<"


def _meant(span: Span, context: Context) -> str:
    """Spell a concept with how it is meant: `!` for denied or supposed, `<` for past."""
    return "!" * (not context.claims(span)) + span.concept + "<" * context.past[span.start]


def _alone(features: Sequence[str]) -> Iterator[Bunch]:
    return ((feature,) for feature in features)
