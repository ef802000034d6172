"""The second reader of warning signs: how much a message sounds like those people wrote when something was wrong.

The rules of `written_signs.py` know what a sign is; this classifier has learned many ways to say it, from texts of
every flag, against everything harmless that Limber knows: its own topics' phrasings, what is outside, and the messages
that only look like a sign.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.answering.features import CONCEPTS, NGRAMS, STEMS, concepts_in
from bot.answering.linear import Floats, LinearClassifier, LinearModel, together
from bot.answering.message import Sentence, spoken
from bot.answering.tuning import TUNING
from bot.library import Level

T = TypeVar("T")

Sign = tuple[str, Level]
"""A flag, by its id, and one of its levels."""

Mask = NDArray[np.bool_]
"""Which classes are meant, of shape (classes,); the last class is what is harmless."""

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


@dataclass(frozen=True, slots=True)
class SignModel:
    """What has been learned of warning signs from texts.

    The classes of the models are `signs`, each a flag and a level, and then what is harmless. `verbatim`: the class of
    each of those texts, by its words.
    """

    signs: tuple[Sign, ...]
    verbatim: Mapping[str, int]
    stems: LinearModel
    ngrams: LinearModel
    concepts: LinearModel


class SignClassifier:
    """Three classifiers of a message, by its stems, the n-grams of its words and the concepts in it, added up."""

    def __init__(self, model: SignModel) -> None:
        self._signs = model.signs
        levels = [level for _, level in model.signs]
        self._of = {level: np.array([other is level for other in levels] + [False]) for level in Level}
        self._urgent = np.array([level.urgent for level in levels] + [False])
        self._verbatim = model.verbatim
        self._by_stems = LinearClassifier(model.stems, STEMS)
        self._by_ngrams = LinearClassifier(model.ngrams, NGRAMS)
        self._by_concepts = LinearClassifier(model.concepts, CONCEPTS)

    def classify(self, sentences: Sequence[Sentence]) -> Scores | None:
        """Return what a message sounds like; None when it is empty or nothing in it is known."""
        if not self._signs or not sentences:
            return None
        if (label := self._verbatim_label(sentences)) is not None:
            certain: Floats = np.eye(len(self._signs) + 1, dtype=np.float32)[label] * CERTAIN
            return self._scores([certain], certain)
        scores_by = [self._scores_by(part) for part in (sentences, *windows(sentences))]
        parts = [scores for part in scores_by if (scores := together(part)) is not None]
        return self._scores(parts, scores_by[0][0]) if parts else None

    def _verbatim_label(self, sentences: Sequence[Sentence]) -> int | None:
        """Return the class of a message that is one of the examples, or has one of them as a sentence, word for word.

        A sign counts in any sentence; a harmless example only as the whole message.
        """
        whole = self._verbatim.get(" ".join(spoken(sentences)))
        if whole is not None:
            return whole
        found = (self._verbatim.get(" ".join(spoken([sentence]))) for sentence in sentences)
        return next((label for label in found if label is not None and label < len(self._signs)), None)

    def _scores_by(self, sentences: Sequence[Sentence]) -> tuple[Floats | None, ...]:
        """Return each classifier's scores, of shape (classes,), for some sentences; None: nothing is known."""
        words = spoken(sentences)
        concepts = [name for sentence in sentences for name in concepts_in(sentence)]
        return self._by_stems.scores(words), self._by_ngrams.scores(words), self._by_concepts.scores(concepts)

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

    def _likeliest(self, scores: Floats, among: Mask) -> Sign:
        """Return the flag and level with the highest score among some classes."""
        return self._signs[int(np.where(among, scores, -np.inf)[:-1].argmax())]

    def _score(self, parts: Sequence[Floats], by_words: Floats | None, classes: Mask, sign: Sign) -> Score:
        """Return how much a message, the first of its parts, sounds like some classes; `sign` is the likeliest."""
        odds = [_log_odds(scores, classes) for scores in parts]
        by_window = sorted(odds[1:] or odds)
        alone = TUNING.screening.nothing_known if by_words is None else _log_odds(by_words, classes)
        flag, level = sign
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


def windows(sentences: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield every stretch of `sentence_window` sentences of a longer message; none of a shorter one."""
    size = TUNING.screening.sentence_window
    if len(sentences) > size:
        yield from (sentences[start : start + size] for start in range(len(sentences) - size + 1))
