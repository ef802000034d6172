"""From joint angles to places: forward kinematics, and inverse kinematics where a hand or foot touches something."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from bot.figures import body
from bot.figures.body import Side
from bot.figures.contact import Contact, Surface
from bot.figures.geometry import AHEAD, DOWN, UP, UPRIGHT, Rotation, Vector, about, length, rotated, unit, vector
from bot.figures.limb import Limb, two_bones
from bot.figures.pose import Arm, Leg, Part, Rest, Trunk
from bot.figures.prop_heights import CHAIR_HEIGHT, DESK_HEIGHT, RAIL_HEIGHT, STEP_HEIGHT

_SPINE_FROM = -7
_LEVEL = {
    Surface.FLOOR: 0.0,
    Surface.STEP: STEP_HEIGHT,
    Surface.DESK: DESK_HEIGHT,
    Surface.RAIL: RAIL_HEIGHT,
    Surface.CHAIR: CHAIR_HEIGHT,
}
"""Centimetres above the floor of the things that a foot stands on or a hand leans on."""
_FLAT = (Surface.FLOOR, Surface.DESK)
_FEET = (Surface.LEFT_FOOT, Surface.RIGHT_FOOT)
_WRIST_HEIGHT, _GRIP_HEIGHT = 3.0, 2.0
"""Centimetres above a thing: of the wrist of a flat hand, and of the middle of a palm that grips it."""


@dataclass(frozen=True)
class Spine:
    """Points and rotations along the spine, one a centimetre, from the seat to the middle of the head."""

    points: tuple[Vector, ...]
    rotations: tuple[Rotation, ...]
    facing: Rotation

    def at(self, along: float) -> tuple[Vector, Rotation]:
        """Return the place and rotation `along` centimetres up the spine from between the hips."""
        i = round(along) - _SPINE_FROM
        return self.points[i] + self.rotations[i] @ UP * (along - round(along)), self.rotations[i]

    def joint(self, along: float, aside: float, back: float = 0.0) -> Vector:
        """Return a place beside the spine: `aside` to the right, `back` behind it (centimetres)."""
        point, rotation = self.at(along)
        return point + rotation @ vector(-back, 0.0, aside)

    def moved(self, by: Vector) -> Spine:
        """Return the spine moved `by` a vector."""
        return Spine(tuple(point + by for point in self.points), self.rotations, self.facing)


@dataclass(frozen=True)
class Skeleton:
    """The whole figure in space, at one moment."""

    spine: Spine
    legs: dict[Side, Limb]
    arms: dict[Side, Limb]

    def part(self, part: Part) -> Vector:
        """Return where the middle of a part of the body is."""
        match part:
            case Part.HEAD | Part.LOW_BACK | Part.HIPS:
                return self.spine.at({Part.HEAD: body.HEAD_CENTRE, Part.LOW_BACK: 17, Part.HIPS: 0}[part])[0]
            case Part.LEFT_KNEE | Part.RIGHT_KNEE:
                return self.legs[Side.LEFT if part is Part.LEFT_KNEE else Side.RIGHT].middle
            case Part.LEFT_FOOT | Part.RIGHT_FOOT:
                return self.legs[Side.LEFT if part is Part.LEFT_FOOT else Side.RIGHT].on_end(6, -3, 0)


def spine(trunk: Trunk) -> Spine:
    """Bend the spine evenly within each of its parts, with the hips' middle at the origin."""
    rotation = about(2, -trunk.lean) @ about(1, trunk.turn)
    points, rotations = {0: np.zeros(3)}, {0: rotation}
    for along in range(-1, _SPINE_FROM - 1, -1):
        points[along], rotations[along] = points[0] + rotation @ UP * along, rotation
    for along in range(1, round(body.HEAD_CENTRE) + 1):
        rotation = rotation @ about(2, -_bend(trunk, along - 0.5)) @ about(1, _twist(trunk, along - 0.5))
        points[along], rotations[along] = points[along - 1] + rotation @ UP, rotation
    order = sorted(points)
    facing = about(2, -min(trunk.lean, 0.0)) @ about(1, trunk.turn)
    return Spine(tuple(points[i] for i in order), tuple(rotations[i] for i in order), facing)


