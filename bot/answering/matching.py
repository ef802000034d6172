"""Which topic a message is about, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.features import LayWords, letter_features, spelled, word_features
from bot.answering.linear import Floats
from bot.answering.spelling import Speller
from bot.answering.text import words
from bot.answering.views import Example, View, scores_of
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
        classes = len(self.topics) + len(self.kinds)
        self._views = (
            View([e.reread(self._lay.read) for e in examples], word_features, classes=classes, fewest=FEWEST_WORDS),
            View(examples, letter_features, classes=classes, fewest=FEWEST_PIECES),
        )

    def _examples(self, library: Library) -> Iterator[Example]:
        """Yield every phrasing, every sentence of an answer, and every example of what is elsewhere."""
        for number, topic in enumerate(library.topics.values()):
            for text in (topic.question, *topic.asked_as):
                yield Example(words(text), number, 1.0)
            for text in (topic.body.lead, *topic.body.points, topic.body.caution):
                for sentence in _SENTENCE_END.split(text):
                    yield Example(words(sentence), number, BODY_IMPORTANCE)
        for number, kind in enumerate(library.elsewhere.values(), len(self.topics)):
            for text in kind.sounds_like:
                yield Example(words(text), number, 1.0)

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
        return scores_of(zip(self._views, (meant, spoken), strict=True))

    def _elsewhere(self, shares: Floats) -> Candidate | None:
        """Return the likeliest kind of message outside the FAQ."""
        if not self.kinds:
            return None
        best = int(shares.argmax())
        return Candidate(self.kinds[best], round(float(shares[best]), 4))
