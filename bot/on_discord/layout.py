"""Draw a card as an embed with buttons, within Discord's limits."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import discord

from bot.desk.card import Action, Button, Card, Section, Shape, ShowStretch, ShowWarning, Tone
from bot.on_discord.custom_ids import encode

LONGEST_DESCRIPTION = 4096
LONGEST_TITLE = 256
LONGEST_FOOTER = 2048
MOST_BUTTONS = 25
"""Discord's limits: characters of an embed's parts, buttons on a message."""

SUFFIX = ".webp"
"""Animated WebP moves on every Discord client since 2025 and is smaller than GIF (docs/sources.md, "Animated WebP")."""

LONGEST_QUOTE = 300
"""Characters of the asker's words that stand above an answer: enough to see what was understood."""

_COLOURED: tuple[type[Action], ...] = (ShowStretch, ShowWarning)
"""What most people want next has a coloured button; the rest are grey."""

_COLOURS = {
    Tone.CALM: discord.Colour(0x2F8F83),
    Tone.CHOICE: discord.Colour(0x3B6FB6),
    Tone.UNSURE: discord.Colour(0x7A7F87),
    Tone.SOON: discord.Colour(0xC98A1B),
    Tone.TODAY: discord.Colour(0xE67E22),
    Tone.URGENT: discord.Colour(0xC0392B),
    Tone.CRISIS: discord.Colour(0x7D4FA8),
}


def embed_of(card: Card) -> discord.Embed:
    """Return a card as an embed; what is too long is cut at the end, where the least important stands."""
    text = "\n\n".join(_section(section) for section in card.sections)
    embed = discord.Embed(
        title=_cut(card.title, LONGEST_TITLE), description=_cut(text, LONGEST_DESCRIPTION), colour=_COLOURS[card.tone]
    )
    if card.footer:
        embed.set_footer(text=_cut(card.footer, LONGEST_FOOTER))
    return embed


def parts_of(card: Card, asker: int, pictures: Path) -> dict[str, Any]:
    """Return the arguments that send a card: embeds, buttons, and the picture above, where a phone shows it first."""
    parts: dict[str, Any] = {"embeds": [embed_of(card)]}
    if view := view_of(card, asker):
        parts["view"] = view
    path = pictures / f"{card.picture.name}{SUFFIX}" if card.picture else None
    if card.picture and path and path.is_file():
        shown = discord.Embed(colour=_COLOURS[card.tone])
        parts["embeds"].insert(0, shown.set_image(url=f"attachment://{path.name}"))
        # Read whole: discord.py leaves a file open that it sends as the first reply to an interaction.
        parts["file"] = discord.File(BytesIO(path.read_bytes()), path.name, description=card.picture.alt)
    return parts


def view_of(card: Card, asker: int) -> discord.ui.View | None:
    """Return a card's buttons, or None when it has none; `asker` is whom some of them are for.

    The view is stopped from the start: discord.py would keep it in memory for as long as the message may be pressed.
    A press arrives at the client's `on_interaction` all the same, and what it does stands in its custom id.
    """
    if not card.buttons:
        return None
    view = discord.ui.View(timeout=None)
    for button in card.buttons[:MOST_BUTTONS]:
        view.add_item(_button(button, asker))
    view.stop()
    return view


def _button(button: Button, asker: int) -> discord.ui.Button[discord.ui.View]:
    style = discord.ButtonStyle.primary if isinstance(button.action, _COLOURED) else discord.ButtonStyle.secondary
    return discord.ui.Button(label=button.label, custom_id=encode(button.action, asker), style=style)


def quote(question: str) -> str:
    """Return the asker's own words, harmless: escaped, on quoted lines, pinging nobody."""
    shown = _cut(" ".join(question.split()), LONGEST_QUOTE)
    return "> " + discord.utils.escape_mentions(discord.utils.escape_markdown(shown)) if shown else ""


def _section(section: Section) -> str:
    """Lay out one section in Discord's markdown; whom to call stands alone and bold."""
    if section.shape is Shape.CALL:
        return "\n".join(f"**{line}**" for line in section.lines)
    title = f"**{section.title}**\n" if section.title else ""
    lines = [_mark(section.shape, number) + line for number, line in enumerate(section.lines, 1)]
    return title + "\n".join(lines)


def _mark(shape: Shape, number: int) -> str:
    """Return what stands before a line."""
    return {Shape.POINTS: "- ", Shape.STEPS: f"{number}. "}.get(shape, "")


def _cut(text: str, most: int) -> str:
    """Shorten a text to what Discord takes."""
    return text if len(text) <= most else text[: most - 1] + "…"
