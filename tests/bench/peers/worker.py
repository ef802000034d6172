"""A peer as a process of its own, spoken to as Limber is: a question a line in, its best topics as JSON a line out.

`python -m tests.bench.peers.worker NAME TOPICS STORE`. What it learns from the phrasings is stored in the file STORE
and read from there the next time, as Limber stores its index; so both are started alike.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path

import numpy as np

from tests.bench.peers.phrasings import Floats, Peer, Phrasings, read_phrasings

MOST_CANDIDATES = 5
"""As many as Limber gives."""


class Silent:
    """Knows nothing, at once: what a question costs in the pipe and in JSON alone."""

    def __init__(self, phrasings: Phrasings) -> None:
        self._nothing = np.zeros(len(phrasings.topics))

    def scores(self, question: str) -> Floats:
        """Return nothing a class."""
        return self._nothing


def make(name: str, phrasings: Phrasings) -> Peer:
    """Return the peer of that name, importing only what it needs."""
    match name:
        case "silent":
            return Silent(phrasings)
        case "wratio":
            from tests.bench.peers.strings import WeightedRatio

            return WeightedRatio(phrasings)
        case "token-set":
            from tests.bench.peers.strings import StemSetRatio

            return StemSetRatio(phrasings)
        case "bm25":
            from tests.bench.peers.bm25 import StemRanking

            return StemRanking(phrasings)
        case "letters":
            from tests.bench.peers.letters import LetterRegression

            return LetterRegression(phrasings)
        case "nearest":
            from tests.bench.peers.embeddings import NearestMeaning

            return NearestMeaning(phrasings)
        case "regression":
            from tests.bench.peers.embeddings import MeaningRegression

            return MeaningRegression(phrasings)
    raise ValueError(f"no peer is called {name!r}")


def _open(name: str, phrasings: Phrasings, store: Path) -> Peer:
    """Return the stored peer, or make and store it."""
    if store.is_file():
        stored: Peer = pickle.loads(store.read_bytes())  # noqa: S301 - written by the line below, in the same bench
        return stored
    peer = make(name, phrasings)
    store.write_bytes(pickle.dumps(peer))
    return peer


def ours(scores: Floats, inside: int) -> Floats:
    """Return a score a topic: its own, and by how much it is nearer than the nearest kind of what is outside.

    So everyone has the use of the examples of what is outside. AUC on dev_questions of MiniLM, nearest phrasing: 0.996,
    with its own score alone 0.989, with the difference alone 0.991; with logistic regression 0.994, 0.985 and 0.994.
    """
    return 2 * scores[:inside] - scores[inside:].max() if inside < len(scores) else scores


def main(name: str, topics: str, store: str) -> None:
    """Answer the questions on stdin until it ends."""
    phrasings = read_phrasings(Path(topics))
    peer = _open(name, phrasings, Path(store))
    for line in sys.stdin.buffer:
        scores = ours(peer.scores(line.rstrip(b"\n").decode()), phrasings.inside)
        best = np.argsort(-scores, kind="stable")[:MOST_CANDIDATES]
        candidates = [{"topic": phrasings.topics[i], "confidence": float(scores[i])} for i in best]
        print(json.dumps({"candidates": candidates}), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main(*sys.argv[1:])
