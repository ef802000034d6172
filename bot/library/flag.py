"""Red flags and the concepts they are made of (knowledge/flags/<id>.md, knowledge/concepts/)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import MinLen

from bot.library.care import STRICT, Text
from bot.library.topic import Source


class Level(StrEnum):
    """How soon a person has to be seen. The order is from gravest to least."""

    CRISIS = "crisis"
    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    SOON = "soon"

    @property
    def gravity(self) -> int:
        """3 for a crisis down to 0 for soon."""
        return 3 - list(Level).index(self)

    @property
    def urgent(self) -> bool:
        """Whether this level rules out advice and stretches."""
        return self is not Level.SOON


class When(StrEnum):
    """When a sign holds: while it lasts, long ago, or until it went away; as a question, or behind an "if"."""

    NOW = "now"
    PAST = "past"
    OVER = "over"
    ASKED = "asked"
    SUPPOSED = "supposed"


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing people say in many ways; `says` are the everyday words and phrases for it."""

    name: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Concepts that make a sign together.

    Written `numb + saddle & back-pain`: what `+` joins must stand in one sentence, close together; what
    `&` joins may stand anywhere in the message.
    """

    groups: tuple[tuple[str, ...], ...]

    @classmethod
    def parse(cls, text: str) -> Sign:
        """Read the written form. Empty names are kept, so that a check can point at them."""
        return cls(tuple(tuple(n.strip() for n in group.split("+")) for group in text.split("&")))

    @property
    def names(self) -> tuple[str, ...]:
        """Every concept the sign speaks of."""
        return tuple(name for group in self.groups for name in group)

    def __str__(self) -> str:
        """Return the written form."""
        return " & ".join(" + ".join(group) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Grade:
    """Signs of one level.

    `signs` raise the level, or ask the flag's one plain question where little else speaks for them; `doubtful` ones
    only ask it. A concept of `excludes` in the same sentence takes a sign away; one of `excused_by` anywhere in the
    message does. `when` says whether what is past or over still counts (an old cancer does, an old fever does
    not), and whether what is asked or supposed does (thoughts of suicide do: that is how they are told).
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    level: Level
    signs: tuple[Text, ...] = ()
    doubtful: tuple[Text, ...] = ()
    excludes: tuple[Text, ...] = ()
    excused_by: tuple[Text, ...] = ()
    when: Annotated[tuple[When, ...], MinLen(1)] = (When.NOW,)


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning sign that needs a person. The body tells the clinician what counts and why.

    `notice` finishes the words "If this is about …" on the card, naming no disease.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    body: Text
    body_hash: str
    name: Text
    notice: Text
    question: Text
    sources: tuple[Source, ...]
    grade: Annotated[tuple[Grade, ...], MinLen(1)]
    say: str = ""
    stretches_allowed: bool = False
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_hash: str = ""
