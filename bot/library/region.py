"""Emergency, urgent and crisis lines of a region (knowledge/regions.toml)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.library.care import STRICT, Text
from bot.library.topic import Source

NUMBERED = ("emergency_number", "crisis_line")
"""The lines that must hold a number to dial; the others may be a phrase."""

_MARKUP = re.compile(r"[\[\]<>@*_`|{}\\]|://")


def line_fault(text: str, *, with_number: bool) -> str:
    """Return what is wrong with a line that a patient is to call, or nothing."""
    if any(unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") for character in text):
        return "has a character in it that cannot be seen; type it anew"
    if found := _MARKUP.search(text):
        return f"has `{found.group()}` in it; write plain words and digits"
    if not text.strip():
        return "is empty"
    if with_number and sum(character in "0123456789" for character in text) < 2:
        return f"is `{text[:40]}`; it must hold a number to call"
    return ""


@dataclass(frozen=True, slots=True)
class Region:
    """Numbers of one region. `urgent_line` may be a phrase ("your own doctor") where there is no number.

    `checked_on` is the day somebody at the clinic last dialled or read each number; None means nobody has.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    name: Text
    emergency_number: Text
    urgent_line: Text
    crisis_line: Text
    abuse_line: Text
    poison_line: Text
    sources: tuple[Source, ...]
    checked_on: date | None = None
