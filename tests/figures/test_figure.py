"""The drawn figure: one body that bends as people do, stands on the floor and meets what it should."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import asin, atan2, degrees, sqrt

import numpy as np
import pytest

from bot.figures import body, outline
from bot.figures.body import Side
from bot.figures.contact import Contact, Surface, Thing
from bot.figures.figure import Figure
from bot.figures.geometry import AHEAD, DOWN, Rotation, Vector, length, unit
from bot.figures.limb import Limb
from bot.figures.motion import moment
from bot.figures.pose import Movement, Rest
from bot.figures.pose_files import load_poses
from bot.figures.skeleton import Skeleton
from bot.index import FOLDER
from bot.library import Library

MOMENTS = tuple(i / 16 for i in range(17))
ROUNDING = 0.01
"""cm: what arithmetic may change of a bone's length."""
SHORT_OF = 1.5
"""cm: how far an end may fall short of its place; less than a finger's width, and 5 px of a picture."""
SUNK = 2.0
"""cm: how deep flesh may sink into what carries it, as it does into a mat."""
FLOATING = 1.5
"""cm: how far above its place a sole or knee may be; the outline alone is 0.9."""
GRASP = 4.0
"""cm: from the middle of the palm to what it holds; a palm's own half-thickness is 3.8."""
PASSIVE = 5.0
"""Degrees beyond the ranges of pose.py that reaching a place may ask, as passive motion gives."""


MOVEMENTS = load_poses(FOLDER)
ALL = sorted(MOVEMENTS)


@cache
def moments(key: str) -> tuple[Skeleton, ...]:
    return tuple(moment(MOVEMENTS[key], at) for at in MOMENTS)


def test_every_variant_has_poses(library: Library) -> None:
    assert sorted(s.picture(v) for s in library.stretches.values() for v in s.variant) == ALL


@pytest.mark.parametrize("key", ALL)
def test_bones_keep_their_length(key: str) -> None:
    for skeleton in moments(key):
        for leg in skeleton.legs.values():
            assert length(leg.middle - leg.root) == pytest.approx(body.THIGH, abs=ROUNDING)
            assert length(leg.tip - leg.middle) == pytest.approx(body.SHIN, abs=ROUNDING)
        for arm in skeleton.arms.values():
            assert length(arm.middle - arm.root) == pytest.approx(body.UPPER_ARM, abs=ROUNDING)
            assert length(arm.tip - arm.middle) == pytest.approx(body.FOREARM, abs=ROUNDING)


def bend(limb: Limb) -> float:
    """Return by how many degrees a knee or elbow is bent."""
    along = float(unit(limb.middle - limb.root) @ unit(limb.tip - limb.middle))
    return degrees(np.arccos(min(1.0, max(-1.0, along))))


def ball(parent: Rotation, upper: Rotation, side: Side) -> tuple[float, float]:
    """Return flexion and abduction of a hip or shoulder."""
    x, y, z = parent.T @ upper @ DOWN
    return degrees(atan2(x, -y)), degrees(asin(min(1.0, max(-1.0, side.value * z))))


def inside(value: float, low: float, high: float) -> bool:
    return low - PASSIVE <= value <= high + PASSIVE


@pytest.mark.parametrize("key", ALL)
def test_joints_stay_within_human_range(key: str) -> None:
    for skeleton in moments(key):
        pelvis, chest = skeleton.spine.at(0)[1], skeleton.spine.at(body.SHOULDER_LINE)[1]
        for side, leg in skeleton.legs.items():
            flexed, out = ball(pelvis, leg.upper, side)
            assert inside(flexed, -30, 135), f"hip {flexed:.0f}"
            assert inside(out, -45, 90), f"hip out {out:.0f}"
            assert inside(bend(leg), 0, 155), f"knee {bend(leg):.0f}"
            foot = leg.lower.T @ leg.end @ AHEAD
            ankle = degrees(atan2(foot[1], foot[0]))
            assert inside(ankle, -55, 35), f"ankle {ankle:.0f}"
        for side, arm in skeleton.arms.items():
            way = chest.T @ arm.upper @ DOWN
            assert inside(degrees(asin(-way[0])), -90, 60), "shoulder back"
            assert inside(degrees(asin(side.value * way[2])), -45, 90), "shoulder across"
            assert inside(bend(arm), 0, 150), f"elbow {bend(arm):.0f}"


