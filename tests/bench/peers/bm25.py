"""BM25 over stems, by bm25s."""

from __future__ import annotations

import bm25s  # type: ignore[import-not-found]  # installed in .venv-peers alone
import numpy as np

from tests.bench.peers.phrasings import Floats, Phrasings
from tests.bench.peers.stems import stems


class StemRanking:
    """One document a class, all its texts together.

    Right first on dev_questions: so 0.83, with a document a phrasing and the best of them 0.71.
    """

    def __init__(self, phrasings: Phrasings) -> None:
        documents: list[list[str]] = [[] for _ in phrasings.topics]
        for label, found in zip(phrasings.labels, stems(phrasings.texts), strict=True):
            documents[label] += found
        self._ranking = bm25s.BM25()
        self._ranking.index(documents, show_progress=False)
        self._classes = len(documents)

    def scores(self, question: str) -> Floats:
        """Return a score a class; all nothing when no stem is known."""
        known = self._ranking.get_tokens_ids(stems([question])[0])
        if not known:
            return np.zeros(self._classes, np.float32)
        found: Floats = self._ranking.get_scores_from_ids(known)
        return found
