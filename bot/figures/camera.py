"""From where one looks: a camera without perspective for each view a pose file may name."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from bot.figures.geometry import Vector, vector
from bot.figures.pose import View


@dataclass(frozen=True)
class Camera:
    """An orthographic view: `yaw` degrees from the figure's right side toward its front, `pitch` degrees from above.

    `order` weighs a place's coordinates into its depth: the larger, the later it is drawn. With `sides` the left
    side is the further one, and so drawn paler.
    """

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
