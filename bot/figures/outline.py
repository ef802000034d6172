"""Rounded shapes: chains of ellipsoids in space, projected to outlines on the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import pi
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.figures.camera import Camera
from bot.figures.geometry import Vector

_SIDES = 32
_ANGLES = np.arange(_SIDES) * (2 * pi / _SIDES)
_NORMALS = np.column_stack((np.cos(_ANGLES), np.sin(_ANGLES)))

Polygon: TypeAlias = NDArray[np.float64]
"""Shape (n, 2): points on the picture in centimetres, one a row, counter-clockwise with y up."""


@dataclass(frozen=True)
class Ellipsoid:
    """Its centre, shape (3,), and its half-axes as the columns of a (3, 3) matrix; centimetres."""

    centre: Vector
    axes: NDArray[np.float64]

    @classmethod
    def sphere(cls, centre: Vector, radius: float) -> Ellipsoid:
        """Return a sphere."""
        return cls(centre, np.eye(3) * radius)


def silhouette(ball: Ellipsoid, camera: Camera) -> Polygon:
    """Return the outline of one ellipsoid, shape (32, 2): one point for each outward normal of `_NORMALS`."""
    flat = camera.screen @ ball.axes
    along = _NORMALS @ flat
    points: Polygon = camera.screen @ ball.centre + (along / np.linalg.norm(along, axis=1, keepdims=True)) @ flat.T
    return points


def hull(one: Polygon, two: Polygon) -> Polygon:
    """Return the convex hull of two silhouettes: for each normal, the point that lies further out."""
    further = np.einsum("ij,ij->i", two - one, _NORMALS) > 0
    return np.where(further[:, None], two, one)


def chain(balls: Sequence[Ellipsoid], camera: Camera) -> list[Polygon]:
    """Return the outlines that together cover a chain of ellipsoids: a hull for each pair of neighbours."""
    seen = [silhouette(ball, camera) for ball in balls]
    return [hull(a, b) for a, b in pairwise(seen)] or seen


def grown(polygon: Polygon, by: float) -> Polygon:
    """Return a counter-clockwise polygon grown by `by` centimetres on all sides."""
    along = np.roll(polygon, -1, axis=0) - np.roll(polygon, 1, axis=0)
    outward = np.column_stack((along[:, 1], -along[:, 0]))
    wider: Polygon = polygon + outward / np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-9) * by
    return wider


def path(polygons: Iterable[Polygon]) -> str:
    """Return polygons as the data of one SVG path (y down)."""
    return "".join("M" + "L".join(f"{x:.2f},{-y:.2f}" for x, y in polygon) + "Z" for polygon in polygons)


def bounds(polygons: Iterable[Polygon]) -> tuple[float, float, float, float]:
    """Return the smallest left, bottom, right and top around polygons."""
    points = np.concatenate(list(polygons))
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return float(left), float(bottom), float(right), float(top)
