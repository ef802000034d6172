"""What every peer is given: the clinic's phrasings with their topics, and examples of what no topic answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


OUTSIDE = "outside"
"""What a kind of message outside the FAQ is called before its name: its examples are a class as a topic's are."""


class Peer(Protocol):
    """A matcher that has been given the phrasings."""

    def scores(self, question: str) -> Floats:
        """Return a score a class, in the order of the topics and kinds; more is nearer."""


@dataclass(frozen=True, slots=True)
class Phrasings:
    """Texts with the numbers of their classes, which never fall from one text to the next.

    `topics`: the classes, topics first, then the kinds of what is outside.
    """

    topics: tuple[str, ...]
    texts: tuple[str, ...]
    labels: NDArray[np.intp]

    @property
    def inside(self) -> int:
        """How many of the classes are topics."""
        return sum(not topic.startswith(OUTSIDE) for topic in self.topics)

    @property
    def starts(self) -> NDArray[np.intp]:
        """Where each topic's texts begin."""
        return np.searchsorted(self.labels, np.arange(len(self.topics)))


def read_phrasings(path: Path) -> Phrasings:
    """Read a record a class, one a line: its id and its texts (`phrasings_json`)."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(text, number) for number, r in enumerate(records) for text in r["texts"]]
    texts, labels = zip(*pairs, strict=True)
    return Phrasings(tuple(r["id"] for r in records), texts, np.array(labels, np.intp))


def best_of_topic(scores: Floats, phrasings: Phrasings) -> Floats:
    """Return each class's best score, given one score a phrasing."""
    best: Floats = np.maximum.reduceat(scores, phrasings.starts)
    return best
