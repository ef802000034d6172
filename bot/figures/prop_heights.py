"""How high the tops of things are above the floor, in centimetres. A bed's top counts as the floor."""

from __future__ import annotations

SEAT_HEIGHT = 43.0
"""A common chair: the thighs are nearly level when the feet are flat."""
CHAIR_HEIGHT = 90.0
"""The top of its back."""
STEP_HEIGHT = 28.0
"""A low bench: higher asks for loose hamstrings (docs/sources.md, "A low bench")."""
DESK_HEIGHT = 84.0
"""A worktop: low enough to lean on, high enough to reach standing."""
RAIL_HEIGHT = 92.0
CUSHION_HEIGHT = 5.0
