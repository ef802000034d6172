"""What a picture is drawn from (knowledge/poses/<id>.toml): poses of a jointed figure, as joint angles in degrees."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import Interval, MaxLen, MinLen

from bot.figures.contact import Centimetres, Contact, Prop, Surface, Thing
from bot.library.care import STRICT

HASH_KEY = "limber-pose"
"""Under this name a picture file keeps the hash of what it was drawn from."""


class View(StrEnum):
    """From where one looks: the figure's right side, ahead of it, above its head or feet, or level with the floor."""

    SIDE = "side"
    CORNER = "corner"
    BEHIND = "behind"
    ABOVE = "above"
    LEVEL = "level"


class Rest(StrEnum):
    """The part of the body that stays where it is while the rest moves."""

    HIPS = "hips"
    SHOULDERS = "shoulders"
    LEFT_KNEE = "left-knee"
    RIGHT_KNEE = "right-knee"
    LEFT_FOOT = "left-foot"
    RIGHT_FOOT = "right-foot"


class Part(StrEnum):
    """A part of the body whose way the arrow shows."""

    HEAD = "head"
    LOW_BACK = "low-back"
    HIPS = "hips"
    LEFT_KNEE = "left-knee"
    RIGHT_KNEE = "right-knee"
    LEFT_FOOT = "left-foot"
    RIGHT_FOOT = "right-foot"


class Muscle(StrEnum):
    """Where the stretch (or the work) is felt; drawn in the accent colour."""

    LEFT_HAMSTRING = "left-hamstring"
    RIGHT_HAMSTRING = "right-hamstring"
    LEFT_BUTTOCK = "left-buttock"
    RIGHT_BUTTOCK = "right-buttock"
    LEFT_HIP_FRONT = "left-hip-front"
    RIGHT_HIP_FRONT = "right-hip-front"
    LOW_BACK = "low-back"
    WAIST = "waist"
    WHOLE_BACK = "whole-back"


@dataclass(frozen=True, slots=True)
class Arrow:
    """The way of one part of the body, drawn beside it in the still picture.

    `out` moves it away from the trunk at right angles to the way, `right` and `up` move it on the picture.
    With `rolls` it goes round the hips the way the pelvis turns, `out` from their middle.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    of: Part
    out: Centimetres = 20.0
    right: Centimetres = 0.0
    up: Centimetres = 0.0
    rolls: bool = False


@dataclass(frozen=True, slots=True)
class Trunk:
    """Pelvis, spine and neck in degrees; all zero stands upright. Forward bends are positive.

    `lean` tips the pelvis in space (-90: on the back) and `turn` rolls it, so they know no human range. The
    others do (docs/sources.md, "Ranges of the joints").
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    lean: Annotated[float, Interval(ge=-150, le=150)] = 0.0
    turn: Annotated[float, Interval(ge=-90, le=90)] = 0.0
    low_back: Annotated[float, Interval(ge=-35, le=60)] = 0.0
    upper_back: Annotated[float, Interval(ge=-25, le=45)] = 0.0
    twist: Annotated[float, Interval(ge=-50, le=50)] = 0.0
    neck: Annotated[float, Interval(ge=-60, le=50)] = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg in degrees: hip flexion, abduction (`out`), outward rotation (`turn`), knee, ankle (toes up +).

    Given where its `foot` is, hip and knee follow. Ranges: passive ones, as a stretch reaches them.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    hip: Annotated[float, Interval(ge=-30, le=135)] = 0.0
    out: Annotated[float, Interval(ge=-45, le=90)] = 0.0
    turn: Annotated[float, Interval(ge=-45, le=60)] = 0.0
    knee: Annotated[float, Interval(ge=0, le=155)] = 0.0
    ankle: Annotated[float, Interval(ge=-55, le=35)] = 0.0
    foot: Contact | None = None

    def __post_init__(self) -> None:
        """Refuse angles beside a foot that decides them."""
        if self.foot and any((self.hip, self.out, self.turn, self.knee)):
            raise ValueError(
                "a leg has either hip and knee angles or a foot that meets something; take one of them out"
            )


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm in degrees: shoulder flexion, abduction (`out`), outward rotation (`turn`), elbow.

    Given where its `hand` is, shoulder and elbow follow.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    shoulder: Annotated[float, Interval(ge=-60, le=180)] = 0.0
    out: Annotated[float, Interval(ge=-45, le=180)] = 0.0
    turn: Annotated[float, Interval(ge=-90, le=90)] = 0.0
    elbow: Annotated[float, Interval(ge=0, le=150)] = 0.0
    hand: Contact | None = None

    def __post_init__(self) -> None:
        """Refuse angles beside a hand that decides them."""
        if self.hand and any((self.shoulder, self.out, self.turn, self.elbow)):
            raise ValueError("an arm has either angles or a hand that meets something; take one of them out")


