"""One stretch with its variants (knowledge/stretches/<id>.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import Interval, MaxLen, MinLen

from bot.library.care import STRICT, Care, CareRule, Rule, Text
from bot.library.topic import Origin, Source


class Place(StrEnum):
    """Where a stretch can be done; `car` means a stop with the car parked."""

    DESK = "desk"
    BED = "bed"
    FLOOR = "floor"
    GYM = "gym"
    CAR = "car"


class Position(StrEnum):
    """How the body is placed."""

    STANDING = "standing"
    SEATED = "seated"
    LYING = "lying"
    KNEELING = "kneeling"
    ALL_FOURS = "all-fours"


class Difficulty(StrEnum):
    """How hard a variant is for somebody new to it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to do a stretch. `hold_seconds` per repetition; `repetitions` per side when `sides` is 2.

    `care` is this variant's row of the care table. A care that is not in it withholds: unknown is not safe.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    position: Position
    places: Annotated[tuple[Place, ...], MinLen(1)]
    difficulty: Difficulty
    hold_seconds: Annotated[int, Interval(ge=1, le=120)]
    repetitions: Annotated[int, Interval(ge=1, le=30)]
    sides: Annotated[int, Interval(ge=1, le=2)]
    steps: Annotated[tuple[Text, ...], MinLen(3), MaxLen(8)]
    id: str = ""
    name: str = ""
    care: dict[Care, CareRule] = field(default_factory=dict)

    def rule(self, care: Care) -> Rule:
        """Return what `care` says of this variant."""
        cell = self.care.get(care)
        return cell.rule if cell else Rule.WITHHOLD


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch as the clinic teaches it. The body says in a sentence or two what it is for."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    body: Text
    body_hash: str
    name: Annotated[str, MinLen(3), MaxLen(80)]
    origin: Origin
    feel: Text
    stop: Text
    cautions: Annotated[tuple[Text, ...], MinLen(1)]
    variant: Annotated[tuple[Variant, ...], MinLen(1)]
    asked_as: tuple[Text, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    easier: str = ""
    harder: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_hash: str = ""

    @property
    def signed(self) -> bool:
        """Whether a clinician has signed the text as it stands now."""
        return bool(self.reviewed_by and self.reviewed_on and self.reviewed_hash == self.body_hash)

    def title(self, variant: Variant) -> str:
        """Return the name a patient reads for one variant."""
        return variant.name or self.name

    def key(self, variant: Variant) -> str:
        """Return `id`, or `id:variant` where the variant has a name of its own."""
        return f"{self.id}:{variant.id}" if variant.id else self.id

    def picture(self, variant: Variant) -> str:
        """Return the name of the variant's pictures and pose, without suffix: `id`, or `id.variant`."""
        return self.key(variant).replace(":", ".")
