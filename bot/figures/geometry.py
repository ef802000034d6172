"""Vectors and rotations in space. x points ahead of the figure, y up, z to its right; centimetres and degrees."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
"""Shape (3,) in space, or (2,) on the picture (to the right, up); centimetres when it is a place."""
Rotation: TypeAlias = NDArray[np.float64]
"""Shape (3, 3), orthonormal; its columns are a body part's own ahead, up and right."""

UPRIGHT: Rotation = np.eye(3)
DOWN: Vector = np.array([0.0, -1.0, 0.0])
UP: Vector = np.array([0.0, 1.0, 0.0])
AHEAD: Vector = np.array([1.0, 0.0, 0.0])


def vector(x: float, y: float, z: float) -> Vector:
    """Return a point or direction."""
    return np.array([x, y, z], dtype=np.float64)


def about(axis: int, degrees: float) -> Rotation:
    """Return the right-handed rotation about the axis x (0), y (1) or z (2)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    i, j = (axis + 1) % 3, (axis + 2) % 3
    turned = np.eye(3)
    turned[i, i] = turned[j, j] = c
    turned[j, i], turned[i, j] = s, -s
    return turned


def unit(v: Vector) -> Vector:
    """Return `v` scaled to Euclidean length 1."""
    return v / np.linalg.norm(v)


def length(v: Vector) -> float:
    """Return how long `v` is."""
    return float(np.linalg.norm(v))


def rotated(axis: Vector, v: Vector, degrees: float) -> Vector:
    """Return `v` turned about the unit vector `axis` (Rodrigues)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return v * c + np.cross(axis, v) * s + axis * float(axis @ v) * (1 - c)