@dataclass(frozen=True, slots=True)
class Pose:
    """The whole figure at one moment."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    trunk: Trunk = field(default_factory=Trunk)
    left_leg: Leg = field(default_factory=Leg)
    right_leg: Leg = field(default_factory=Leg)
    left_arm: Arm = field(default_factory=Arm)
    right_arm: Arm = field(default_factory=Arm)

    @property
    def touched(self) -> set[Surface]:
        """What hands and feet touch."""
        feet = (self.left_leg.foot, self.right_leg.foot)
        hands = (self.left_arm.hand, self.right_arm.hand)
        return {contact.on for contact in (*feet, *hands) if contact}


@dataclass(frozen=True, slots=True)
class Movement:
    """The movement from `start` through `between` to `end`. With `both_ways` start and end are held alike.

    `apart` is how many centimetres above the end a still shows the start, for a movement so small that one hides
    the other. `felt` are the muscles drawn in the accent colour.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    view: View
    rests: Rest
    arrow: Arrow
    felt: Annotated[tuple[Muscle, ...], MinLen(1)]
    start: Pose
    end: Pose
    between: Annotated[tuple[Pose, ...], MaxLen(4)] = ()
    props: tuple[Prop, ...] = ()
    both_ways: bool = False
    apart: Annotated[float, Interval(ge=0, le=150)] = 0.0

    @property
    def key_poses(self) -> tuple[Pose, ...]:
        """Every pose a pose file gives, in order; what lies between is interpolated."""
        return (self.start, *self.between, self.end)

    @property
    def pose_hash(self) -> str:
        """Sixteen hex digits of the SHA-256 of all values: two movements with one hash are one picture."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]

    def has(self, *things: Thing) -> bool:
        """Whether one of the things is there."""
        return any(prop.thing in things for prop in self.props)

    def __post_init__(self) -> None:
        """Refuse a movement that moves nothing, a thing in the air and a hand in the void."""
        faults = tuple(self._faults())
        if faults:
            raise ValueError("; ".join(faults))

    def _faults(self) -> Iterator[str]:
        if self.start == self.end:
            yield "start and end are the same pose: nothing moves"
        if self.arrow.rolls and self.start.trunk.lean == self.end.trunk.lean:
            yield "the arrow `rolls` with a pelvis that does not: start and end have the same `lean`"
        touched = {surface.value for pose in self.key_poses for surface in pose.touched}
        there = {prop.thing.value for prop in self.props}
        for thing in sorted(there - touched - self._carrying()):
            yield f"no part of the body meets the {thing}: let one, or take the {thing} out of `props`"
        for thing in sorted(touched & {thing.value for thing in Thing} - there):
            yield f"a hand or foot meets a {thing} that is not in `props`"
        side, _, joint = self.rests.value.partition("-")
        if joint and any(getattr(pose, f"{side}_leg").foot for pose in self.key_poses):
            yield f"the {side} leg carries the figure, so it needs angles instead of a `foot`"

    def _carrying(self) -> set[str]:
        """Return the things that carry the resting part by standing under it, with no hand or foot on them."""
        carrying = {Thing.MAT, Thing.BED}
        if self.rests is Rest.HIPS:
            carrying.add(Thing.CHAIR)
        if self.rests in (Rest.LEFT_KNEE, Rest.RIGHT_KNEE):
            carrying.add(Thing.CUSHION)
        return {thing.value for thing in carrying}
