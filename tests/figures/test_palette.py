"""What must be told apart in a picture is told apart by eyes that see two colours."""

from __future__ import annotations

import numpy as np
import pytest

from bot.figures import palette

BLIND = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Linear RGB as seen: Machado, Oliveira and Fernandes 2009, full severity."""
APART = 0.15
"""Distance in linear RGB; two shades that nobody confuses side by side, such as skin near and far, are 0.25 apart."""
PAIRS = [
    (palette.ACCENT, palette.TROUSERS),
    (palette.ACCENT, palette.SHIRT),
    (palette.ACCENT, palette.faded(palette.TROUSERS)),
    (palette.SHIRT, palette.TROUSERS),
    (palette.TROUSERS, palette.faded(palette.TROUSERS)),
    (palette.SKIN, palette.CARD),
    (palette.TOWEL, palette.faded(palette.TROUSERS)),
    (palette.INK, palette.CARD),
]


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts]


@pytest.mark.parametrize("blindness", BLIND)
@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_colours_stay_apart(one: str, two: str, blindness: str) -> None:
    seen = np.array(BLIND[blindness]) @ np.array([linear(one), linear(two)]).T
    assert float(np.linalg.norm(seen[:, 0] - seen[:, 1])) > APART
