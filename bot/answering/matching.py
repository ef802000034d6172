"""Which topic a message is about, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.features import LayWords, letter_features, spelled, word_features
from bot.answering.linear import Floats, Vocabulary, train
from bot.answering.spelling import Speller
from bot.answering.text import words
from bot.library import Library

MOST_CANDIDATES = 5

BODY_IMPORTANCE = 0.5
"""A sentence of an answer counts half of a phrasing: patients ask in other words than clinics answer."""

FEWEST_WORDS, FEWEST_PIECES = 2, 3
"""Examples a word (pair) or a piece of letters must stand in: rarer ones say nothing of unseen questions."""

SHARPNESS = 1.6
"""What scores are multiplied by before they become confidences, so that of answers at 0.8 eight in ten are right."""

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that may be meant. `confidence` is between 0 and 1."""

    topic: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Match:
    """The best topics, most likely first, and the kind of message outside the FAQ that it is most like."""

    candidates: tuple[Candidate, ...]
    elsewhere: Candidate | None = None


@dataclass(frozen=True)
class _Example:
    """A text, the class it stands for and what it counts."""

    words: tuple[str, ...]
    label: int
    importance: float


class View:
    """One way to look at texts: its features, and their votes for classes."""

    def __init__(
        self,
        features: Callable[[Sequence[str]], Iterable[str]],
        examples: Sequence[Sequence[str]],
        labels: Sequence[int],
        importance: Sequence[float],
        *,
        classes: int,
        fewest: int,
    ) -> None:
        self._features = features
        seen = [tuple(features(example)) for example in examples]
        self.vocabulary = Vocabulary(seen, fewest=fewest)
        vectors = [self.vocabulary.vector(example) for example in seen]
        self.votes = train(vectors, labels, importance, features=len(self.vocabulary), classes=classes)

    def scores(self, spoken: Sequence[str]) -> Floats | None:
        """Return a score a class, or None when no feature of the text is known."""
        vector = self.vocabulary.vector(self._features(spoken))
        if not len(vector.features):
            return None
        scores: Floats = vector.weights @ self.votes[vector.features]
        return scores


class Matcher:
    """Two views of the same letters, words and pieces of words, each voting for topics; their votes are added.

    What is outside the FAQ is learned too, as kinds of its own, so that "no topic" is a finding and not a threshold.
    """

    def __init__(self, library: Library) -> None:
        self.topics = tuple(library.topics)
        self.kinds = tuple(library.elsewhere)
        self._lay = LayWords(library.words)
        examples = list(self._examples(library))
        self.vocabulary = frozenset(word for example in examples for word in example.words)
        self.speller = Speller(self.vocabulary | self._lay.vocabulary)
        labels = [example.label for example in examples]
        importance = [example.importance for example in examples]
        classes = len(self.topics) + len(self.kinds)
        self._views = (
            View(
                word_features,
                [self._lay.read(example.words) for example in examples],
                labels,
                importance,
                classes=classes,
                fewest=FEWEST_WORDS,
            ),
            View(
                letter_features,
                [example.words for example in examples],
                labels,
                importance,
                classes=classes,
                fewest=FEWEST_PIECES,
            ),
        )

    def _examples(self, library: Library) -> Iterator[_Example]:
        """Yield every phrasing, every sentence of an answer, and every example of what is elsewhere."""
        for number, topic in enumerate(library.topics.values()):
            for text in (topic.question, *topic.asked_as):
                yield _Example(words(text), number, 1.0)
            for text in (topic.body.lead, *topic.body.points, topic.body.caution):
                for sentence in _SENTENCE_END.split(text):
                    yield _Example(words(sentence), number, BODY_IMPORTANCE)
        for number, kind in enumerate(library.elsewhere.values(), len(self.topics)):
            for text in kind.sounds_like:
                yield _Example(words(text), number, 1.0)

    def match(self, message: str) -> Match:
        """Return the best candidates; none when nothing in the message is known."""
        scores = self._scores(words(message))
        if scores is None:
            return Match(())
        odds = np.exp(SHARPNESS * (scores - scores.max()))
        shares = odds / odds.sum()
        best = np.argsort(-shares[: len(self.topics)], kind="stable")[:MOST_CANDIDATES]
        candidates = tuple(Candidate(self.topics[i], round(float(shares[i]), 4)) for i in best)
        return Match(candidates, self._elsewhere(shares[len(self.topics) :]))

    def _scores(self, spoken: Sequence[str]) -> Floats | None:
        """Return the votes of both views together, or None when neither knows a feature."""
        meant = self._lay.read(spelled(spoken, self.speller))
        views = zip(self._views, (meant, spoken), strict=True)
        known = [scores for view, read in views if (scores := view.scores(read)) is not None]
        return sum(known[1:], known[0]) if known else None

    def _elsewhere(self, shares: Floats) -> Candidate | None:
        """Return the likeliest kind of message outside the FAQ."""
        if not self.kinds:
            return None
        best = int(shares.argmax())
        return Candidate(self.kinds[best], round(float(shares[best]), 4))
