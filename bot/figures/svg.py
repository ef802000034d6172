"""Shapes as SVG: the outline under everything, the colours, the highlights over them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.figures import outline, palette
from bot.figures.outline import Polygon
from bot.figures.shapes import LINE, Fold, Shape

FAINTEST = 0.35
"""Opacity of the highlights at the start, when nothing pulls yet."""


def painted(shapes: Sequence[Shape], trunk: Sequence[Polygon], strength: float, name: str) -> str:
    """Return a body as SVG. `strength` 0 to 1 is how far the stretch has come; `name` is unique in the picture."""
    clip = f'<clipPath id="{name}"><path d="{outline.path(trunk)}"/></clipPath>'
    opacity = FAINTEST + (1 - FAINTEST) * strength
    return clip + "".join(_shape(shape, trunk, opacity, name, i) for i, shape in enumerate(shapes))


def _shape(shape: Shape, trunk: Sequence[Polygon], opacity: float, name: str, number: int) -> str:
    """Return one shape; its patch stays within the trunk, its highlights within the trunk and itself."""
    drawn = filled([outline.grown(polygon, LINE) for polygon in shape.outlines], palette.INK)
    drawn += "".join(filled(polygons, colour) for polygons, colour in shape.fills)
    if shape.fold:
        drawn += _folded(shape.fold, f"{name}{number}f")
    if shape.patch:
        drawn += f'<g clip-path="url(#{name})">{filled(*shape.patch)}</g>'
    if shape.highlights:
        edge = [outline.grown(polygon, LINE) for polygons in shape.highlights for polygon in polygons]
        highlights = filled(edge, palette.ACCENT_EDGE) + "".join(
            filled(polygons, palette.ACCENT) for polygons in shape.highlights
        )
        drawn += (
            f'<clipPath id="{name}{number}"><path d="{outline.path((*shape.outlines, *trunk))}"/></clipPath>'
            f'<g clip-path="url(#{name}{number})" opacity="{opacity:.2f}">{highlights}</g>'
        )
    return drawn + shape.over


def _folded(fold: Fold, name: str) -> str:
    """Return the nearer half of a limb with its edge, as far as it covers the further half."""
    edge = [outline.grown(polygon, LINE) for polygons, _ in fold.near for polygon in polygons]
    drawn = filled(edge, palette.INK) + "".join(filled(*fill) for fill in (*fold.near, fold.joint))
    return (
        f'<clipPath id="{name}"><path d="{outline.path(fold.further)}"/></clipPath>'
        f'<g clip-path="url(#{name})">{drawn}</g>'
    )


def filled(polygons: Sequence[Polygon], colour: str) -> str:
    """Return polygons in one colour."""
    return f'<path d="{outline.path(polygons)}" fill="{colour}"/>'


def stroke(colour: str, width: float) -> str:
    """Return the attributes of a rounded line, with a space before them."""
    return f' stroke="{colour}" stroke-width="{width:g}" stroke-linejoin="round" stroke-linecap="round"'


def line(points: Sequence[Polygon] | Polygon, colour: str, width: float) -> str:
    """Return a rounded line, `width` centimetres wide, through points of the picture (y up)."""
    way = "L".join(f"{x:.2f},{-y:.2f}" for x, y in points)
    return f'<path d="M{way}" fill="none"{stroke(colour, width)}/>'