def _bend(trunk: Trunk, along: float) -> float:
    """Return the flexion, in degrees, of the centimetre of spine at `along`."""
    parts = ((body.LUMBAR, trunk.low_back), (body.THORACIC, trunk.upper_back), (body.NECK, trunk.neck))
    return sum(angle / (end - start) for (start, end), angle in parts if start < along < end)


def _twist(trunk: Trunk, along: float) -> float:
    start, end = body.LUMBAR[0], body.THORACIC[1]
    return trunk.twist / (end - start) if start < along < end else 0.0


def resting(free: Spine, legs: dict[Side, Limb], part: Rest, height: float) -> Vector:
    """Return how far to move the figure so that `part` rests at x = 0 on something `height` cm above the floor."""
    side = Side.LEFT if part in (Rest.LEFT_KNEE, Rest.LEFT_FOOT) else Side.RIGHT
    match part:
        case Rest.HIPS:
            point, pelvis = free.at(0)
            flesh = length(np.array(body.SEAT) * (pelvis.T @ DOWN))
        case Rest.SHOULDERS:
            point, flesh = free.at(body.SHOULDER_LINE - 5)[0], 9.6
        case Rest.LEFT_KNEE | Rest.RIGHT_KNEE:
            point, flesh = legs[side].middle, 6.0
        case Rest.LEFT_FOOT | Rest.RIGHT_FOOT:
            point, flesh = legs[side].tip, body.ANKLE_HEIGHT
    return vector(-point[0], height + flesh - point[1], 0.0)


def leg(spine: Spine, side: Side, leg: Leg, other: Limb | None = None) -> Limb:
    """Return one leg, by its angles or by where its foot is. `other` is the leg it may rest on."""
    root = spine.joint(0, side.value * body.HIP_APART)
    pelvis = spine.at(0)[1]
    if leg.foot is None:
        upper = pelvis @ about(2, leg.hip) @ about(0, -side.value * leg.out) @ about(1, -side.value * leg.turn)
        lower = upper @ about(2, -leg.knee)
        middle = root + upper @ DOWN * body.THIGH
        return Limb(root, middle, middle + lower @ DOWN * body.SHIN, upper, lower, lower @ about(2, leg.ankle))
    if leg.foot.on in _LEVEL:
        tip, end = _standing(side, leg.foot)
        return two_bones(
            root, tip, _knee_way(spine.facing, root, tip, side, leg.foot.swing), body.THIGH, body.SHIN, 1, end
        )
    return _leaning(spine.facing, root, side, leg, leg.foot, other)


def _standing(side: Side, foot: Contact) -> tuple[Vector, Rotation]:
    """Return ankle and foot rotation over a level place: toes up it rolls on the heel, toes down on the toes."""
    end = about(2, foot.tilt)
    z = side.value * body.HIP_APART if foot.z is None else foot.z
    bears = vector(body.FOOT[0][0] if foot.tilt >= 0 else body.FOOT[-1][0], 0.0, 0.0)
    lowest = min(float((end @ vector(x, y, 0))[1]) - radius for x, y, radius in body.FOOT)
    across = float((bears - end @ bears)[0])
    return vector(foot.x + across, _LEVEL[foot.on] - lowest, z), end


def _leaning(facing: Rotation, root: Vector, side: Side, leg: Leg, foot: Contact, other: Limb | None) -> Limb:
    """Return a leg whose heel leans on a wall or whose ankle lies on the other leg; the foot keeps its ankle angle.

    A crossed leg swings from where the thigh under it faces, so that the two turn as one.
    """
    z = side.value * body.HIP_APART if foot.z is None else foot.z
    if foot.on is Surface.DOOR_FRAME or other is None:
        place, offset = vector(foot.x - body.FOOT[0][2], foot.y, z), vector(*body.FOOT[0][:2], 0)
    else:
        place, offset, facing = other.on_upper(foot.x, foot.y, foot.z or 0), np.zeros(3), other.upper
    end: Rotation = UPRIGHT
    for _ in range(6):
        tip = place - end @ offset
        limb = two_bones(root, tip, _knee_way(facing, root, tip, side, foot.swing), body.THIGH, body.SHIN, 1, end)
        end = limb.lower @ about(2, leg.ankle)
    return replace(limb, end=end)


