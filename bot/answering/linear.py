"""A linear classifier of texts: each feature of a text adds its weight for every class.

What is learned (`LinearModel`) is made by `training.py` when an index is made; here it is only used.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Ints = NDArray[np.int64]

MOST_REMEMBERED = 20_000
"""Units whose features are kept at hand: more different words than a clinic's server writes in a day."""


@dataclass(frozen=True, slots=True)
class Features:
    """A way to take features from the words of a text (or from the names of the concepts in it).

    `units`: the units of a text. `of`: the features of one unit, which always come together, such as all n-grams of a
    word: they are looked up once.
    """

    units: Callable[[Sequence[str]], Iterable[str]]
    of: Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """What has been learned of each of its features.

    `features`: their names. `rarity`: ln((1 + texts) / (1 + texts that hold it)) + 1, of shape (features,).
    `weights`: what one adds to the score of each class, of shape (features, classes); they lie between -20 and 20, for
    which half precision is enough, in half the memory.
    """

    features: tuple[str, ...]
    rarity: Floats
    weights: Halves


class LinearClassifier:
    """Scores texts with a model that has learned from the same kind of features."""

    def __init__(self, model: LinearModel, features: Features) -> None:
        self._model = model
        self._features = features
        self._numbers = dict(zip(model.features, range(len(model.features)), strict=True))
        # A partial, not a bound method: a memory that held its owner would keep an old library alive after a reload.
        self._known = lru_cache(MOST_REMEMBERED)(partial(_numbers_of, features, self._numbers))

    def scores(self, words: Sequence[str]) -> Floats | None:
        """Return the scores of a text, of shape (classes,); None when no feature of it is known."""
        features, values = self._vector(words)
        if not len(features):
            return None
        scores: Floats = values @ self._model.weights[features].astype(np.float32)
        return scores

    def contributions(self, words: Sequence[str], label: int) -> dict[str, float]:
        """Return what each known feature of a text adds to the score of one class."""
        features, values = self._vector(words)
        added = values * self._model.weights[features, label]
        by_number = dict(zip(features.tolist(), added.tolist(), strict=True))
        named = dict.fromkeys(chain.from_iterable(map(self._features.of, self._features.units(words))))
        return {name: by_number[self._numbers[name]] for name in named if name in self._numbers}

    def _vector(self, words: Sequence[str]) -> tuple[Ints, Floats]:
        """Return the numbers of a text's known features and their values, (1 + ln count) · rarity, of length 1."""
        counted = Counter(chain.from_iterable(map(self._known, self._features.units(words))))
        numbers = np.fromiter(counted, np.int64, len(counted))
        counts = np.fromiter(counted.values(), np.float32, len(counted))
        values: Floats = (1 + np.log(counts)) * self._model.rarity[numbers]
        length = math.sqrt(float(values @ values)) or 1.0
        return numbers, (values / length).astype(np.float32)


def _numbers_of(features: Features, numbers: Mapping[str, int], unit: str) -> tuple[int, ...]:
    """Return the numbers of the features of a unit; those never seen are left out."""
    return tuple(number for feature in features.of(unit) if (number := numbers.get(feature)) is not None)


def together(scores: Iterable[Floats | None]) -> Floats | None:
    """Return the scores of several classifiers added up, or None when none of them knows a feature."""
    known = [one for one in scores if one is not None]
    return sum(known[1:], known[0]) if known else None
