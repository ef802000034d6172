"""Whole strings compared by rapidfuzz: the topic of the nearest phrasing."""

from __future__ import annotations

import numpy as np
from rapidfuzz import fuzz, process, utils

from tests.bench.peers.phrasings import Floats, Phrasings, best_of_topic
from tests.bench.peers.stems import stems


class WeightedRatio:
    """`fuzz.WRatio`, as FAQ bots use it. With `default_process`, which does better here than without."""

    def __init__(self, phrasings: Phrasings) -> None:
        self._phrasings = phrasings
        self._texts = [utils.default_process(text) for text in phrasings.texts]

    def scores(self, question: str) -> Floats:
        """Return a score a class, from 0 to 100."""
        asked = utils.default_process(question)
        return best_of_topic(process.cdist([asked], self._texts, scorer=fuzz.WRatio)[0], self._phrasings)


class StemSetRatio:
    """`fuzz.token_set_ratio` over stems without stop words."""

    def __init__(self, phrasings: Phrasings) -> None:
        self._phrasings = phrasings
        self._texts = [" ".join(found) for found in stems(phrasings.texts)]

    def scores(self, question: str) -> Floats:
        """Return a score a class, from 0 to 100."""
        asked = " ".join(stems([question])[0])
        found = process.cdist([asked], self._texts, scorer=fuzz.token_set_ratio, dtype=np.float32)
        return best_of_topic(found[0], self._phrasings)
