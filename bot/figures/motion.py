"""The figure at any moment of its movement, interpolated between the key poses."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

import numpy as np

from bot.figures import body, skeleton
from bot.figures.body import Side
from bot.figures.contact import Contact, Surface, Thing
from bot.figures.geometry import Rotation
from bot.figures.limb import Limb, two_bones
from bot.figures.pose import Arm, Leg, Movement, Rest, Trunk
from bot.figures.prop_heights import CUSHION_HEIGHT, SEAT_HEIGHT
from bot.figures.skeleton import Skeleton, Spine

_T = TypeVar("_T", Trunk, Leg, Arm, Contact)


def moment(movement: Movement, at: float) -> Skeleton:
    """Return the figure `at` 0 (start) to 1 (end); each step between takes the same share."""
    keys = movement.key_poses
    place = min(max(at, 0.0), 1.0) * (len(keys) - 1)
    index = min(int(place), len(keys) - 2)
    one, two, share = keys[index], keys[index + 1], place - index
    spine = skeleton.spine(_mixed(one.trunk, two.trunk, share))
    pairs = {
        Side.LEFT: (one.left_leg, two.left_leg),
        Side.RIGHT: (one.right_leg, two.right_leg),
    }
    free = {side: _leg(spine, side, a, b, share, None) for side, (a, b) in pairs.items()}
    spine = spine.moved(skeleton.resting(spine, free, movement.rests, carried(movement)))
    legs = _legs(spine, pairs, share)
    arms = {
        Side.LEFT: _arm(spine, Side.LEFT, one.left_arm, two.left_arm, share, legs),
        Side.RIGHT: _arm(spine, Side.RIGHT, one.right_arm, two.right_arm, share, legs),
    }
    return Skeleton(spine, legs, arms)


def carried(movement: Movement) -> float:
    """Return how many centimetres above the floor the resting part is carried. A bed's top counts as the floor."""
    if movement.rests is Rest.HIPS and movement.has(Thing.CHAIR):
        return SEAT_HEIGHT
    return CUSHION_HEIGHT if movement.has(Thing.CUSHION) else 0.0


def _legs(spine: Spine, pairs: dict[Side, tuple[Leg, Leg]], share: float) -> dict[Side, Limb]:
    """Return both legs, the one that may rest on the other last."""
    first = (
        Side.RIGHT if any(leg.foot and leg.foot.on is Surface.RIGHT_THIGH for leg in pairs[Side.LEFT]) else Side.LEFT
    )
    under = _leg(spine, first, *pairs[first], share, None)
    return {first: under, first.other: _leg(spine, first.other, *pairs[first.other], share, under)}


def _leg(spine: Spine, side: Side, one: Leg, two: Leg, share: float, other: Limb | None) -> Limb:
    if _same(one.foot, two.foot):
        return skeleton.leg(spine, side, _mixed(one, two, share), other)
    return _between(
        skeleton.leg(spine, side, one, other),
        skeleton.leg(spine, side, two, other),
        share,
        body.THIGH,
        body.SHIN,
        1,
    )


def _arm(spine: Spine, side: Side, one: Arm, two: Arm, share: float, legs: dict[Side, Limb]) -> Limb:
    if _same(one.hand, two.hand):
        return skeleton.arm(spine, side, _mixed(one, two, share), legs)
    return _between(
        skeleton.arm(spine, side, one, legs),
        skeleton.arm(spine, side, two, legs),
        share,
        body.UPPER_ARM,
        body.FOREARM,
        -1,
    )


def _same(one: Contact | None, two: Contact | None) -> bool:
    return (one.on if one else None) == (two.on if two else None)


def _between(one: Limb, two: Limb, share: float, upper: float, lower: float, bend: int) -> Limb:
    """Return a limb whose tip is `share` of the straight way from one place to another."""
    if share in (0.0, 1.0):
        return two if share else one
    tip = one.tip + (two.tip - one.tip) * share
    way = (one.upper[:, 0] * (1 - share) + two.upper[:, 0] * share) * bend
    limb = two_bones(one.root, tip, way, upper, lower, bend, _turned(one.end, two.end, share))
    return replace(limb, holds=(two if share > 0.5 else one).holds)


def _turned(one: Rotation, two: Rotation, share: float) -> Rotation:
    """Return the rotation nearest to the weighted mean of two (orthogonal Procrustes)."""
    left, _, right = np.linalg.svd(one * (1 - share) + two * share)
    turned: Rotation = left @ np.diag([1.0, 1.0, float(np.linalg.det(left @ right))]) @ right
    return turned


def _mixed(one: _T, two: _T, share: float) -> _T:
    """Return every number `share` of the way from one to two."""
    changed = {}
    for each in fields(one):
        a, b = getattr(one, each.name), getattr(two, each.name)
        if isinstance(a, Contact):
            changed[each.name] = _mixed(a, b, share)
        elif isinstance(a, (int, float)) and isinstance(b, (int, float)):
            changed[each.name] = a + (b - a) * share
    return replace(one, **changed)
