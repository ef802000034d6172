"""Fit a linear model to labelled texts. Runs only when an index is made.

Two kinds of weights are added. *Counted* ones are the log-probabilities of multinomial naive Bayes; *learned* ones come
from a few passes of softmax regression. The first know rare words, the second tell near classes apart. The same texts
in the same order give the same weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, compress

import numpy as np

from bot.answering.linear import Features, Floats, Ints, LinearModel

PASSES = 4
"""Passes over the texts. Right first on dev_questions: 2 passes 0.89, 4 passes 0.90, 8 passes 0.90."""

BATCH = 16
"""Texts that pull together. Single ones and batches up to 128 answer alike; from 16 on it takes no less time."""

STEP = 3.0
"""First step of the descent, falling to nothing along a line."""

SMOOTHING = 0.05
"""Count that every feature has in every class to begin with."""

COUNTED = 0.5
"""What a counted weight counts beside a learned one."""

SAMPLE = 500
"""Texts on which the spread of scores is measured, about."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The class of each text and what the text counts, both of shape (texts,)."""

    classes: Ints
    importance: Floats
    count: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, float]], *, count: int) -> Labels:
        """Make labels of (class, importance) pairs, among `count` classes."""
        classes, importance = zip(*pairs, strict=True)
        return cls(np.array(classes, np.int64), np.array(importance, np.float32), count)


@dataclass(frozen=True, slots=True)
class Rows:
    """Texts as sparse rows: row i holds `features[starts[i] : starts[i + 1]]`, with `values` likewise."""

    starts: Ints
    features: Ints
    values: Floats

    @property
    def lengths(self) -> Ints:
        """How many features each row has."""
        return np.diff(self.starts)

    def some(self, numbers: Ints) -> Rows:
        """Return some of the rows."""
        lengths = self.lengths[numbers]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        at = np.arange(starts[-1]) + np.repeat(self.starts[numbers] - starts[:-1], lengths)
        return Rows(starts, self.features[at], self.values[at])


def fit(texts: Sequence[Sequence[str]], features: Features, labels: Labels, *, fewest: int) -> LinearModel:
    """Return a model of the features that stand in at least `fewest` of the texts, each given as its words."""
    names, rarity, rows = _rows(texts, features, fewest)
    weights = np.zeros((len(names), labels.count), np.float32)
    if len(rows.features):
        learned, counted = _learned(rows, labels, len(names)), _counted(rows, labels, len(names))
        weights = learned / _spread(learned, rows) + np.float32(COUNTED) * counted / _spread(counted, rows)
    return LinearModel(names, rarity, weights.astype(np.float16))


def _rows(texts: Sequence[Sequence[str]], features: Features, fewest: int) -> tuple[tuple[str, ...], Floats, Rows]:
    """Return the names and the rarity of the features that are kept, and the texts as rows of length 1 over them."""
    names, (text, feature, count) = _counts(texts, features)
    holding = np.bincount(feature, minlength=len(names))
    kept = holding >= fewest
    there = kept[feature]
    text, feature, count = text[there], (np.cumsum(kept) - 1)[feature[there]], count[there]
    rarity = (np.log((1 + len(texts)) / (1 + holding[kept])) + 1).astype(np.float32)
    values = (1 + np.log(count)) * rarity[feature]
    length = np.sqrt(np.bincount(text, values * values, minlength=len(texts)))
    starts = np.searchsorted(text, np.arange(len(texts) + 1))
    rows = Rows(starts, feature, (values / length[text]).astype(np.float32))
    return tuple(compress(names, kept.tolist())), rarity, rows


