"""Fit a linear model to labelled texts. Runs only when an index is made.

Two kinds of weights are added. *Counted* ones are the log-probabilities of multinomial naive Bayes; *learned* ones come
from a few passes of softmax regression. The first know rare words, the second tell near classes apart. The same texts
in the same order give the same weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from bot.answering.linear import Floats, Group, Ints, LinearModel

PASSES = 4
"""Passes over the texts. Right first on dev_questions: 2 passes 0.89, 4 passes 0.90, 8 passes 0.90."""

BATCH = 32
"""Texts that pull together. Single ones and batches of 32, 64 and 128 answer alike; 32 takes the least time."""

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


def fit(texts: Sequence[Iterable[Group]], labels: Labels, *, fewest: int) -> LinearModel:
    """Return a model of the features that stand in at least `fewest` of the texts."""
    names, rarity, rows = _rows(texts, fewest)
    weights = np.zeros((len(names), labels.count), np.float32)
    if len(rows.features):
        learned, counted = _learned(rows, labels, len(names)), _counted(rows, labels, len(names))
        weights = learned / _spread(learned, rows) + np.float32(COUNTED) * counted / _spread(counted, rows)
    return LinearModel(names, rarity, weights.astype(np.float16))


def _rows(texts: Sequence[Iterable[Group]], fewest: int) -> tuple[tuple[str, ...], Floats, Rows]:
    """Return the names and the rarity of the features that are kept, and the texts as rows of length 1 over them."""
    names, (text, feature, count) = _counts(texts)
    holding = np.bincount(feature, minlength=len(names))
    kept = holding >= fewest
    number = np.cumsum(kept) - 1
    there = kept[feature]
    text, feature, count = text[there], number[feature[there]], count[there]
    rarity = (np.log((1 + len(texts)) / (1 + holding[kept])) + 1).astype(np.float32)
    values = (1 + np.log(count)) * rarity[feature]
    length = np.sqrt(np.bincount(text, values * values, minlength=len(texts)))
    starts = np.searchsorted(text, np.arange(len(texts) + 1))
    rows = Rows(starts, feature, (values / length[text]).astype(np.float32))
    return tuple(name for name, keep in zip(names, kept.tolist(), strict=True) if keep), rarity, rows


def _counts(texts: Sequence[Iterable[Group]]) -> tuple[list[str], tuple[Ints, Ints, Ints]]:
    """Return the names of all features in order, and (text, feature, how often), sorted by text and feature."""
    numbers: dict[str, int] = {}
    known: dict[Group, list[int]] = {}
    found: list[int] = []
    lengths: list[int] = []
    for text in texts:
        before = len(found)
        for group in text:
            if (places := known.get(group)) is None:
                places = known[group] = [numbers.setdefault(feature, len(numbers)) for feature in group]
            found += places
        lengths.append(len(found) - before)
    names = sorted(numbers)
    order = np.empty(len(names), np.int64)
    order[[numbers[name] for name in names]] = np.arange(len(names))
    text = np.repeat(np.arange(len(lengths)), lengths)
    cells, count = np.unique(text * len(names) + order[found] if names else text, return_counts=True)
    return names, (*np.divmod(cells, max(1, len(names))), count)


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
    """Yield the numbers of the texts of each batch of all passes, in an order that is always the same, and its step."""
    order = np.random.default_rng(0)
    batches = list(
        chain.from_iterable(np.split(order.permutation(texts), range(BATCH, texts, BATCH)) for _ in range(PASSES))
    )
    for done, batch in enumerate(batches):
        yield batch, np.float32(STEP * (1 - done / len(batches)))


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
