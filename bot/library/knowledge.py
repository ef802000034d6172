"""The way to knowledge that may be served: read, checked whole, or refused with all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import KnowledgeError
from bot.library.examples import Examples
from bot.library.finding import Finding
from bot.library.library import Library
from bot.library.lint import Checked, check
from bot.library.required import SERVED, Required


@dataclass(frozen=True)
class Knowledge:
    """A library and the examples that an index learns from. Both are sound: the whole check has passed."""

    library: Library
    examples: Examples


Rule = Callable[[Checked], Iterable[Finding]]
"""A rule of the floors above, which read messages as the library cannot."""


def load(folder: Path, required: Required = SERVED, *rules: Rule) -> Knowledge:
    """Return what a folder holds. Raises `KnowledgeError` with every grave finding, those of further rules too."""
    checked = check(folder, required)
    findings = sorted({*checked.findings, *(finding for rule in rules for finding in rule(checked))})
    grave = tuple(str(finding) for finding in findings if finding.grave)
    if grave:
        raise KnowledgeError(grave)
    return Knowledge(checked.library, checked.examples)
