"""One stretch as pictures: the figure among its things as SVG, drawn back to front, at any moment or as one still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bot.figures import body, outline, palette, props
from bot.figures.arrow import arrow, arrow_way
from bot.figures.body import Side
from bot.figures.camera import CAMERAS, Camera
from bot.figures.contact import Thing
from bot.figures.geometry import vector
from bot.figures.head import head
from bot.figures.motion import moment
from bot.figures.outline import Polygon
from bot.figures.pose import Movement
from bot.figures.shapes import BodyShapes, Shape
from bot.figures.skeleton import Skeleton
from bot.figures.svg import painted

WIDTH, HEIGHT = 640, 480
"""Of a picture, in pixels: twice what a phone shows of it across."""
MARGIN = 9.0
"""Free space round everything, in centimetres of the figure."""
LARGEST = 4.0
"""Pixels a centimetre at most."""
GHOST, APART = 0.4, 0.75
"""Opacity of the start in the still: seen, but never taken for the pose to hold; more where it stands alone."""
_MOMENTS = tuple(i / 24 for i in range(25))


@dataclass(frozen=True)
class Figure:
    """The pictures of one movement, which share the camera, the window and the places of things."""

    movement: Movement

    def still(self) -> str:
        """Return the start as a ghost, the end solid, and an arrow for the way between."""
        apart = self.movement.apart
        ghost = self._above(apart) if apart else f'<g opacity="{GHOST}">{self._body(0.0, "g")}</g>'
        return self._card(self._around + ghost + self._body(1.0) + arrow(self.movement, self._way), apart)

    def frame(self, at: float) -> str:
        """Return the figure `at` 0 (start) to 1 (end)."""
        return self._card(self._around + self._body(at))

    @property
    def camera(self) -> Camera:
        """From where one looks."""
        return CAMERAS[self.movement.view]

    @cached_property
    def skeletons(self) -> tuple[Skeleton, ...]:
        """The movement in 25 moments: close enough for an arrow without corners."""
        return tuple(moment(self.movement, at) for at in _MOMENTS)

    @cached_property
    def boxes(self) -> list[props.Box]:
        """The things, back to front."""
        reach = [x for skeleton in self.skeletons for x in _reach(skeleton)]
        span = (min(reach), max(reach))
        return [box for prop in self.movement.props for box in props.boxes(prop, span)]

    @cached_property
    def window(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of all that is ever drawn, in centimetres."""
        polygons = [self._way, *self._ground]
        polygons += [p for skeleton in self.skeletons[::2] for shape in self.shapes(skeleton) for p in shape.outlines]
        polygons += [face for box in self.boxes for face, _ in box.faces(self.camera)]
        left, bottom, right, top = outline.bounds(polygons)
        return left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN

    def shapes(self, skeleton: Skeleton) -> list[Shape]:
        """Return the body's shapes, furthest first: the head after the trunk, a towel under the nearer hand."""
        shapes = BodyShapes(skeleton, self.camera, self.movement.felt)
        trunk, near_arm = shapes.trunk(), shapes.arm(Side.RIGHT)
        centre, rotation = skeleton.spine.at(body.HEAD_CENTRE)
        depth = max(float(self.camera.order @ centre), trunk.depth + 0.1)
        made = [trunk, head(centre, rotation, self.camera, depth), shapes.arm(Side.LEFT), near_arm]
        made += [shapes.leg(side) for side in Side]
        if self.movement.has(Thing.TOWEL):
            made.append(Shape(near_arm.depth - 0.1, (), over=props.towel(skeleton, self.camera)))
        return sorted(made, key=lambda shape: shape.depth)

    def _above(self, by: float) -> str:
        """Return the start on its own ground, without highlights: they would fill what opens and closes."""
        start = replace(self, movement=replace(self.movement, felt=()))._body(0.0, "g")
        return f'<g opacity="{APART}" transform="translate(0 {-by:g})">{self._around}{start}</g>'

    def _body(self, at: float, name: str = "s") -> str:
        skeleton = moment(self.movement, at)
        trunk = BodyShapes(skeleton, self.camera, ()).trunk().outlines
        return painted(self.shapes(skeleton), trunk, 1.0 if self.movement.both_ways else at, name)

    @cached_property
    def _way(self) -> Polygon:
        return arrow_way(self.movement, self.skeletons, self.camera)

    @cached_property
    def _around(self) -> str:
        """The patch of ground and the things on it."""
        drawn = ""
        for (left, bottom), (right, top) in self._ground:
            drawn += (
                f'<ellipse cx="{(left + right) / 2:.2f}" cy="{-(bottom + top) / 2:.2f}" rx="{(right - left) / 2:.2f}" '
                f'ry="{(top - bottom) / 2:.2f}" fill="{palette.GROUND}"/>'
            )
        return drawn + "".join(box.svg(self.camera) for box in self.boxes)

    @property
    def _ground(self) -> list[Polygon]:
        """The corners of the box round a patch of floor; none where a mat or bed shows what carries."""
        if self.movement.has(Thing.MAT, Thing.BED):
            return []
        reach = [p[0] for s in self.skeletons for leg in s.legs.values() for p in (leg.root, leg.tip)]
        reach += [float(x) for box in self.boxes for x in (box.low[0], box.high[0])]
        x, y = self.camera.screen @ vector((min(reach) + max(reach)) / 2, 0, 0)
        half = (max(reach) - min(reach)) / 2 + 26
        return [np.array([[x - half, y - 17], [x + half, y + 13]])]

    def _card(self, inside: str, more: float = 0.0) -> str:
        """Return all, with `more` room on top, fitted into an opaque rounded card: it reads on dark and light pages."""
        left, bottom, right, top = self.window
        top += more
        scale = min(WIDTH / (right - left), HEIGHT / (top - bottom), LARGEST)
        x, y = WIDTH / 2 - (left + right) / 2 * scale, HEIGHT / 2 + (bottom + top) / 2 * scale
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" rx="24" fill="{palette.CARD}"/>'
            f'<g transform="translate({x:.3f} {y:.3f}) scale({scale:.4f})">{inside}</g></svg>'
        )


def _reach(skeleton: Skeleton) -> Iterator[float]:
    """Yield the places along x between which the body lies."""
    for limb in (*skeleton.legs.values(), *skeleton.arms.values()):
        yield from (limb.root[0], limb.middle[0], limb.tip[0])
    yield from (leg.on_end(*body.FOOT[-1][:2], 0)[0] for leg in skeleton.legs.values())
    yield skeleton.spine.points[-1][0]
