"""The slash commands. Each hands what was typed to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.desk.labels import CARES, PLACES, POSITIONS, THEMES
from bot.desk.notices import Notice
from bot.desk.offers import StretchRequest
from bot.stretching.lookup import names

if TYPE_CHECKING:
    from bot.on_discord.client import LimberTree

Interaction = discord.Interaction[Any]

LONGEST_QUESTION = 1000
"""Characters of a question; a story of 150 words fits."""

MOST_LETTERS = 100
"""Characters Discord takes for a choice."""

MOST_CHOICES = 25
"""Choices Discord takes for one autocomplete."""


def _choices(names: dict[str, str]) -> list[app_commands.Choice[str]]:
    """Turn value → name into Discord's choices."""
    return [app_commands.Choice(name=name, value=value) for value, name in names.items()]


def add_commands(tree: LimberTree) -> None:
    """Add every command to the tree, for servers and for direct messages with the bot."""
    commands: tuple[app_commands.Command[Any, Any, Any] | app_commands.ContextMenu, ...] = (
        ask,
        stretch,
        topics,
        privacy,
        forget_me,
        answer_from_faq,
    )
    for command in commands:
        tree.add_command(command)


@app_commands.command(description="Ask about your back or your hamstrings. Only you see the answer.")
@app_commands.describe(question="Your question, in your own words")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def ask(interaction: Interaction, question: app_commands.Range[str, 1, LONGEST_QUESTION]) -> None:
    """Answer a question in the asker's own words."""
    await interaction.client.asked(interaction, question)


@ask.autocomplete("question")
async def complete_question(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Offer the questions that are like what was typed so far."""
    found = interaction.client.desk.complete(typed)
    return [app_commands.Choice(name=question[:MOST_LETTERS], value=question[:MOST_LETTERS]) for _, question in found]


@app_commands.command(description="Find a stretch that suits you. Only you see it.")
@app_commands.describe(
    name="A stretch by name",
    place="Where you are",
    position="How you want to be",
    care="A reason to be careful",
    minutes="Make a routine of so many minutes",
)
@app_commands.choices(place=_choices(PLACES), position=_choices(POSITIONS), care=_choices(CARES))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def stretch(
    interaction: Interaction,
    name: str | None = None,
    place: str | None = None,
    position: str | None = None,
    care: str | None = None,
    minutes: app_commands.Range[int, 1, 30] | None = None,
) -> None:
    """Show the stretches that fit."""
    client = interaction.client
    request = StretchRequest(name or "", place or "", position or "", (care,) if care else (), minutes)
    await client.show(interaction, client.desk.stretch(request))


@stretch.autocomplete("name")
async def complete_name(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Offer the stretches whose name holds what was typed."""
    known = names(interaction.client.desk.library).items()
    return [app_commands.Choice(name=n, value=k) for k, n in known if typed.lower() in n.lower()][:MOST_CHOICES]


@app_commands.command(description="See what you can ask.")
@app_commands.describe(theme="What it is about")
@app_commands.choices(theme=_choices(THEMES))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def topics(interaction: Interaction, theme: str) -> None:
    """List the questions of a theme."""
    client = interaction.client
    await client.show(interaction, client.desk.topics(theme))


@app_commands.command(description="What I read and what I keep.")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def privacy(interaction: Interaction) -> None:
    """Say what is read and what is kept."""
    await interaction.client.show(interaction, interaction.client.desk.privacy())


@app_commands.command(name="forget-me", description="Delete at once whatever is kept about you.")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def forget_me(interaction: Interaction) -> None:
    """Delete what is kept about the person."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    await interaction.client.show(interaction, await interaction.client.service.forget(interaction.user.id))


@app_commands.context_menu(name="Answer from the FAQ")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def answer_from_faq(interaction: Interaction, message: discord.Message) -> None:
    """Answer somebody's message, for the eyes of whoever asked for it."""
    if not message.content.strip():
        await interaction.client.show(interaction, interaction.client.desk.notice(Notice.NO_WORDS))
        return
    await interaction.client.asked(interaction, message.content)
