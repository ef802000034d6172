"""An arm or a leg: two bones that bend in the middle, and how they reach a place."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from bot.figures.geometry import Rotation, Vector, length, unit, vector


@dataclass(frozen=True)
class Limb:
    """An arm or a leg. `missed` is by how many centimetres its end fell short of its place."""

    root: Vector
    middle: Vector
    tip: Vector
    upper: Rotation
    lower: Rotation
    end: Rotation
    missed: float = 0.0
    holds: bool = False

    def on_upper(self, x: float, y: float, z: float) -> Vector:
        """Return a point beside the upper bone: along it, ahead of it, to its right."""
        return self.root + self.upper @ vector(y, -x, z)

    def on_lower(self, x: float, y: float, z: float) -> Vector:
        """Return a point beside the lower bone."""
        return self.middle + self.lower @ vector(y, -x, z)

    def on_end(self, x: float, y: float, z: float) -> Vector:
        """Return a point of the foot: ahead of the ankle, above it, to its right."""
        return self.tip + self.end @ vector(x, y, z)


def two_bones(root: Vector, tip: Vector, way: Vector, one: float, two: float, bend: int, end: Rotation) -> Limb:
    """Return the limb of two bones from `root` to `tip` whose middle joint points `way`.

    `bend` is 1 where the middle joint points ahead (a knee) and -1 where it points back (an elbow).
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
