"""Which topic a message is about, and how sure that is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.spelling import Speller
from bot.answering.stems import stem
from bot.answering.text import words
from bot.library import Library

MOST_CANDIDATES = 5
BODY_WEIGHT = 0.5
"""An answer's own words count half: patients ask in other words than clinics answer."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that may be meant. `confidence` is between 0 and 1."""

    topic: str
    confidence: float


class Matcher:
    """Votes of words and word pairs, weighted by rarity, over all phrasings of a library."""

    def __init__(self, library: Library) -> None:
        self._lay = {tuple(words(lay)): tuple(words(word)) for lay, word in library.words.items()}
        self._longest_lay = max((len(lay) for lay in self._lay), default=1)
        self.topics = tuple(library.topics)
        votes: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        vocabulary: set[str] = set()
        for number, topic in enumerate(library.topics.values()):
            phrasings = (topic.question, *topic.asked_as)
            for text, weight in [*((p, 1.0) for p in phrasings), (topic.body.text, BODY_WEIGHT)]:
                spoken = words(text)
                vocabulary.update(spoken)
                for feature in set(self._features(self._concepts(spoken))):
                    votes[feature][number] += weight
        self.vocabulary = frozenset(vocabulary)
        self._speller = Speller(vocabulary | {w for lay in self._lay for w in lay})
        self._votes = {feature: _weighed(by_topic, len(self.topics)) for feature, by_topic in votes.items()}

    def rank(self, message: str) -> tuple[Candidate, ...]:
        """Return the best candidates, most likely first; none when no word of the message is known."""
        scores: dict[int, float] = defaultdict(float)
        for feature in set(self._features(self._concepts(self._spelled(words(message))))):
            for number, vote in self._votes.get(feature, {}).items():
                scores[number] += vote
        if not scores:
            return ()
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CANDIDATES]
        total = sum(score**4 for score in scores.values())
        return tuple(Candidate(self.topics[n], round(score**4 / total, 4)) for n, score in best)

    def _spelled(self, spoken: Sequence[str]) -> tuple[str, ...]:
        """Replace unknown words by their nearest known spelling."""
        made: list[str] = []
        for word in spoken:
            readings = self._speller.readings(word)
            made.extend(readings[0][0].split() if readings else (word,))
        return tuple(made)

    def _concepts(self, spoken: Sequence[str]) -> tuple[str, ...]:
        """Replace lay words by the clinic's words, the longest lay phrase first."""
        made: list[str] = []
        at = 0
        while at < len(spoken):
            for length in range(min(self._longest_lay, len(spoken) - at), 0, -1):
                if replaced := self._lay.get(tuple(spoken[at : at + length])):
                    made.extend(replaced)
                    at += length
                    break
            else:
                made.append(spoken[at])
                at += 1
        return tuple(made)

    @staticmethod
    def _features(spoken: Sequence[str]) -> Iterable[str]:
        """Yield stems and pairs of neighbouring stems."""
        stems = [stem(word) for word in spoken]
        yield from stems
        yield from (f"{a} {b}" for a, b in pairwise(stems))


def _weighed(by_topic: dict[int, float], topics: int) -> dict[int, float]:
    """Turn counts into votes: saturating in count, rarer features louder."""
    rarity = math.log(1 + topics / len(by_topic))
    return {number: rarity * count / (count + 1.5) for number, count in by_topic.items()}
