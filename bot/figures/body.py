"""The one body all pictures are drawn from: lengths and girths in centimetres, of somebody 172 cm tall."""

from __future__ import annotations

from enum import Enum
from functools import cache

import numpy as np

THIGH, SHIN, ANKLE_HEIGHT = 43.0, 42.0, 7.0
UPPER_ARM, FOREARM, PALM = 28.0, 25.0, 7.0
HIP_APART, SHOULDER_APART = 9.5, 16.5
"""Half the distance between the joints of the two sides."""

SHOULDER_LINE, NECK_ROOT, HEAD_CENTRE = 45.0, 50.0, 66.0
"""How far along the spine from between the hips."""
LUMBAR, THORACIC, NECK = (8.0, 26.0), (26.0, 46.0), (50.0, 58.0)
"""The parts of the spine that bend, from and to."""

HEAD = (10.5, 12.0, 9.6)
"""Half-axes of the head: ahead, up, to the side."""

TRUNK = (
    (-7.0, -2.2, 7.6, 12.5),
    (-2.0, -1.6, 10.2, 16.0),
    (4.0, -0.8, 10.2, 16.2),
    (10.0, 0.0, 9.0, 14.2),
    (16.0, 0.4, 8.2, 12.6),
    (22.0, 0.5, 8.4, 12.8),
    (28.0, 0.3, 9.2, 14.0),
    (34.0, 0.2, 9.8, 15.2),
    (40.0, 0.0, 9.4, 15.6),
    (45.0, -0.4, 7.6, 14.6),
    (48.5, -0.8, 5.6, 10.0),
)
"""Cross-sections of the trunk: along the spine, shifted ahead, half-depth, half-width."""
SEAT = (11.2, 10.6, 17.0)
"""From between the hips to what they lie, sit or roll on: behind, below, aside."""
WAIST = 12.0
"""Where on the spine the trousers end and the shirt begins."""

THIGH_GIRTH = ((0.0, 0.0, 9.3), (0.2, 0.3, 9.2), (0.45, 0.5, 8.2), (0.7, 0.3, 6.9), (0.9, 0.0, 6.0), (1.0, 0.0, 5.8))
SHIN_GIRTH = (
    (0.0, 0.0, 5.8),
    (0.12, -0.4, 5.6),
    (0.3, -1.1, 5.7),
    (0.5, -0.8, 5.0),
    (0.75, -0.2, 3.9),
    (1.0, 0.0, 3.5),
)
UPPER_ARM_GIRTH = ((0.0, 0.0, 5.9), (0.15, 0.0, 5.7), (0.45, 0.2, 4.9), (0.8, 0.0, 4.2), (1.0, 0.0, 4.0))
FOREARM_GIRTH = ((0.0, 0.0, 4.0), (0.25, 0.2, 4.2), (0.6, 0.0, 3.4), (1.0, 0.0, 2.7))
"""Along a limb from 0 to 1: shifted ahead, radius."""
FOOT = ((-3.4, -3.2, 3.7), (0.0, -1.2, 3.7), (6.0, -3.0, 3.5), (11.5, -4.4, 2.6), (17.0, -4.9, 2.1))
"""Ahead of and above the ankle, radius."""
OPEN_HAND = ((0.0, 0.0, 2.7), (4.0, 0.0, 3.3), (8.0, 0.0, 3.0), (14.5, 0.0, 1.7))
FIST = ((0.0, 0.0, 2.7), (4.0, 0.0, 3.8), (6.5, 0.0, 3.6))
"""Along the hand from the wrist, shifted ahead, radius."""


class Side(Enum):
    """Left and right; the value is the sign of z."""

    LEFT = -1
    RIGHT = 1

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side(-self.value)


@cache
def smooth(rows: tuple[tuple[float, ...], ...], between: int = 2) -> tuple[tuple[float, ...], ...]:
    """Return rows with `between` more in each gap, on a curve through all of them (Catmull-Rom)."""
    points = np.array(rows, dtype=np.float64)
    padded = np.vstack((2 * points[0] - points[1], points, 2 * points[-1] - points[-2]))
    made = []
    for i in range(len(points) - 1):
        a, b, c, d = padded[i : i + 4]
        for u in np.arange(between + 1) / (between + 1):
            made.append(b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a))))
    return tuple(tuple(float(n) for n in row) for row in (*made, points[-1]))