def _counts(texts: Sequence[Sequence[str]], features: Features) -> tuple[list[str], tuple[Ints, Ints, Ints]]:
    """Return the names of all features in order, and (text, feature, how often), sorted by text and feature."""
    numbers: dict[str, int] = {}
    said = [[numbers.setdefault(unit, len(numbers)) for unit in features.units(words)] for words in texts]
    of_units = [features.of(unit) for unit in numbers]
    names = sorted(set(chain.from_iterable(of_units)))
    number = dict(zip(names, range(len(names)), strict=True))
    by_unit = _joined([[number[feature] for feature in of_unit] for of_unit in of_units])
    units = _joined(said)
    found = by_unit.some(units.features)
    text = np.repeat(np.repeat(np.arange(len(texts)), units.lengths), found.lengths)
    cells, count = np.unique(text * len(names) + found.features, return_counts=True)
    return names, (*np.divmod(cells, max(1, len(names))), count)


def _joined(rows: Sequence[Sequence[int]]) -> Rows:
    """Return lists of numbers as rows, each number with a value of nothing."""
    starts = np.concatenate(([0], np.cumsum([len(row) for row in rows], dtype=np.int64)))
    features = np.fromiter(chain.from_iterable(rows), np.int64, starts[-1])
    return Rows(starts, features, np.zeros(len(features), np.float32))


def _learned(rows: Rows, labels: Labels, features: int) -> Floats:
    """Return the weights of a softmax regression, of shape (features, classes), by stochastic gradient descent.

    A batch is a small dense matrix over the features that stand in it: one product forth and one back.
    """
    weights = np.zeros((features, labels.count), np.float32)
    place = np.zeros(features, np.int64)
    for batch, step in _batches(len(labels.classes)):
        some = rows.some(batch)
        place[some.features] = 1
        present = np.flatnonzero(place)
        place[present] = np.arange(len(present))
        dense = np.zeros((len(batch), len(present)), np.float32)
        dense[np.repeat(np.arange(len(batch)), some.lengths), place[some.features]] = some.values
        place[present] = 0
        pull = _shares(dense @ weights[present])
        pull[np.arange(len(batch)), labels.classes[batch]] -= 1.0
        pull *= (step * labels.importance[batch])[:, None]
        weights[present] -= dense.T @ pull
    return weights


def _batches(texts: int) -> Iterator[tuple[Ints, np.float32]]:
    """Yield the numbers of the texts of each batch of all passes, in an order that is always the same, and its step.

    Texts that are told right are not passed over. That saves a third of the time, but one line of an emergency in a
    long story was no longer seen, and some of what only looks like a sign was asked about.
    """
    order = np.random.default_rng(0)
    for turn in range(PASSES):
        shuffled = order.permutation(texts)
        for start in range(0, texts, BATCH):
            yield shuffled[start : start + BATCH], np.float32(STEP * (1 - (turn + start / texts) / PASSES))


def _shares(scores: Floats) -> Floats:
    """Return the softmax of each row."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = odds / odds.sum(axis=1, keepdims=True)
    return shares


def _counted(rows: Rows, labels: Labels, features: int) -> Floats:
    """Return naive Bayes' log-probabilities, of shape (features, classes), centred.

    A feature that no class prefers has a weight of nothing for each.
    """
    cells = rows.features * labels.count + np.repeat(labels.classes, rows.lengths)
    counted = rows.values * np.repeat(labels.importance, rows.lengths)
    sums = np.bincount(cells, counted, minlength=features * labels.count)
    counts = sums.reshape(features, labels.count) + SMOOTHING
    logs = np.log(counts) - np.log(counts.sum(axis=0))
    centred: Floats = (logs - logs.mean(axis=1, keepdims=True)).astype(np.float32)
    return centred


def _spread(weights: Floats, rows: Rows) -> np.float32:
    """Return the standard deviation of a typical text's scores.

    Divided by it, weights are of one size whatever made them, and thresholds hold.
    """
    texts = len(rows.starts) - 1
    sample = rows.some(np.arange(0, texts, max(1, texts // SAMPLE)))
    known = sample.lengths > 0
    terms = sample.values[:, None] * weights[sample.features]
    scores = np.add.reduceat(terms, sample.starts[:-1][known], axis=0)
    return np.float32(scores.std(axis=1).mean() or 1.0)
