"""The muscles where a stretch is felt, as highlights on the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.figures.body import Side
from bot.figures.geometry import Vector, vector
from bot.figures.limb import Limb
from bot.figures.outline import Ellipsoid
from bot.figures.pose import Muscle
from bot.figures.skeleton import Spine

AWAY = -0.4
"""Cosine of 114°: a highlight turned further than that from the eye is not drawn, or it would show through the body."""

_HAMSTRING = ((11, -7.5, 4.6), (16, -7.2, 5.6), (24, -6.5, 5.2), (34, -5.5, 4.2), (39, -5, 3))
_HIP_FRONT = ((-5, 8, 4), (3, 7.5, 5), (12, 7, 5), (20, 6.5, 3.5))
"""Beside the thigh bone: along it from the hip, ahead of it, radius (centimetres)."""
_BUTTOCK = ((-6, 7, 8, 5), (-7, 0, 11, 6.5), (-6, -6, 12, 5.5))
"""Beside the middle between the hips: ahead, up, outward, radius."""
_BACK_FROM, _LOW_BACK_TO, _BACK_TO = 6, 26, 42
"""Along the spine from between the hips, in centimetres."""
_FLANK = ((4, 12.5), (9, 11.5), (14, 10.0), (19, 10.0), (24, 11.0))
"""Along the spine from between the hips, outward from it (centimetres)."""


@dataclass(frozen=True)
class Highlight:
    """A chain of ellipsoids on the body's surface, and the unit vector the surface faces."""

    balls: Sequence[Ellipsoid]
    faces: Vector


def of_leg(limb: Limb, spine: Spine, side: Side, felt: Sequence[Muscle]) -> Iterator[Highlight]:
    """Yield the highlights on one leg and its side of the hips."""
    for name, row in (("hamstring", _HAMSTRING), ("hip-front", _HIP_FRONT)):
        if Muscle(f"{side.name.lower()}-{name}") in felt:
            balls = [Ellipsoid.sphere(limb.on_upper(along, ahead, 0), radius) for along, ahead, radius in row]
            yield Highlight(balls, limb.upper @ vector(float(np.sign(row[0][1])), 0, 0))
    if Muscle(f"{side.name.lower()}-buttock") in felt:
        seat, rotation = spine.at(0)
        balls = [
            Ellipsoid.sphere(seat + rotation @ vector(x, y, z * side.value), radius) for x, y, z, radius in _BUTTOCK
        ]
        yield Highlight(balls, rotation @ vector(-0.7, 0, 0.7 * side.value))


def of_trunk(spine: Spine, felt: Sequence[Muscle]) -> Iterator[Highlight]:
    """Yield the highlights on the trunk."""
    for muscle, end in ((Muscle.LOW_BACK, _LOW_BACK_TO), (Muscle.WHOLE_BACK, _BACK_TO)):
        if muscle in felt:
            balls = [Ellipsoid.sphere(spine.joint(along, 0, back=7.0), 5.4) for along in range(_BACK_FROM, end + 1, 4)]
            yield Highlight(balls, spine.at(16)[1] @ vector(-1, 0, 0))
    if Muscle.WAIST in felt:
        for side in Side:
            balls = [Ellipsoid.sphere(spine.joint(along, out * side.value, back=3.0), 5.0) for along, out in _FLANK]
            yield Highlight(balls, spine.at(16)[1] @ vector(-0.4, 0, 0.9 * side.value))