@pytest.mark.parametrize("key", ALL)
def test_knees_bend_back_and_elbows_forward(key: str) -> None:
    for skeleton in moments(key):
        for leg in skeleton.legs.values():
            assert float((leg.tip - leg.middle) @ leg.upper[:, 0]) < ROUNDING
        for arm in skeleton.arms.values():
            assert float((arm.tip - arm.middle) @ arm.upper[:, 0]) > -ROUNDING


@pytest.mark.parametrize("key", ALL)
def test_hands_and_feet_reach_their_places(key: str) -> None:
    for skeleton in moments(key):
        for limb in (*skeleton.legs.values(), *skeleton.arms.values()):
            assert limb.missed <= SHORT_OF


def flesh(skeleton: Skeleton) -> Iterator[tuple[Vector, float]]:
    """Yield the balls the limbs, the feet and the trunk's back and front are made of."""
    for limb in skeleton.legs.values():
        for place, girth, long in (
            (limb.on_upper, body.THIGH_GIRTH, body.THIGH),
            (limb.on_lower, body.SHIN_GIRTH, body.SHIN),
        ):
            yield from ((place(along * long, ahead, 0), radius) for along, ahead, radius in girth)
        yield from ((limb.on_end(x, y, 0), radius) for x, y, radius in body.FOOT)
    for along, ahead, deep, _ in body.TRUNK[1:]:
        yield skeleton.spine.joint(along, 0, back=-ahead), deep
    yield skeleton.spine.at(body.HEAD_CENTRE)[0], min(body.HEAD)
    yield from ((arm.tip, 2.7) for arm in skeleton.arms.values())


@pytest.mark.parametrize("key", ALL)
def test_nothing_sinks_into_the_floor(key: str) -> None:
    for skeleton in moments(key):
        assert min(float(point[1]) - radius for point, radius in flesh(skeleton)) >= -SUNK


@pytest.mark.parametrize("key", ALL)
def test_something_always_rests_on_the_floor_the_bed_or_a_chair(key: str) -> None:
    movement = MOVEMENTS[key]
    for skeleton in moments(key):
        lowest = min(float(point[1]) - radius for point, radius in flesh(skeleton))
        assert lowest <= FLOATING, f"{lowest:.1f} cm above the floor"
        if movement.rests is Rest.HIPS and movement.has(Thing.CHAIR):
            seat = skeleton.spine.at(0)[0] + DOWN * body.TRUNK[1][2]
            assert min(box.distance(seat) for box in Figure(movement).boxes) <= FLOATING


@pytest.mark.parametrize("key", ALL)
def test_feet_on_the_floor_stand_on_it(key: str) -> None:
    movement = MOVEMENTS[key]
    for pose, skeleton in ((movement.start, moments(key)[0]), (movement.end, moments(key)[-1])):
        for side, leg in ((Side.LEFT, pose.left_leg), (Side.RIGHT, pose.right_leg)):
            if leg.foot and leg.foot.on is Surface.FLOOR:
                foot = [skeleton.legs[side].on_end(x, y, 0)[1] - radius for x, y, radius in body.FOOT]
                assert abs(min(foot)) <= FLOATING


