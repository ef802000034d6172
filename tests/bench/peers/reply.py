"""What a matcher said to one question, read from its line of JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.answering.matching import Candidate


@dataclass(frozen=True, slots=True)
class Reply:
    """What a matcher said to one question: its best topics, the best first."""

    candidates: tuple[Candidate, ...]

    @classmethod
    def read(cls, record: Mapping[str, Any]) -> Reply:
        """Read a line of `limber ask --json`, or of a peer."""
        return cls(tuple(Candidate(c["topic"], c["confidence"]) for c in record["candidates"]))

    @property
    def topic(self) -> str:
        """The best topic, or nothing."""
        return self.candidates[0].topic if self.candidates else ""

    @property
    def score(self) -> float:
        """The best topic's score."""
        return self.candidates[0].confidence if self.candidates else -math.inf
