"""Turning and looking in three dimensions. x points ahead of the figure, y up, z to its right; centimetres, degrees."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.library.pose import View

Vector: TypeAlias = NDArray[np.float64]
"""Three numbers in space, or two on the picture."""
Frame: TypeAlias = NDArray[np.float64]
"""A 3 × 3 rotation; its columns are a body part's own ahead, up and right."""

UPRIGHT: Frame = np.eye(3)
DOWN: Vector = np.array([0.0, -1.0, 0.0])
UP: Vector = np.array([0.0, 1.0, 0.0])
AHEAD: Vector = np.array([1.0, 0.0, 0.0])


def vector(x: float, y: float, z: float) -> Vector:
    """Return a point or direction."""
    return np.array([x, y, z], dtype=np.float64)


def about(axis: int, degrees: float) -> Frame:
    """Return the right-handed rotation about x (0), y (1) or z (2)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    i, j = (axis + 1) % 3, (axis + 2) % 3
    turned = np.eye(3)
    turned[i, i] = turned[j, j] = c
    turned[j, i], turned[i, j] = s, -s
    return turned


def unit(v: Vector) -> Vector:
    """Return `v` at length 1."""
    return v / np.linalg.norm(v)


def length(v: Vector) -> float:
    """Return how long `v` is."""
    return float(np.linalg.norm(v))


def turned_about(axis: Vector, v: Vector, degrees: float) -> Vector:
    """Return `v` turned about the unit vector `axis` (Rodrigues)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return v * c + np.cross(axis, v) * s + axis * float(axis @ v) * (1 - c)


@dataclass(frozen=True)
class Camera:
    """A view without perspective: `yaw` degrees from the figure's right side to its front, `pitch` from above."""

    yaw: float
    pitch: float
    order: Vector
    sides: bool = True

    @property
    def screen(self) -> NDArray[np.float64]:
        """The 2 × 3 matrix from space to the picture: to the right, up."""
        psi, eps = radians(self.yaw), radians(self.pitch)
        return np.array(
            [[cos(psi), 0.0, -sin(psi)], [-sin(psi) * sin(eps), cos(eps), -cos(psi) * sin(eps)]], dtype=np.float64
        )

    @property
    def toward(self) -> Vector:
        """The direction from the figure to the eye."""
        psi, eps = radians(self.yaw), radians(self.pitch)
        return vector(sin(psi) * cos(eps), sin(eps), cos(psi) * cos(eps))


CAMERAS = {
    View.SIDE: Camera(20, 10, vector(0, 0, 1)),
    View.CORNER: Camera(45, 14, vector(0.4, 0.2, 0.9)),
    View.BEHIND: Camera(-24, 36, vector(-0.1, 0.3, 0.8)),
    View.LEVEL: Camera(9, 1.5, vector(0, 0, 1)),
    View.ABOVE: Camera(84, 66, vector(0.7, 0.7, 0.1), sides=False),
}
"""Turned a little from a true side or front, so that both legs and both arms can be seen."""
