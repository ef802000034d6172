"""Pieces of letters weighed by rarity, and a logistic regression over them, by scikit-learn."""

from __future__ import annotations

from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]  # in .venv-peers alone
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]  # in .venv-peers alone
from sklearn.pipeline import make_pipeline  # type: ignore[import-not-found]  # in .venv-peers alone

from tests.bench.peers.phrasings import Floats, Phrasings

STRENGTH = 10.0
"""`C`, the inverse of the penalty. Right first on dev_questions: 1 gives 0.82, 10 gives 0.91, 100 the same."""


class LetterRegression:
    """Character TF-IDF and logistic regression."""

    def __init__(self, phrasings: Phrasings) -> None:
        pieces = TfidfVectorizer(analyzer="char", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
        self._model = make_pipeline(pieces, LogisticRegression(C=STRENGTH, max_iter=1000))
        self._model.fit(phrasings.texts, phrasings.labels)

    def scores(self, question: str) -> Floats:
        """Return the logarithm of a probability a class."""
        shares: Floats = self._model.predict_log_proba([question])[0]
        return shares