def gap(skeleton: Skeleton, movement: Movement, side: Side, contact: Contact, hand: bool) -> float:
    """Return how far the palm or heel is from the surface it meets."""
    arm, leg = skeleton.arms[side], skeleton.legs[side]
    at_toes = contact.on in (Surface.LEFT_FOOT, Surface.RIGHT_FOOT)
    reaches = body.OPEN_HAND[-1][0] if at_toes else body.PALM if arm.holds else 0.0
    palm = arm.tip + arm.end @ DOWN * reaches
    point = palm if hand else leg.on_end(*body.FOOT[0][:2], 0)
    if contact.on is Surface.FLOOR and not hand:
        return 0.0  # how feet stand has a test of its own
    if contact.on in (Surface.CHAIR, Surface.DESK, Surface.RAIL, Surface.STEP, Surface.DOOR_FRAME):
        return min(box.distance(point) for box in Figure(movement).boxes)
    if contact.on is Surface.FLOOR:
        return abs(float(point[1]))
    if contact.on is Surface.HIPS:
        return length(point - skeleton.spine.at(0)[0]) - 16
    if contact.on is Surface.TOWEL:
        return 0.0
    held = skeleton.legs[Side.LEFT if contact.on.value.startswith("left") else Side.RIGHT]
    if contact.on.value.endswith("foot"):
        return min(length(point - held.on_end(x, y, 0)) - radius for x, y, radius in body.FOOT)
    upper = contact.on.value.endswith("thigh")
    girth, long = (body.THIGH_GIRTH, body.THIGH) if upper else (body.SHIN_GIRTH, body.SHIN)
    place = held.on_upper if upper else held.on_lower
    if not hand:
        point = leg.tip
    rows = body.smooth(girth)
    return min(length(point - place(along * long, ahead, 0)) - radius for along, ahead, radius in rows)


@pytest.mark.parametrize("key", ALL)
def test_hands_and_feet_touch_what_they_meet(key: str) -> None:
    movement = MOVEMENTS[key]
    for pose, skeleton in ((movement.start, moments(key)[0]), (movement.end, moments(key)[-1])):
        met = (
            (Side.LEFT, pose.left_arm.hand, True),
            (Side.RIGHT, pose.right_arm.hand, True),
            (Side.LEFT, pose.left_leg.foot, False),
            (Side.RIGHT, pose.right_leg.foot, False),
        )
        for side, contact, hand in met:
            if contact:
                assert gap(skeleton, movement, side, contact, hand) <= GRASP, f"{side.name} {contact.on}"


@pytest.mark.parametrize("key", ALL)
def test_no_arm_or_shin_goes_through_the_trunk(key: str) -> None:
    for at, skeleton in zip(MOMENTS, moments(key), strict=True):
        points = [limb.middle for limb in skeleton.arms.values()] + [limb.tip for limb in skeleton.arms.values()]
        points += [limb.on_lower(body.SHIN / 2, 0, 0) for limb in skeleton.legs.values()]
        for along, ahead, deep, wide in body.TRUNK[1:]:
            centre, frame = skeleton.spine.at(along)
            for point in points:
                x, y, z = frame.T @ (point - centre)
                if abs(y) < 3:
                    assert sqrt(((x - ahead) / deep) ** 2 + (z / wide) ** 2) > 0.8, f"at {at}, {along}"


@pytest.mark.parametrize("key", ALL)
def test_everything_stays_within_the_picture(key: str) -> None:
    figure = Figure(MOVEMENTS[key])
    left, bottom, right, top = figure.window
    for skeleton in moments(key):
        box = outline.bounds([polygon for shape in figure.shapes(skeleton) for polygon in shape.outlines])
        assert box[0] > left
        assert box[1] > bottom
        assert box[2] < right
        assert box[3] < top


FACES = [
    ("pelvic-tilt", 0.0, "up"),
    ("supine-towel-hamstring", 1.0, "up"),
    ("knee-rolls", 1.0, "up"),
    ("standing-toe-touch", 0.0, "ahead"),
    ("seated-chair-hamstring", 0.0, "ahead"),
    ("hip-flexor.kneeling", 1.0, "ahead"),
    ("cat-cow", 1.0, "ahead"),
    ("childs-pose", 1.0, "down"),
]


@pytest.mark.parametrize(("key", "at", "way"), FACES)
def test_the_face_looks_where_the_body_faces(key: str, at: float, way: str) -> None:
    looks = moment(MOVEMENTS[key], at).spine.at(body.HEAD_CENTRE)[1] @ AHEAD
    assert float(looks @ {"up": -DOWN, "down": DOWN, "ahead": AHEAD}[way]) > 0.6


def test_a_picture_is_the_same_every_time() -> None:
    movement = MOVEMENTS["cat-cow"]
    assert Figure(movement).still() == Figure(movement).still()
    assert Figure(movement).frame(0.5) == Figure(movement).frame(0.5)
