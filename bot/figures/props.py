"""Things the figure rests on, holds or leans on, as boxes drawn back to front; and the towel, a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from bot.figures import body, palette
from bot.figures.body import Side
from bot.figures.camera import Camera
from bot.figures.contact import Prop, Thing
from bot.figures.geometry import DOWN, Vector, vector
from bot.figures.outline import Polygon, path
from bot.figures.prop_heights import CHAIR_HEIGHT, CUSHION_HEIGHT, DESK_HEIGHT, RAIL_HEIGHT, SEAT_HEIGHT, STEP_HEIGHT
from bot.figures.skeleton import Skeleton
from bot.figures.svg import line, stroke

Span = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A box with its edges along x, y and z, from corner `low` to corner `high` (centimetres), and its colour."""

    low: Vector
    high: Vector
    colour: str

    def faces(self, camera: Camera) -> Iterator[tuple[Polygon, str]]:
        """Yield the three faces one sees, shape (4, 2) each, in a colour that is darker the less light falls on it."""
        for axis, dark in ((1, 0.0), (0, 0.2), (2, 0.1)):
            near = self.high if camera.toward[axis] > 0 else self.low
            others = [i for i in range(3) if i != axis]
            corners = []
            for picks in ((0, 0), (1, 0), (1, 1), (0, 1)):
                corner = near.copy()
                for i, pick in zip(others, picks, strict=True):
                    corner[i] = (self.low, self.high)[pick][i]
                corners.append(camera.screen @ corner)
            yield np.array(corners), palette.mixed(self.colour, palette.INK, dark)

    def svg(self, camera: Camera) -> str:
        """Return the box as SVG."""
        return "".join(
            f'<path d="{path([face])}" fill="{colour}"{stroke(palette.mixed(colour, palette.INK, 0.35), 0.8)}/>'
            for face, colour in self.faces(camera)
        )

    def distance(self, point: Vector) -> float:
        """Return how many centimetres a point is from the box; 0 inside."""
        gap = np.maximum(np.maximum(self.low - point, point - self.high), 0.0)
        return float(np.linalg.norm(gap))


def boxes(prop: Prop, span: Span) -> list[Box]:
    """Return a thing as boxes, back to front. `span` is how far the figure reaches along x, for what it lies on."""
    x, z = prop.x, prop.z
    match prop.thing:
        case Thing.MAT:
            return [_box((span[0] - 8, span[1] + 8), (-1.5, 0), (-34, 34), palette.CLOTH)]
        case Thing.BED:
            return _bed(span)
        case Thing.CHAIR:
            return _chair(x, z)
        case Thing.STEP:
            return [_box((x - 17, x + 17), (0, STEP_HEIGHT), (z - 24, z + 24), palette.WOOD)]
        case Thing.CUSHION:
            return [_box((x - 14, x + 14), (0, CUSHION_HEIGHT), (z - 13, z + 13), palette.CUSHION)]
        case Thing.DOOR_FRAME:
            wall = _box((x, x + 9), (0, 112), (z - 60, z), palette.WALL)
            return [wall, _box((x - 1, x + 10), (0, 112), (z, z + 5), palette.WOOD)]
        case Thing.DESK:
            return _desk(x, z)
        case Thing.RAIL:
            posts = [_box((x + i - 2, x + i + 2), (0, RAIL_HEIGHT - 4), (z - 2, z + 2), palette.METAL) for i in (0, 58)]
            return [*posts, _box((x - 6, x + 64), (RAIL_HEIGHT - 4, RAIL_HEIGHT), (z - 2.5, z + 2.5), palette.METAL)]
        case Thing.TOWEL:
            return []


def _box(x: Span, y: Span, z: Span, colour: str) -> Box:
    return Box(vector(x[0], y[0], z[0]), vector(x[1], y[1], z[1]), colour)


def _bed(span: Span) -> list[Box]:
    left, right = span[0] - 14, span[1] + 12
    feet = [
        _box((x - 3, x + 3), (-30, -20), (z - 3, z + 3), palette.WOOD)
        for z, x in product((-44, 44), (left + 8, right - 8))
    ]
    return [
        *feet[:2],
        _box((left - 5, left), (-22, 14), (-50, 50), palette.WOOD),
        _box((left, right), (-22, -14), (-48, 48), palette.WOOD),
        _box((left, right), (-14, 0), (-48, 48), palette.CLOTH),
        *feet[2:],
    ]


def _chair(x: float, z: float) -> list[Box]:
    """Return a chair that looks ahead, the middle of its seat above (x, z)."""
    back, front, far, near, post = x - 21, x + 21, z - 21, z + 21, 3.5
    legs = [
        _box((a, a + post), (0, SEAT_HEIGHT - 4), (b, b + post), palette.WOOD)
        for b, a in product((far, near - post), (back, front - post))
    ]
    rest = (back - 3, back + 1)
    return [
        *legs,
        _box((back, front), (SEAT_HEIGHT - 4, SEAT_HEIGHT), (far, near), palette.WOOD),
        _box(rest, (SEAT_HEIGHT, CHAIR_HEIGHT), (far, far + post), palette.WOOD),
        _box(rest, (66, CHAIR_HEIGHT), (far, near), palette.WOOD),
        _box(rest, (SEAT_HEIGHT, CHAIR_HEIGHT), (near - post, near), palette.WOOD),
    ]


def _desk(x: float, z: float) -> list[Box]:
    """Return a desk, the middle of its top above (x, z)."""
    legs = [
        _box((a, a + 4), (0, DESK_HEIGHT - 4), (b, b + 4), palette.WOOD)
        for b, a in product((z - 26, z + 22), (x - 42, x + 38))
    ]
    return [*legs, _box((x - 46, x + 46), (DESK_HEIGHT - 4, DESK_HEIGHT), (z - 30, z + 30), palette.WOOD)]


def towel(skeleton: Skeleton, camera: Camera) -> str:
    """Return a towel from one hand round the right sole to the other: all pictures show the right side at work."""
    leg = skeleton.legs[Side.RIGHT]
    drawn = ""
    for side in Side:
        hand = skeleton.arms[side].tip + skeleton.arms[side].end @ DOWN * body.PALM
        tail = hand + vector(-3, -13, 2 * side.value)
        places: Sequence[Vector] = (tail, hand, leg.on_end(11, -6, 4.5 * side.value), leg.on_end(11, -7.5, 0))
        seen = [camera.screen @ place for place in places]
        drawn += line(seen, palette.INK, 5.4) + line(seen, palette.TOWEL, 4.0)
    return drawn
