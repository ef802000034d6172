"""An arm or a leg: two bones with a joint between, and two-bone inverse kinematics to reach a place."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from bot.figures.geometry import Rotation, Vector, length, unit, vector


@dataclass(frozen=True)
class Limb:
    """An arm or a leg: hip, knee and ankle, or shoulder, elbow and wrist, in centimetres.

    `upper` and `lower` are the rotations of its bones, whose own down runs along the bone; `end` is that of the foot
    or hand. `missed` is by how many centimetres the tip fell short of its place; a hand that `holds` is a fist.
    """

    root: Vector
    middle: Vector
    tip: Vector
    upper: Rotation
    lower: Rotation
    end: Rotation
    missed: float = 0.0
    holds: bool = False

    def on_upper(self, x: float, y: float, z: float) -> Vector:
        """Return a point beside the upper bone: `x` cm along it, `y` ahead of it, `z` to its right."""
        return self.root + self.upper @ vector(y, -x, z)

    def on_lower(self, x: float, y: float, z: float) -> Vector:
        """Return a point beside the lower bone: `x` cm along it, `y` ahead of it, `z` to its right."""
        return self.middle + self.lower @ vector(y, -x, z)

    def on_end(self, x: float, y: float, z: float) -> Vector:
        """Return a point of the foot: `x` cm ahead of the ankle, `y` above it, `z` to its right."""
        return self.tip + self.end @ vector(x, y, z)


def two_bones(root: Vector, tip: Vector, way: Vector, one: float, two: float, bend: int, end: Rotation) -> Limb:
    """Return the limb of two bones from `root` to `tip` whose middle joint points `way`.

    `one` and `two` are the lengths of the bones in centimetres. `bend` is 1 where the middle joint points ahead (a
    knee) and -1 where it points back (an elbow).
    """
    line = tip - root
    far = length(line)
    reach = min(max(far, abs(one - two) + 0.1), one + two - 0.01)
    along = line / far
    way = unit(way - along * float(way @ along))
    before = (one**2 - two**2 + reach**2) / (2 * reach)
    middle = root + along * before + way * sqrt(max(one**2 - before**2, 0.0))
    reached = root + along * reach
    upper = _rotation(middle - root, way * bend)
    lower = _rotation(reached - middle, upper[:, 0], upper[:, 2])
    return Limb(root, middle, reached, upper, lower, end, missed=abs(far - reach))


def _rotation(bone: Vector, ahead: Vector, right: Vector | None = None) -> Rotation:
    """Return the rotation of a bone that points down its own y."""
    y = -unit(bone)
    z = unit(np.cross(ahead, y)) if right is None else right
    return np.column_stack((np.cross(y, z), y, z))
