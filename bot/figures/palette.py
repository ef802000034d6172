"""The colours of all pictures: orange against blues, which every kind of colour blindness keeps apart."""

from __future__ import annotations

CARD, GROUND = "#F5F7F9", "#E2E8ED"
INK = "#25323F"
SKIN, CHEEK, HAIR = "#D9A27C", "#BE7F58", "#4A3A33"
SHIRT, TROUSERS = "#3F97A3", "#3B4F66"
ACCENT, ACCENT_EDGE = "#F0642D", "#8A2F0C"
WOOD, CLOTH, WALL, METAL, TOWEL, CUSHION = "#CDAE86", "#BFD3DE", "#D6DDE4", "#A9B6C2", "#7A5FA3", "#A892C4"

FAR = 0.42
"""How far the limbs of the further side fade into the card."""


def mixed(one: str, two: str, share: float) -> str:
    """Return the colour `share` of the way from one to two."""
    pairs = ((int(one[i : i + 2], 16), int(two[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def faded(colour: str) -> str:
    """Return a colour of the nearer side as it looks on the further one."""
    return mixed(colour, CARD, FAR)
