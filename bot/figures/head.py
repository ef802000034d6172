"""The head: hair that grows where hair grows, and a face that looks where the neck turns it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from bot.figures import body, outline, palette
from bot.figures.body import Side
from bot.figures.camera import Camera
from bot.figures.geometry import Rotation, Vector, length, unit, vector
from bot.figures.outline import Ellipsoid, Polygon
from bot.figures.shapes import Shape

_HALF_AXES = np.array(body.HEAD)
_HAIR = ((vector(-0.22, 1, 0), 63.0), (vector(-1, 0.15, 0), 66.0))
"""Caps of hair on top and behind: their middle, and how many degrees wide from it."""
_NOSE = ((vector(1, 0.02, 0), 0.9, 1.9), (vector(1, -0.16, 0), 0.98, 2.1))
_TURN = np.linspace(0, 2 * np.pi, 72, endpoint=False)


def head(centre: Vector, rotation: Rotation, camera: Camera, depth: float) -> Shape:
    """Return the head as a shape."""
    skull = [outline.silhouette(Ellipsoid(centre, rotation @ np.diag(_HALF_AXES)), camera)]
    grown = Ellipsoid(centre, rotation @ np.diag(_HALF_AXES) * 1.06)
    hair = [polygon for way, wide in _HAIR if (polygon := _cap(grown, rotation, way, wide, camera)) is not None]
    nose = outline.chain([Ellipsoid.sphere(_on(centre, rotation, way, out), r) for way, out, r in _NOSE], camera)
    fills = [(skull, palette.SKIN), (hair, palette.HAIR)]
    fills.insert(2 if float(camera.toward @ rotation[:, 0]) > 0 else 0, (nose, palette.SKIN))
    return Shape(depth, tuple(fills), over="".join(_features(centre, rotation, camera)))


def _on(centre: Vector, rotation: Rotation, way: Vector, out: float) -> Vector:
    """Return a point on the head, or `out` times as far from its middle."""
    place: Vector = centre + rotation @ (unit(way) * _HALF_AXES) * out
    return place


def _features(centre: Vector, rotation: Rotation, camera: Camera) -> Iterator[str]:
    """Yield ears, eyes, the nose's shade and the mouth, as far as they look at the eye."""
    spots = [(vector(1, -0.2, 0), 1.5, palette.CHEEK, 0.8)]
    for side in Side:
        spots.append((vector(-0.12, -0.12, side.value), 2.2, palette.CHEEK, 0.12))
        spots.append((vector(1, 0.12, 0.42 * side.value), 1.3, palette.INK, 0.12))
    for way, radius, colour, least in spots:
        facing = float(unit(rotation @ (unit(way) / _HALF_AXES)) @ camera.toward)
        if facing > least:
            x, y = camera.screen @ _on(centre, rotation, way, 1.0)
            yield f'<circle cx="{x:.2f}" cy="{-y:.2f}" r="{radius * min(1.0, 0.5 + facing):.2f}" fill="{colour}"/>'
    lips = [vector(1, -0.5 - 0.06 * (k == 0), 0.2 * k) for k in (-1, 0, 1)]
    if float(unit(rotation @ (unit(lips[1]) / _HALF_AXES)) @ camera.toward) > 0.25:
        points = [camera.screen @ _on(centre, rotation, way, 1.0) for way in lips]
        line = "L".join(f"{x:.2f},{-y:.2f}" for x, y in points)
        yield (
            f'<path d="M{line}" fill="none" stroke="{palette.CHEEK}" stroke-width="1.3" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )


def _cap(skull: Ellipsoid, rotation: Rotation, way: Vector, wide: float, camera: Camera) -> Polygon | None:
    """Return what is seen of the skull within `wide` degrees of `way`; None when nothing is.

    Its rim is followed as far as it is seen, then the skull's own outline as far as that lies in the cap.
    """
    way, least = unit(way), float(np.cos(np.radians(wide)))
    across = unit(np.cross(way, vector(0, 0, 1)))
    ring = across * np.cos(_TURN)[:, None] + np.cross(way, across) * np.sin(_TURN)[:, None]
    rim = way * least + ring * float(np.sin(np.radians(wide)))
    seen = (rim / _HALF_AXES) @ rotation.T @ camera.toward > 0
    on_rim: Polygon = _run(skull.centre + rim @ skull.axes.T, seen) @ camera.screen.T
    if seen.all() or not seen.any():
        return on_rim if seen.all() else None
    edge = np.column_stack((np.cos(_TURN), np.sin(_TURN))) @ (camera.screen @ skull.axes)
    edge /= np.linalg.norm(edge, axis=1, keepdims=True)
    on_edge: Polygon = _run(skull.centre + edge @ skull.axes.T, edge @ way > least) @ camera.screen.T
    if len(on_edge) and length(on_rim[-1] - on_edge[0]) > length(on_rim[-1] - on_edge[-1]):
        on_edge = on_edge[::-1]
    return np.concatenate((on_rim, on_edge))


def _run(points: Polygon, chosen: NDArray[np.bool_]) -> Polygon:
    """Return the chosen points of a ring, which lie side by side, from the first of them on."""
    start = int(np.flatnonzero(chosen & ~np.roll(chosen, 1))[0]) if chosen.any() and not chosen.all() else 0
    return np.roll(points, -start, axis=0)[np.roll(chosen, -start)]
