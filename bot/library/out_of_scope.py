"""What Limber does not answer, so that it can say so (knowledge/elsewhere.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.library.care import STRICT, Text


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A kind of message outside the FAQ: what the patient reads, and examples of how such messages sound."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    reply: Text
    sounds_like: tuple[Text, ...]
