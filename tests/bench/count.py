"""Of how many something holds: a share is told with the number it is a share of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Count:
    """Something holds of `holds` of `of`."""

    holds: int
    of: int

    @classmethod
    def over(cls, truths: Iterable[bool]) -> Self:
        """Count what holds."""
        told = list(truths)
        return cls(sum(told), len(told))

    @property
    def share(self) -> float:
        """The share of which it holds; of none, 0."""
        return self.holds / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.share:.3f} ({self.holds} of {self.of})"
