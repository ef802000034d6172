"""Which topic a message is about, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from bot.answering.features import LayWords, letter_features, met_features, strangers
from bot.answering.linear import Floats
from bot.answering.message import Message
from bot.answering.text import Words, words
from bot.answering.tuning import TUNING
from bot.answering.views import Example, View, together
from bot.library import Examples, Library

MOST_CANDIDATES = 5

BODY_IMPORTANCE = 0.5
"""A sentence of an answer counts half of a phrasing: patients ask in other words than clinics answer."""

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that may be meant. `confidence` is between 0 and 1."""

    topic: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Match:
    """The best topics, most likely first; the likeliest kind of message outside the FAQ; all topics' share together."""

    candidates: tuple[Candidate, ...]
    outside: Candidate | None = None
    inside: float = 0.0


MOST_REASONS = 8
"""Reasons `--why` prints: the loudest."""


@dataclass(frozen=True, slots=True)
class Why:
    """What was read as what (typed, meant), and the loudest votes for a topic (feature, vote)."""

    read_as: tuple[tuple[str, str], ...]
    votes: tuple[tuple[str, float], ...]


class Matcher:
    """Two views of the same letters, words and character n-grams, each voting for topics; their votes are added.

    What is outside the FAQ is learned too, as kinds of its own, so that "no topic" is a finding and not a threshold.
    """

    def __init__(self, library: Library, examples: Examples) -> None:
        self.topics = tuple(library.topics)
        self.kinds = tuple(library.outside)
        self._lay = LayWords(library.words)
        learned = list(self._examples(library, examples))
        counts = Counter(word for example in learned for word in set(example.words))
        self._familiar = frozenset(counts) | self._lay.vocabulary
        twice = {word for word, count in counts.items() if count > 1} | self._lay.vocabulary
        classes = len(self.topics) + len(self.kinds)
        read = partial(self._meant, familiar=twice)
        self._views = (
            View(
                [example.reread(read) for example in learned],
                met_features,
                classes=classes,
                fewest=TUNING.learning.fewest_words,
            ),
            View(learned, letter_features, classes=classes, fewest=TUNING.learning.fewest_ngrams),
        )

    def _meant(self, spelled: Sequence[str], *, familiar: Container[str]) -> Words:
        """Return the words as they are meant: lay words replaced, strange words marked.

        Of the examples themselves a word is familiar when another example holds it too, so that strangeness is learned
        as it will be met.
        """
        return strangers(self._lay.read(spelled), familiar)

    def _examples(self, library: Library, examples: Examples) -> Iterator[Example]:
        """Yield every phrasing, every sentence of an answer, and every example of what is outside."""
        for number, topic in enumerate(library.topics.values()):
            for text in (topic.question, *examples.phrasings(topic)):
                yield Example(words(text), number, 1.0)
            for text in (topic.body.lead, *topic.body.points, topic.body.caution):
                for sentence in _SENTENCE_END.split(text):
                    yield Example(words(sentence), number, BODY_IMPORTANCE)
        for number, kind in enumerate(self.kinds, len(self.topics)):
            for text in examples.outside.get(kind, ()):
                yield Example(words(text), number, 1.0)

    def match(self, message: Message) -> Match:
        """Return the best candidates; none when nothing in the message is known."""
        meant = self._meant(message.spelled, familiar=self._familiar)
        scores = together(view.scores(seen) for view, seen in zip(self._views, (meant, message.words), strict=True))
        return Match(()) if scores is None else self._match(scores)

    def _match(self, scores: Floats) -> Match:
        """Turn scores, of shape (topics + kinds outside,), into shares of one."""
        odds = np.exp(TUNING.learning.sharpness * (scores - scores.max()))
        shares = odds / odds.sum()
        best = np.argsort(-shares[: len(self.topics)], kind="stable")[:MOST_CANDIDATES]
        candidates = tuple(Candidate(self.topics[i], round(float(shares[i]), 4)) for i in best)
        inside = float(shares[: len(self.topics)].sum())
        return Match(candidates, self._outside(shares[len(self.topics) :]), inside)

    def why(self, message: Message, topic: str) -> Why:
        """Return what was read as what, and what each word and pair adds to the score of a topic."""
        typed, spelled = message.words, message.spelled
        label = self.topics.index(topic)
        votes = self._views[0].contributions(self._meant(spelled, familiar=self._familiar), label)
        for word in dict.fromkeys(typed):
            shares = self._views[1].contributions([word], label)
            votes[f"letters of {word}"] = sum(shares.values()) / max(1, len(typed)) ** 0.5
        loudest = sorted(votes.items(), key=lambda pair: -abs(pair[1]))[:MOST_REASONS]
        slips = [(word, known[0]) for word, known in message.readings.items() if known and known[0] != word]
        meant = self._lay.read(spelled)
        lay = [(" ".join(spelled), " ".join(meant))] if meant != spelled else []
        return Why((*slips, *lay), tuple(loudest))

    def _outside(self, shares: Floats) -> Candidate | None:
        """Return the likeliest kind of message outside the FAQ."""
        if not self.kinds:
            return None
        best = int(shares.argmax())
        return Candidate(self.kinds[best], round(float(shares[best]), 4))
