"""Which topic a message is about, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.confidence import confidence, support_of
from bot.answering.features import FAMILIAR_STEMS, NGRAMS, LayWords, strangers
from bot.answering.linear import Floats, LinearClassifier, LinearModel, together
from bot.answering.message import Message
from bot.answering.text import Words
from bot.answering.tuning import TUNING, Support

MOST_CANDIDATES = 5

CERTAIN = 30.0
"""What a topic's score leads by when the message is its question or a curated phrasing, word for word."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that may be meant. `confidence` is between 0 and 1."""

    topic: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Match:
    """The best topics, most likely first, and what speaks for the first.

    `outside`: the likeliest kind of message outside the FAQ. `inside`: the share of all topics together.
    """

    candidates: tuple[Candidate, ...]
    outside: Candidate | None = None
    inside: float = 0.0
    support: Support | None = None


MOST_REASONS = 8
"""Reasons `--why` prints: the loudest."""


@dataclass(frozen=True, slots=True)
class Why:
    """What was read as what (typed, meant), and the loudest votes for a topic (feature, vote)."""

    read_as: tuple[tuple[str, str], ...]
    votes: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class TopicModel:
    """What matching has learned from texts.

    The classes of both models are `topics` and then `kinds` of messages outside the FAQ: what is outside is learned
    too, so that "no topic" is a finding and not a threshold. `familiar`: all words of those texts. `verbatim`: the
    class of each question and curated phrasing, by its words with a space between them.
    """

    topics: Words
    kinds: Words
    familiar: frozenset[str]
    verbatim: Mapping[str, int]
    stems: LinearModel
    ngrams: LinearModel


class Matcher:
    """Two classifiers of the same words, by their stems and by their character n-grams; their scores are added."""

    def __init__(self, model: TopicModel, lay_words: LayWords, needs: Mapping[str, str]) -> None:
        """`needs`: the concept that a message must speak of, for each topic that needs one."""
        self.topics = model.topics
        self._needs = {model.topics.index(topic): concept for topic, concept in needs.items()}
        self.kinds = model.kinds
        self._verbatim = model.verbatim
        self._lay = lay_words
        self._familiar = model.familiar | lay_words.vocabulary
        self._by_stems = LinearClassifier(model.stems, FAMILIAR_STEMS)
        self._by_ngrams = LinearClassifier(model.ngrams, NGRAMS)

    def _meant(self, spelled: Sequence[str]) -> Words:
        """Return the words as they are meant: lay words replaced, strange words marked."""
        return strangers(self._lay.read(spelled), self._familiar)

    def match(self, message: Message) -> Match:
        """Return the best candidates; none when nothing in the message is known."""
        by_stems = self._by_stems.scores(self._meant(message.spelled))
        scores = together((by_stems, self._by_ngrams.scores(message.words)))
        if scores is None:
            return Match(())
        for needing, concept in self._needs.items():
            if concept not in message.concepts:
                scores[needing] = scores.min()
        if (label := self._verbatim.get(" ".join(message.words))) is not None:
            scores[label] = scores.max() + CERTAIN
        return self._match(scores)

    def _match(self, scores: Floats) -> Match:
        """Turn scores, of shape (topics + kinds outside,), into shares of one."""
        odds = np.exp(TUNING.learning.sharpness * (scores - scores.max()))
        shares = odds / odds.sum()
        ours, inside = shares[: len(self.topics)], float(shares[: len(self.topics)].sum())
        best = np.argsort(-ours, kind="stable")[:MOST_CANDIDATES]
        support = support_of(scores[: len(self.topics)], ours)
        sure = confidence(support) / float(ours[best[0]])
        candidates = tuple(Candidate(self.topics[i], round(sure * float(ours[i]), 4)) for i in best)
        return Match(candidates, self._outside(shares[len(self.topics) :]), inside, support)

    def why(self, message: Message, topic: str) -> Why:
        """Return what was read as what, and what each word and pair adds to the score of a topic."""
        typed, spelled = message.words, message.spelled
        label = self.topics.index(topic)
        votes = self._by_stems.contributions(self._meant(spelled), label)
        for word in dict.fromkeys(typed):
            shares = self._by_ngrams.contributions([word], label)
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
