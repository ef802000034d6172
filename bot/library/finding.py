"""One thing `limber check` found, as a clinician reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A sentence about one place in one file. `line` is 1-based, 0 when the whole file is meant."""

    file: str
    line: int
    sentence: str
    grave: bool = True

    def __str__(self) -> str:
        """Return `file:line: sentence`, with "warning:" before a finding that stops nothing."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {'' if self.grave else 'warning: '}{self.sentence}"