def _knee_way(facing: Rotation, root: Vector, tip: Vector, side: Side, swing: float) -> Vector:
    """Return where the knee points: ahead of `facing` or up, swung about the line from hip to ankle."""
    return rotated(unit(tip - root), facing @ AHEAD + UP * 0.4, side.value * swing)


def arm(spine: Spine, side: Side, arm: Arm, legs: dict[Side, Limb]) -> Limb:
    """Return one arm, by its angles or by where its hand is."""
    root = spine.joint(body.SHOULDER_LINE, side.value * body.SHOULDER_APART)
    chest = spine.at(body.SHOULDER_LINE)[1]
    if arm.hand is None:
        upper = chest @ about(2, arm.shoulder) @ about(0, -side.value * arm.out) @ about(1, -side.value * arm.turn)
        lower = upper @ about(2, arm.elbow)
        middle = root + upper @ DOWN * body.UPPER_ARM
        return Limb(root, middle, middle + lower @ DOWN * body.FOREARM, upper, lower, lower)
    place = hand_place(spine, side, arm.hand, legs)
    way = rotated(unit(place - root), UP * -0.6 - chest @ AHEAD * 0.5, -side.value * arm.hand.swing)
    if arm.hand.on in _FLAT:
        limb = two_bones(root, place, way, body.UPPER_ARM, body.FOREARM, -1, UPRIGHT)
        return replace(limb, end=_palm_down(limb))
    whole = two_bones(root, place, way, body.UPPER_ARM, body.FOREARM + body.PALM, -1, UPRIGHT)
    wrist = whole.middle + whole.lower @ DOWN * body.FOREARM
    return Limb(
        root, whole.middle, wrist, whole.upper, whole.lower, whole.lower, whole.missed, holds=arm.hand.on not in _FEET
    )


def _palm_down(limb: Limb) -> Rotation:
    """Return a level hand: its fingers go on where the forearm points, or ahead under an upright one."""
    forearm = unit(limb.tip - limb.middle) * np.array([1.0, 0.0, 1.0])
    fingers = unit(forearm + AHEAD * max(0.0, 0.7 - length(forearm)))
    return np.column_stack((DOWN, -fingers, np.cross(DOWN, -fingers)))


def hand_place(spine: Spine, side: Side, hand: Contact, legs: dict[Side, Limb]) -> Vector:
    """Return where the palm (on the floor: the wrist) goes."""
    z = hand.z or 0.0
    if hand.on in _LEVEL:
        height = _LEVEL[hand.on] + (_WRIST_HEIGHT if hand.on in _FLAT else _GRIP_HEIGHT)
        return vector(hand.x, height, side.value * body.SHOULDER_APART if hand.z is None else z)
    if hand.on is Surface.TOWEL:
        sole, chest = towel_sole(legs), spine.at(36)[0]
        return sole + unit(chest - sole) * hand.x + spine.at(36)[1] @ vector(0, 0, side.value * 6)
    if hand.on is Surface.HIPS:
        return spine.at(0)[0] + spine.at(0)[1] @ vector(hand.x, hand.y, z)
    limb = legs[Side.LEFT if hand.on.value.startswith("left") else Side.RIGHT]
    place = {"thigh": limb.on_upper, "shin": limb.on_lower, "foot": limb.on_end}[hand.on.value.split("-")[1]]
    return place(hand.x, hand.y, z)


def towel_sole(legs: dict[Side, Limb]) -> Vector:
    """Return where the towel lies round the ball of the right foot: all pictures show the right side at work."""
    return legs[Side.RIGHT].on_end(11, -7, 0)
