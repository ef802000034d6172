"""What Limber does not answer, so that it can say so (knowledge/outside.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.library.care import STRICT, Text


@dataclass(frozen=True, slots=True)
class Outside:
    """A kind of message outside the FAQ, and what the patient reads; examples/outside/ holds such messages."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    reply: Text
