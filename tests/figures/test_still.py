"""What tells one pose from another at a glance: crossed legs that cross, folded legs with an edge, a start in sight."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from bot.figures import palette
from bot.figures.arrow import arrow_way
from bot.figures.body import Side
from bot.figures.encoding import rendered
from bot.figures.figure import HEIGHT, WIDTH, Figure
from bot.figures.geometry import AHEAD, Vector
from bot.figures.motion import moment
from bot.figures.pose import Movement
from bot.figures.pose_files import load_poses
from bot.figures.svg import painted
from bot.index import FOLDER

OUT = 15.0
"""cm: how far outside its hip the knee of a crossed leg is at least."""
SEEN = 200
"""Of the darkest channel (0-255): what is below stands out from the card, which has 245."""
AN_EDGE = 300
"""Pixels of a line a few centimetres of the figure long."""


@cache
def figure(key: str) -> Figure:
    return Figure(load_poses(FOLDER)[key])


def pixels(svg: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return np.asarray(rendered(svg, WIDTH).convert("RGB"), dtype=np.int16)


def seen_rows(movement: Movement) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    return np.flatnonzero((pixels(Figure(movement).still()).min(axis=2) < SEEN)[:, 30:-30].any(axis=1))


@pytest.mark.parametrize("key", ["piriformis-figure-4.lying", "piriformis-figure-4.seated"])
def test_the_knee_of_a_crossed_leg_points_outward_however_the_other_thigh_stands(key: str) -> None:
    for skeleton in figure(key).skeletons:
        leg = skeleton.legs[Side.RIGHT]
        assert leg.middle[2] - leg.root[2] > OUT


def test_a_start_that_the_end_would_hide_stands_above_it_within_the_card() -> None:
    movement = figure("pelvic-tilt").movement
    left, bottom, right, top = figure("pelvic-tilt").window
    scale = min(WIDTH / (right - left), HEIGHT / (top + movement.apart - bottom))
    apart, together = seen_rows(movement), seen_rows(replace(movement, apart=0.0))
    assert 0 < apart.min() < together.min()
    assert apart.max() < HEIGHT - 1
    assert np.ptp(apart) > movement.apart * scale


def test_a_start_above_the_end_bears_no_mark() -> None:
    movement = figure("pelvic-tilt").movement
    apart, together = (Figure(each).still().count(palette.ACCENT) for each in (movement, replace(movement, apart=0.0)))
    assert 0 < apart < together


def turned(one: Vector, two: Vector) -> float:
    """Return the sign of the turn on the picture from one direction to another: 1 is counter-clockwise."""
    return float(np.sign(one[0] * two[1] - one[1] * two[0]))


def test_an_arrow_round_the_hips_goes_the_way_the_pelvis_rolls() -> None:
    one = figure("pelvic-tilt")
    hips = [skeleton.spine.at(0) for skeleton in (one.skeletons[0], one.skeletons[-1])]
    rolls = turned(*(one.camera.screen @ frame @ AHEAD for _, frame in hips))
    way = arrow_way(one.movement, one.skeletons, one.camera) - one.camera.screen @ hips[-1][0]
    assert turned(way[0], way[-1]) == rolls != 0


def both(key: str, at: float) -> tuple[str, str]:
    """Return a body with the edges of its folded legs and without."""
    one = figure(key)
    left, bottom, right, top = one.window
    shapes = one.shapes(moment(one.movement, at))
    flat = [replace(shape, fold=None) for shape in shapes]
    size = f'viewBox="{left} {-top} {right - left} {top - bottom}" width="{WIDTH}" height="{HEIGHT}"'
    with_edges, without = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{painted(drawn, shapes[0].outlines, at, "b")}</svg>'
        for drawn in (shapes, flat)
    )
    return with_edges, without


@pytest.mark.parametrize(("key", "at", "folded"), [("childs-pose", 1.0, True), ("standing-toe-touch", 0.0, False)])
def test_the_nearer_half_of_a_folded_leg_has_an_edge_and_a_straight_leg_has_none(
    key: str, at: float, folded: bool
) -> None:
    one, two = (pixels(svg) for svg in both(key, at))
    changed = int((np.abs(one - two).max(axis=2) > 12).sum())
    assert changed > AN_EDGE if folded else changed < AN_EDGE / 10, changed
