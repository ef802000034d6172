"""What every peer is given: the clinic's phrasings, each with the topic it stands for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


class Peer(Protocol):
    """A matcher that has been given the phrasings."""

    def scores(self, question: str) -> Floats:
        """Return a score a topic, in the topics' order; more is nearer."""


@dataclass(frozen=True, slots=True)
class Phrasings:
    """Texts with their topics' numbers, which never fall from one text to the next."""

    topics: tuple[str, ...]
    texts: tuple[str, ...]
    labels: NDArray[np.intp]

    @property
    def starts(self) -> NDArray[np.intp]:
        """Where each topic's texts begin."""
        return np.searchsorted(self.labels, np.arange(len(self.topics)))


def read_phrasings(path: Path) -> Phrasings:
    """Read a record a topic, one a line: its id, its question and every phrasing (`phrasings_json`)."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(text, number) for number, r in enumerate(records) for text in (r["question"], *r["asked_as"])]
    texts, labels = zip(*pairs, strict=True)
    return Phrasings(tuple(r["id"] for r in records), texts, np.array(labels, np.intp))


def best_of_topic(scores: Floats, phrasings: Phrasings) -> Floats:
    """Return each topic's best score, given one score a phrasing."""
    best: Floats = np.maximum.reduceat(scores, phrasings.starts)
    return best
