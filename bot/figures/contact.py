"""The things beside the figure, and where its hands and feet touch them, the floor or the body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import Interval

from bot.library.care import STRICT

Centimetres = Annotated[float, Interval(ge=-150, le=150)]
"""The figure is 172 cm tall. x points ahead of it, y up, z to its right."""


class Thing(StrEnum):
    """A thing the figure lies, sits or kneels on, or that a hand or foot meets."""

    MAT = "mat"
    BED = "bed"
    CUSHION = "cushion"
    CHAIR = "chair"
    STEP = "step"
    DOOR_FRAME = "door-frame"
    TOWEL = "towel"
    DESK = "desk"
    RAIL = "rail"


class Surface(StrEnum):
    """What a foot or hand touches: the floor, a thing or a part of the body."""

    FLOOR = "floor"
    CHAIR = "chair"
    STEP = "step"
    DOOR_FRAME = "door-frame"
    TOWEL = "towel"
    DESK = "desk"
    RAIL = "rail"
    HIPS = "hips"
    LEFT_THIGH = "left-thigh"
    RIGHT_THIGH = "right-thigh"
    LEFT_SHIN = "left-shin"
    RIGHT_SHIN = "right-shin"
    LEFT_FOOT = "left-foot"
    RIGHT_FOOT = "right-foot"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing and where on the floor it stands, in centimetres. A mat or bed reaches as far as the figure does."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    thing: Thing
    x: Centimetres = 0.0
    z: Centimetres = 0.0


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a foot or hand is.

    Lengths are centimetres, angles degrees. On level things x and z are the place; on a door frame y is the height.
    On a part of the body x is along it from its root, y ahead of it, z to its right; on a towel x is how far from
    the sole. `tilt` is how far the toes point up (+) from a level sole, `swing` how far knee or elbow is swung
    outward.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    on: Surface
    x: Centimetres = 0.0
    y: Centimetres = 0.0
    z: Centimetres | None = None
    tilt: Annotated[float, Interval(ge=-75, le=100)] = 0.0
    swing: Annotated[float, Interval(ge=-180, le=180)] = 0.0
