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

BATCH = 32
"""Examples that pull together. Single ones and batches of 32, 64 and 128 answer alike; 32 takes the least time."""

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
    rows = _Rows.of(vectors)
    wanted, counts = np.array(labels), np.array(importance, np.float32)
    learned = _learned(rows, wanted, counts, features, classes)
    counted = _counted(rows, wanted, counts, features, classes)
    return _scaled(learned, vectors) + np.float32(COUNTED) * _scaled(counted, vectors)


@dataclass(frozen=True)
class _Rows:
    """Vectors one after the other: row `i` is `features[starts[i] : starts[i + 1]]`, and `weights` likewise."""

    starts: NDArray[np.int64]
    features: Ints
    weights: Floats

    @classmethod
    def of(cls, vectors: Sequence[Vector]) -> _Rows:
        starts = np.cumsum([0, *(len(vector.features) for vector in vectors)])
        features = np.concatenate([vector.features for vector in vectors])
        return cls(starts, features, np.concatenate([vector.weights for vector in vectors]))

    def chosen(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], Ints, Floats]:
        """Return, for every feature of some rows, the place of its row among them, its number and its weight."""
        lengths = self.starts[numbers + 1] - self.starts[numbers]
        ends = np.cumsum(lengths)
        at = np.arange(ends[-1]) + np.repeat(self.starts[numbers] - ends + lengths, lengths)
        return np.repeat(np.arange(len(numbers)), lengths), self.features[at], self.weights[at]


def _learned(rows: _Rows, labels: NDArray[np.int64], importance: Floats, features: int, classes: int) -> Floats:
    """Return the weights of a softmax regression, by stochastic gradient descent in batches.

    A batch is a small dense matrix over the features that stand in it: one product forth and one back.
    """
    weights = np.zeros((features, classes), np.float32)
    order, places = np.random.default_rng(0), np.zeros(features, np.int64)
    total, done = PASSES * len(labels), 0
    for _ in range(PASSES):
        for batch in np.split(order.permutation(len(labels)), range(BATCH, len(labels), BATCH)):
            row, feature, weight = rows.chosen(batch)
            places[feature] = 1
            present = np.flatnonzero(places)
            places[present] = np.arange(len(present))
            dense = np.zeros((len(batch), len(present)), np.float32)
            dense[row, places[feature]] = weight
            places[present] = 0
            pull = _shares(dense @ weights[present])
            pull[np.arange(len(batch)), labels[batch]] -= 1.0
            pull *= (STEP * (1 - done / total) * importance[batch])[:, None]
            weights[present] -= dense.T @ pull
            done += len(batch)
    return weights


def _shares(scores: Floats) -> Floats:
    """Return the softmax of each row."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares


def _counted(rows: _Rows, labels: NDArray[np.int64], importance: Floats, features: int, classes: int) -> Floats:
    """Return naive Bayes' log-probabilities, centred so that a feature no class prefers votes for none."""
    lengths = np.diff(rows.starts)
    cells = rows.features.astype(np.int64) * classes + np.repeat(labels, lengths)
    sums = np.bincount(cells, rows.weights * np.repeat(importance, lengths), minlength=features * classes)
    counts = sums.reshape(features, classes) + SMOOTHING
    logs = np.log(counts) - np.log(counts.sum(axis=0))
    centred: Floats = (logs - logs.mean(axis=1, keepdims=True)).astype(np.float32)
    return centred


def _scaled(weights: Floats, vectors: Sequence[Vector]) -> Floats:
    """Scale votes so that a typical text's scores have a spread of 1, whatever made them."""
    sample = vectors[:: max(1, len(vectors) // 500)]
    spread = float(np.mean([(v.weights @ weights[v.features]).std() for v in sample if len(v.features)]))
    return weights / np.float32(spread or 1.0)
