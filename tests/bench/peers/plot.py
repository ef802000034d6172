"""Right first against time, drawn as plain SVG: a panel a set."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 460, 440
LEFT, RIGHT, TOP, BOTTOM = 52, 20, 48, 48
FASTEST, SLOWEST = 0.1, 1000.0
"""Milliseconds at the ends of the axis."""

LINE = 15
"""Height of a label."""

LETTER = 6.4
"""About the width of a letter of a label."""

DOT = 6
"""Radius of Limber's dot; the others' are smaller."""

OURS = "Limber"
GREEN, GREY, FAINT = "#0b7a5b", "#444c56", "#d0d7de"


@dataclass(frozen=True, slots=True)
class Point:
    """A matcher: its name, its middle time in milliseconds and its share right first."""

    name: str
    milliseconds: float
    first: float

    @property
    def ours(self) -> bool:
        """Whether it is the one that the picture is about."""
        return self.name == OURS


@dataclass(frozen=True, slots=True)
class Panel:
    """The matchers on one set."""

    title: str
    points: tuple[Point, ...]


def draw(panels: Sequence[Panel]) -> str:
    """Return the picture."""
    width = WIDTH * len(panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" height="{HEIGHT}" '
        'role="img" font-family="sans-serif" font-size="12">',
        "<title>Right first against time: higher is better, left is faster</title>",
        f'<rect width="{width}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for number, panel in enumerate(panels):
        parts += [f'<g transform="translate({WIDTH * number} 0)">', *_axes(panel.title), *_points(panel.points), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _axes(title: str) -> Iterator[str]:
    yield _text(LEFT, 22, title, "start", "#1f2328", bold=True)
    for tenth in range(0, 11, 2):
        y = _y(tenth / 10)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{FAINT}"/>'
        yield _text(LEFT - 8, y + 4, f"{tenth / 10:.1f}", "end", GREY)
    for power in range(round(math.log10(FASTEST)), round(math.log10(SLOWEST)) + 1):
        x = _x(10.0**power)
        yield f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="{FAINT}"/>'
        yield _text(x, HEIGHT - BOTTOM + 17, f"{10.0**power:g}", "middle", GREY)
    yield _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "milliseconds a question (p50)", "middle", GREY)
    yield _text(LEFT, TOP - 8, "right first", "middle", GREY)


def _points(points: Sequence[Point]) -> Iterator[str]:
    """Yield dots and names; a name stands where it covers no dot and no other name, if there is such a place."""
    taken = [_Box(_x(p.milliseconds) - DOT, _y(p.first) - DOT, 2 * DOT, 2 * DOT) for p in points]
    for point in points:
        x, y, colour = _x(point.milliseconds), _y(point.first), GREEN if point.ours else GREY
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT if point.ours else DOT - 2}" fill="{colour}"/>'
        places = _places(x, y, len(point.name) * LETTER)
        box = next((place for place in places if place.inside and not any(place.meets(b) for b in taken)), places[0])
        taken.append(box)
        yield _text(box.x, box.y + LINE - 4, point.name, "start", colour, bold=point.ours)


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def inside(self) -> bool:
        return self.x >= LEFT and self.x + self.width <= WIDTH and self.y >= TOP - LINE

    def meets(self, other: _Box) -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def _places(x: float, y: float, width: float) -> list[_Box]:
    """Return where a name may stand: right of its dot, left, below, above, and a little further."""
    gap = DOT + 3
    corners = [(x + gap, y - LINE / 2), (x - gap - width, y - LINE / 2)]
    for away in (gap, gap + LINE):
        corners += [(x - width / 2, y + away), (x - width / 2, y - away - LINE), (x, y + away), (x - width, y + away)]
    return [_Box(left, top, width, LINE) for left, top in corners]


def _text(x: float, y: float, words: str, anchor: str, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(words)}</text>'


def _x(milliseconds: float) -> float:
    share = math.log(milliseconds / FASTEST) / math.log(SLOWEST / FASTEST)
    return LEFT + (WIDTH - LEFT - RIGHT) * min(max(share, 0.0), 1.0)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share
