"""Emergency, urgent and crisis lines of a region (knowledge/regions.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.library.care import STRICT, Text
from bot.library.topic import Source


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
    poison_line: Text
    sources: tuple[Source, ...]
    checked_on: date | None = None
