"""The body as shapes to draw: trunk, legs and arms, each with one outline round all its colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from bot.figures import body, highlight, outline, palette
from bot.figures.body import Side
from bot.figures.camera import Camera
from bot.figures.geometry import Vector, vector
from bot.figures.limb import Limb
from bot.figures.outline import Ellipsoid, Polygon
from bot.figures.pose import Muscle
from bot.figures.skeleton import Skeleton, Spine

LINE = 0.9
"""Half the width of an outline, in centimetres of the figure: 2 px of a picture on a phone."""

_KNEE = 8.0
"""Centimetres round the knee within which thigh and shin are drawn as one."""

Fill: TypeAlias = tuple[list[Polygon], str]
"""Outlines and their colour."""


@dataclass(frozen=True)
class Fold:
    """The nearer half of a bent limb: its edge shows on the `further` half, but not at the joint they share."""

    near: tuple[Fill, ...]
    joint: Fill
    further: list[Polygon]


@dataclass(frozen=True)
class Shape:
    """Something drawn as one piece, in the order of `depth` (centimetres toward the eye).

    `patch` covers its outline where it grows out of the trunk; `over` is SVG drawn last.
    """

    depth: float
    fills: tuple[Fill, ...]
    highlights: tuple[list[Polygon], ...] = ()
    patch: Fill | None = None
    fold: Fold | None = None
    over: str = ""

    @property
    def outlines(self) -> list[Polygon]:
        """Every polygon of the shape."""
        return [polygon for polygons, _ in self.fills for polygon in polygons]


@dataclass(frozen=True)
class BodyShapes:
    """The shapes of one skeleton as one camera sees it; the muscles in `felt` are highlighted."""

    skeleton: Skeleton
    camera: Camera
    felt: tuple[Muscle, ...]

    def trunk(self) -> Shape:
        """Return neck, chest, waist and pelvis."""
        spine = self.skeleton.spine
        rows = body.smooth(body.TRUNK)
        links = self._seen(_section(spine, *row) for row in rows)
        waist = next(i for i, row in enumerate(rows) if row[0] >= body.WAIST)
        low, high = spine.at(body.NECK_ROOT - 4)[0], spine.at(body.NECK_ROOT + 7)[0]
        neck = self._seen((Ellipsoid.sphere(low, 5.2), Ellipsoid.sphere(high, 4.7)))
        shoulders = [polygon for side in Side for polygon in self._shoulder(side)]
        return Shape(
            self._depth(spine.at(6)[0], spine.at(40)[0]),
            ((neck, palette.SKIN), (links[waist:] + shoulders, palette.SHIRT), (links[:waist], palette.TROUSERS)),
            self._highlights(highlight.of_trunk(spine, self.felt)),
        )

    def leg(self, side: Side) -> Shape:
        """Return a leg with its foot."""
        limb = self.skeleton.legs[side]
        skin, trousers = self._shade(palette.SKIN, side), self._shade(palette.TROUSERS, side)
        thigh = self._seen(_flesh(limb, body.THIGH_GIRTH, body.THIGH, upper=True))
        shin = self._seen(_flesh(limb, body.SHIN_GIRTH, body.SHIN, upper=False))
        foot = self._seen(Ellipsoid.sphere(limb.on_end(x, y, 0), r) for x, y, r in body.smooth(body.FOOT))
        hip = self._seen((Ellipsoid.sphere(limb.root, 10.6), Ellipsoid.sphere(limb.on_upper(5, 0, 0), 9.5)))
        return Shape(
            self._depth(limb.root, limb.middle, limb.middle, limb.tip),
            ((foot, skin), (thigh + shin, trousers)),
            self._highlights(highlight.of_leg(limb, self.skeleton.spine, side, self.felt)),
            None if self.far(side) else (hip, palette.TROUSERS),
            self._fold(limb, (thigh, trousers), ((foot, skin), (shin, trousers))),
        )

    def arm(self, side: Side) -> Shape:
        """Return an arm with its hand."""
        limb = self.skeleton.arms[side]
        upper = self._seen(_flesh(limb, body.UPPER_ARM_GIRTH, body.UPPER_ARM, upper=True))
        lower = self._seen(_flesh(limb, body.FOREARM_GIRTH, body.FOREARM, upper=False))
        hand = self._seen(
            Ellipsoid.sphere(limb.tip + limb.end @ vector(y, -x, 0), r)
            for x, y, r in (body.FIST if limb.holds else body.OPEN_HAND)
        )
        sleeve = round(len(upper) * 0.6)
        root = self._seen((Ellipsoid.sphere(limb.root, 7.6), Ellipsoid.sphere(limb.on_upper(4, 0, 0), 7.2)))
        return Shape(
            self._depth(limb.root, limb.middle, limb.tip) + 3,
            (
                (hand + lower + upper[sleeve:], self._shade(palette.SKIN, side)),
                (upper[:sleeve], self._shade(palette.SHIRT, side)),
            ),
            patch=None if self.far(side) else (root, palette.SHIRT),
        )

    def _fold(self, limb: Limb, above: Fill, below: tuple[Fill, ...]) -> Fold:
        """Return how the halves of a leg cover each other."""
        knee = (self._seen([Ellipsoid.sphere(limb.middle, _KNEE)]), above[1])
        if float(self.camera.toward @ (limb.tip - limb.root)) > 0:
            return Fold(below, knee, above[0])
        return Fold((above,), knee, [polygon for polygons, _ in below for polygon in polygons])

    def far(self, side: Side) -> bool:
        """Whether a side is the further one, and so drawn paler."""
        return self.camera.sides and side is Side.LEFT

    def _shade(self, colour: str, side: Side) -> str:
        return palette.faded(colour) if self.far(side) else colour

    def _shoulder(self, side: Side) -> list[Polygon]:
        inner = self.skeleton.spine.joint(body.SHOULDER_LINE - 1, 6.0 * side.value)
        return self._seen((Ellipsoid.sphere(inner, 6.4), Ellipsoid.sphere(self.skeleton.arms[side].root, 5.9)))

    def _highlights(self, found: Iterable[highlight.Highlight]) -> tuple[list[Polygon], ...]:
        """Return the highlights that do not lie on the side turned away."""
        return tuple(
            self._seen(mark.balls) for mark in found if float(mark.faces @ self.camera.toward) > highlight.AWAY
        )

    def _depth(self, *points: Vector) -> float:
        """Return the mean depth of some places: the larger, the nearer to the eye."""
        return float(np.mean([self.camera.order @ point for point in points]))

    def _seen(self, balls: Iterable[Ellipsoid]) -> list[Polygon]:
        return outline.chain(tuple(balls), self.camera)


def _flesh(limb: Limb, girth: tuple[tuple[float, ...], ...], long: float, *, upper: bool) -> list[Ellipsoid]:
    """Return the spheres round one bone of `long` centimetres."""
    place = limb.on_upper if upper else limb.on_lower
    return [Ellipsoid.sphere(place(along * long, ahead, 0), radius) for along, ahead, radius in body.smooth(girth)]


def _section(spine: Spine, along: float, ahead: float, deep: float, wide: float) -> Ellipsoid:
    """Return one slice of the trunk: `along` the spine, shifted `ahead`, its half-depth and half-width (cm)."""
    point, rotation = spine.at(along)
    return Ellipsoid(point + rotation @ vector(ahead, 0, 0), rotation @ np.diag([deep, 3.0, wide]))
