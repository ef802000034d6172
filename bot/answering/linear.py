"""A linear reading of text: which of several classes its features vote for, learned from examples.

Two kinds of votes are added. *Counted* votes are the log-probabilities of multinomial naive Bayes; *learned* ones come
from a few passes of softmax regression. The first know rare words, the second tell near classes apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Bunch = tuple[str, ...]
"""Features that come together."""

MOST_REMEMBERED = 20_000
"""Bunches whose numbers are kept at hand: more different words than a clinic's server writes in a day."""

PASSES = 4
"""Passes over the examples. Right first on dev_questions: 2 passes 0.89, 4 passes 0.90, 8 passes 0.90."""

STEP = 3.0
"""First step of the descent, falling to nothing along a line."""

SMOOTHING = 0.05
"""Count that every feature has in every class to begin with."""

COUNTED = 0.5
"""What a counted vote weighs beside a learned one."""


@dataclass(frozen=True)
class Vector:
    """A text as features: their numbers and weights, of length 1."""

    features: Ints
    weights: Floats


class Vocabulary:
    """Numbers the features seen in at least `fewest` examples, and weighs them by rarity.

    A text's features come in bunches: a bunch that was met before (the pieces of a word) is not looked up again.
    """

    def __init__(self, examples: Sequence[Sequence[Bunch]], *, fewest: int) -> None:
        counts = Counter(feature for example in examples for feature in set(chain.from_iterable(example)))
        kept = sorted(feature for feature, count in counts.items() if count >= fewest)
        total = len(examples)
        rarity = [math.log((1 + total) / (1 + counts[feature])) + 1 for feature in kept]
        self.__setstate__(({feature: number for number, feature in enumerate(kept)}, np.array(rarity, np.float32)))

    def __getstate__(self) -> tuple[dict[str, int], Floats]:
        """Pickle without the memory of bunches: it is nobody's business."""
        return self._numbers, self._rarity

    def __setstate__(self, state: tuple[dict[str, int], Floats]) -> None:
        """Start with an empty memory."""
        self._numbers, self._rarity = state
        self._known = lru_cache(MOST_REMEMBERED)(self._looked_up)

    def __len__(self) -> int:
        """Return how many features there are."""
        return len(self._numbers)

    def number(self, feature: str) -> int | None:
        """Return a feature's number, None for one never seen."""
        return self._numbers.get(feature)

    def vector(self, bunches: Iterable[Bunch]) -> Vector:
        """Return the vector of a text; features never seen are left out."""
        counted = Counter(chain.from_iterable(map(self._known, bunches)))
        numbers = np.fromiter(counted, np.int32, len(counted))
        counts = np.fromiter(counted.values(), np.float32, len(counted))
        weights: Floats = (1 + np.log(counts)) * self._rarity[numbers]
        length = math.sqrt(float(weights @ weights)) or 1.0
        return Vector(numbers, (weights / length).astype(np.float32))

    def _looked_up(self, bunch: Bunch) -> tuple[int, ...]:
        get = self._numbers.get
        return tuple(number for feature in bunch if (number := get(feature)) is not None)


def train(
    vectors: Sequence[Vector], labels: Sequence[int], importance: Sequence[float], *, features: int, classes: int
) -> Floats:
    """Return votes, one row a feature and one column a class. The same examples give the same votes."""
    weights = np.zeros((features, classes), np.float32)
    order = np.random.default_rng(0)
    total, done = PASSES * len(vectors), 0
    for _ in range(PASSES):
        for at in order.permutation(len(vectors)):
            vector = vectors[at]
            scores = vector.weights @ weights[vector.features]
            pull = np.exp(scores - scores.max())
            pull /= pull.sum()
            pull[labels[at]] -= 1.0
            step = STEP * importance[at] * (1 - done / total)
            weights[vector.features] -= np.outer(vector.weights, step * pull)
            done += 1
    counted = _counted(vectors, labels, importance, features, classes)
    return _scaled(weights, vectors) + np.float32(COUNTED) * _scaled(counted, vectors)


def _counted(
    vectors: Sequence[Vector], labels: Sequence[int], importance: Sequence[float], features: int, classes: int
) -> Floats:
    """Return naive Bayes' log-probabilities, centred so that a feature no class prefers votes for none."""
    counts = np.full((features, classes), SMOOTHING, np.float32)
    for vector, label, weight in zip(vectors, labels, importance, strict=True):
        counts[vector.features, label] += weight * vector.weights
    logs = np.log(counts) - np.log(counts.sum(axis=0))
    centred: Floats = (logs - logs.mean(axis=1, keepdims=True)).astype(np.float32)
    return centred


def _scaled(weights: Floats, vectors: Sequence[Vector]) -> Floats:
    """Scale votes so that a typical text's scores have a spread of 1, whatever made them."""
    sample = vectors[:: max(1, len(vectors) // 500)]
    spread = float(np.mean([(v.weights @ weights[v.features]).std() for v in sample if len(v.features)]))
    return weights / np.float32(spread or 1.0)
