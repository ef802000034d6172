"""The slash commands and the message menu. Each hands what was typed to the desk."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import discord
from discord import app_commands

from bot.desk.labels import CARES, COMMANDS, MENU, OPTIONS, PLACES, POSITIONS, THEMES
from bot.desk.notices import Notice
from bot.desk.offers import StretchRequest
from bot.on_discord.front import Interaction
from bot.on_discord.questions import answer_interaction
from bot.stretching.lookup import names

Choices = list[app_commands.Choice[str]]

LONGEST_QUESTION = 1000
"""Characters of a question; a story of 150 words fits."""

MOST_LETTERS = 100
"""Characters Discord takes for a choice."""

MOST_CHOICES = 25
"""Choices Discord takes for one autocomplete."""


def commands() -> Iterator[app_commands.Command[Any, ..., Any] | app_commands.ContextMenu]:
    """Make every command. What it is called and what is said of it stands at the desk; the tree says where it works."""
    does: dict[str, Callable[..., Coroutine[Any, Any, None]]]
    does = {"ask": ask, "stretch": stretch, "topics": topics, "privacy": privacy, "forget-me": forget_me}
    for name, description in COMMANDS.items():
        yield app_commands.Command(name=name, description=description, callback=does[name])
    yield app_commands.ContextMenu(name=MENU, callback=answer_from_faq)


def _choices(names: dict[str, str]) -> Choices:
    """Turn value → name into Discord's choices."""
    return [app_commands.Choice(name=name, value=value) for value, name in names.items()]


async def complete_question(interaction: Interaction, typed: str) -> Choices:
    """Offer the questions that are like what was typed so far."""
    found = interaction.client.front.desk.complete(typed)
    return [app_commands.Choice(name=question[:MOST_LETTERS], value=question[:MOST_LETTERS]) for _, question in found]


async def complete_name(interaction: Interaction, typed: str) -> Choices:
    """Offer the stretches whose name holds what was typed."""
    known = names(interaction.client.front.desk.library).items()
    return [app_commands.Choice(name=n, value=k) for k, n in known if typed.lower() in n.lower()][:MOST_CHOICES]


@app_commands.describe(question=OPTIONS["question"])
@app_commands.autocomplete(question=complete_question)
async def ask(interaction: Interaction, question: app_commands.Range[str, 1, LONGEST_QUESTION]) -> None:
    """Answer a question in the asker's own words."""
    await answer_interaction(interaction.client.front, interaction, question)


@app_commands.describe(**{name: OPTIONS[name] for name in ("name", "place", "position", "care", "minutes")})
@app_commands.autocomplete(name=complete_name)
@app_commands.choices(place=_choices(PLACES), position=_choices(POSITIONS), care=_choices(CARES))
async def stretch(
    interaction: Interaction,
    name: str | None = None,
    place: str | None = None,
    position: str | None = None,
    care: str | None = None,
    minutes: app_commands.Range[int, 1, 30] | None = None,
) -> None:
    """Show the stretches that fit."""
    front = interaction.client.front
    request = StretchRequest(name or "", place or "", position or "", (care,) if care else (), minutes)
    await front.show(interaction, front.desk.stretch(request))


@app_commands.describe(theme=OPTIONS["theme"])
@app_commands.choices(theme=_choices(THEMES))
async def topics(interaction: Interaction, theme: str) -> None:
    """List the questions of a theme."""
    front = interaction.client.front
    await front.show(interaction, front.desk.topics(theme))


async def privacy(interaction: Interaction) -> None:
    """Say what is read and what is kept."""
    front = interaction.client.front
    await front.show(interaction, front.desk.privacy())


async def forget_me(interaction: Interaction) -> None:
    """Delete what is kept about the person. The reply is promised first: the store may be slow."""
    front = interaction.client.front
    await interaction.response.defer(ephemeral=True, thinking=True)
    await front.show(interaction, await front.service.forget(interaction.user.id))


async def answer_from_faq(interaction: Interaction, message: discord.Message) -> None:
    """Answer somebody's message, for the eyes of whoever asked for it."""
    front = interaction.client.front
    if message.content.strip():
        await answer_interaction(front, interaction, message.content, own=message.author.id == interaction.user.id)
    else:
        await front.show(interaction, front.desk.notice(Notice.NO_WORDS))
