"""Which topic a message is about, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from bot.answering.features import LayWords, letter_features, met_features, spelled, strangers
from bot.answering.linear import Floats
from bot.answering.spelling import Speller
from bot.answering.text import words
from bot.answering.views import Example, View, together
from bot.library import Library

MOST_CANDIDATES = 5

BODY_IMPORTANCE = 0.5
"""A sentence of an answer counts half of a phrasing: patients ask in other words than clinics answer."""

COMMON = 3
"""Examples that hold a word before it is taken for the right spelling of another (1, 2, 3 and 5 tried: 3 was best)."""

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
    """The best topics, most likely first; the likeliest kind of message from elsewhere; all topics' share together."""

    candidates: tuple[Candidate, ...]
    elsewhere: Candidate | None = None
    inside: float = 0.0


MOST_REASONS = 8
"""Reasons `--why` prints: the loudest."""


@dataclass(frozen=True, slots=True)
class Why:
    """What was read as what (typed, meant), and the loudest votes for a topic (feature, vote)."""

    read_as: tuple[tuple[str, str], ...]
    votes: tuple[tuple[str, float], ...]


class Matcher:
    """Two views of the same letters, words and pieces of words, each voting for topics; their votes are added.

    What is outside the FAQ is learned too, as kinds of its own, so that "no topic" is a finding and not a threshold.
    """

    def __init__(self, library: Library) -> None:
        self.topics = tuple(library.topics)
        self.kinds = tuple(library.elsewhere)
        self._lay = LayWords(library.words)
        examples = list(self._examples(library))
        counts = Counter(word for example in examples for word in set(example.words))
        self.vocabulary = frozenset(counts)
        common = {word for word, count in counts.items() if count >= COMMON}
        self.speller = Speller(common | self._lay.vocabulary)
        self._familiar = self.vocabulary | self._lay.vocabulary
        twice = {word for word, count in counts.items() if count > 1} | self._lay.vocabulary
        classes = len(self.topics) + len(self.kinds)
        read = partial(self._meant, familiar=twice)
        self._views = (
            View([e.reread(read) for e in examples], met_features, classes=classes, fewest=FEWEST_WORDS),
            View(examples, letter_features, classes=classes, fewest=FEWEST_PIECES),
        )

    def _meant(self, spoken: Sequence[str], *, familiar: Container[str]) -> tuple[str, ...]:
        """Return the words as they are meant: slips mended, lay words replaced, strange words marked.

        Of the examples themselves a word is familiar when another example holds it too, so that strangeness is learned
        as it will be met.
        """
        return strangers(self._lay.read(spelled(spoken, self.speller)), familiar)

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
        inside = float(shares[: len(self.topics)].sum())
        return Match(candidates, self._elsewhere(shares[len(self.topics) :]), inside)

    def _scores(self, spoken: Sequence[str]) -> Floats | None:
        """Return the votes of both views together, or None when neither knows a feature."""
        meant = self._meant(spoken, familiar=self._familiar)
        return together(view.scores(read) for view, read in zip(self._views, (meant, spoken), strict=True))

    def why(self, message: str, topic: str) -> Why:
        """Return what was read as what, and what each word and pair adds to the score of a topic."""
        spoken = words(message)
        known = spelled(spoken, self.speller)
        meant = self._meant(spoken, familiar=self._familiar)
        label = self.topics.index(topic)
        votes = self._views[0].contributions(meant, label)
        for word in dict.fromkeys(spoken):
            shares = self._views[1].contributions([word], label)
            votes[f"letters of {word}"] = sum(shares.values()) / max(1, len(spoken)) ** 0.5
        ordered = sorted(votes.items(), key=lambda pair: -abs(pair[1]))
        typos = (
            tuple((a, b) for a, b in zip(spoken, known, strict=False) if a != b) if len(spoken) == len(known) else ()
        )
        said = self._lay.read(known)
        lay = ((" ".join(known), " ".join(said)),) if said != known else ()
        return Why((*typos, *lay), tuple(ordered[:MOST_REASONS]))

    def _elsewhere(self, shares: Floats) -> Candidate | None:
        """Return the likeliest kind of message outside the FAQ."""
        if not self.kinds:
            return None
        best = int(shares.argmax())
        return Candidate(self.kinds[best], round(float(shares[best]), 4))
