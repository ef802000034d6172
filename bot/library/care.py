"""Who must be careful, and what that means for a stretch (knowledge/cares.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import MinLen

Text = Annotated[str, MinLen(1)]
STRICT = {"extra": "forbid", "strict": True}


class Care(StrEnum):
    """A state of the asker that changes which stretches are offered."""

    DISC = "disc"
    FLARE = "flare"
    OSTEOPOROSIS = "osteoporosis"
    PREGNANCY = "pregnancy"
    SURGERY = "surgery"
    BALANCE = "balance"
    BEGINNER = "beginner"


class Rule(StrEnum):
    """What a care says of one variant; the strictest of several holds."""

    OFFER = "offer"
    GENTLE = "gentle"
    WITHHOLD = "withhold"

    @property
    def strictness(self) -> int:
        """0 for offer, 1 for gentle, 2 for withhold."""
        return list(Rule).index(self)


@dataclass(frozen=True, slots=True)
class CareText:
    """What one care covers and the words that go with it; `instead` is for what withholds everything."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    care: Care
    name: Text
    counts: Text
    line: Text
    instead: str = ""


@dataclass(frozen=True, slots=True)
class CareRule:
    """One cell of the care table: the rule and the reason a clinician can check."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    rule: Rule
    why: Text
