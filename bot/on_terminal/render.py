"""Draw a card in a terminal: a frame for people, plain lines for pipes."""

from __future__ import annotations

import textwrap

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from bot.desk.card import Card, Section, Shape, Tone

WIDTH = 78
_COLOURS = {
    Tone.CALM: "cyan",
    Tone.CHOICE: "blue",
    Tone.UNSURE: "bright_black",
    Tone.SOON: "yellow",
    Tone.TODAY: "dark_orange",
    Tone.URGENT: "red",
    Tone.CRISIS: "magenta",
}


def plain(card: Card, *, width: int = WIDTH) -> str:
    """Return a card as plain lines, choices numbered."""
    blocks = [card.title.upper() if card.tone in (Tone.URGENT, Tone.CRISIS) else card.title]
    if card.picture:
        blocks.append(f"(picture: knowledge/pictures/{card.picture.name}.png)")
    blocks += ["\n".join(_lines(section, width)) for section in card.sections]
    if card.buttons:
        blocks.append("\n".join(f"[{i}] {button.label}" for i, button in enumerate(card.buttons, 1)))
    if card.footer:
        blocks.append(textwrap.fill(card.footer, width))
    return "\n\n".join(blocks)


def show(console: Console, card: Card) -> None:
    """Print a card: framed on a terminal, plain into a pipe."""
    if not console.is_terminal:
        console.print(Text(plain(card)), soft_wrap=True)
        return
    parts: list[RenderableType] = []
    if card.picture:
        parts += [Text(f"picture: knowledge/pictures/{card.picture.name}.png", style="dim"), Text()]
    for section in card.sections:
        style = {Shape.NOTE: "dim", Shape.CALL: "bold"}.get(section.shape, "")
        parts += [Text("\n".join(_lines(section, min(console.width, WIDTH) - 4)), style=style), Text()]
    for number, button in enumerate(card.buttons, 1):
        parts.append(Text.assemble((f" {number} ", "bold reverse"), " ", button.label))
    colour = _COLOURS[card.tone]
    footer = Text(card.footer, style="dim italic") if card.footer else None
    console.print(
        Panel(
            Group(*parts),
            title=Text(card.title, style=f"bold {colour}"),
            title_align="left",
            subtitle=None,
            border_style=colour,
            width=min(console.width, WIDTH),
        )
    )
    if footer:
        console.print(footer, width=min(console.width, WIDTH))


def _lines(section: Section, width: int) -> list[str]:
    """Lay out one section."""
    made = [section.title] if section.title else []
    for number, line in enumerate(section.lines, 1):
        mark = {Shape.POINTS: "• ", Shape.STEPS: f"{number}. "}.get(section.shape, "")
        made.append(textwrap.fill(line, width, initial_indent=mark, subsequent_indent=" " * len(mark)))
    return made
