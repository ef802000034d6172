"""Buttons that carry ids in their `custom_id`, so that a restart leaves every one of them alive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    Button,
    NoneOfThese,
    Reply,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
)
from bot.library import Level

if TYPE_CHECKING:
    from bot.on_discord.client import LimberClient

MOST_BUTTONS = 25
"""Discord's limit of buttons on a message."""


class LimberButton(discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"limber:(?P<rest>.+)"):
    """Any button of ours. The `custom_id` spells the action: `limber:<kind>:<fields…>`."""

    def __init__(self, label: str, custom_id: str, style: discord.ButtonStyle) -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id, style=style))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Revive a button from a message, whoever sent it and however long ago."""
        assert isinstance(item, discord.ui.Button)  # noqa: S101 - a custom_id of ours stands on buttons only
        return cls(item.label or "", match.string, item.style)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client, which answers and handles what goes wrong."""
        client: LimberClient = interaction.client
        await client.pressed(interaction, self.item.custom_id or "")


_STYLES: dict[type, discord.ButtonStyle] = {
    ShowTopic: discord.ButtonStyle.secondary,
    ShowStretch: discord.ButtonStyle.primary,
    NoneOfThese: discord.ButtonStyle.secondary,
    AnswerCheck: discord.ButtonStyle.secondary,
    ShowWarning: discord.ButtonStyle.primary,
    ThatHurts: discord.ButtonStyle.secondary,
    AnswerHurts: discord.ButtonStyle.secondary,
}


def buttons_of(buttons: Sequence[Button], asker: int) -> Iterator[LimberButton]:
    """Yield Discord's buttons for a card's; `asker` is whom a check is for."""
    for button in buttons[:MOST_BUTTONS]:
        yield LimberButton(button.label, spell(button.action, asker), _STYLES[type(button.action)])


def spell(action: Action, asker: int) -> str:
    """Return the `custom_id` of an action: at most 100 characters, held by a test over the whole library."""
    match action:
        case ShowTopic():
            return f"limber:topic:{action.topic}"
        case ShowStretch():
            return f"limber:stretch:{action.stretch}"
        case NoneOfThese():
            return "limber:none:"
        case AnswerCheck():
            return f"limber:check:{asker}:{action.reply}:{action.level}:{action.flag}:{action.topic}"
        case ThatHurts():
            return f"limber:hurts:{action.stretch}"
        case AnswerHurts():
            return f"limber:{'nerve' if action.nerve else 'ache'}:{action.stretch}"
        case ShowWarning():
            doubt = "d" if action.doubtful else "s"
            return f"limber:warn:{asker}:{doubt}:{action.level}:{action.flag}:{action.topic}"


def read(custom_id: str) -> tuple[Action, int | None] | None:
    """Return the action a `custom_id` spells and whom it is for (None: for all); None for one nobody here wrote."""
    _, _, rest = custom_id.partition(":")
    kind, _, fields = rest.partition(":")
    if kind == "hurts":
        return ThatHurts(fields), None
    if kind in ("nerve", "ache"):
        return AnswerHurts(fields, nerve=kind == "nerve"), None
    try:
        if kind == "topic":
            return ShowTopic(fields), None
        if kind == "stretch":
            return ShowStretch(fields), None
        if kind == "none":
            return NoneOfThese(), None
        asker, word, level, flag, topic = fields.split(":")
        if kind == "check":
            return AnswerCheck(flag, Level(level), Reply(word), topic), int(asker)
        if kind == "warn":
            return ShowWarning(flag, Level(level), topic, word == "d"), int(asker)
    except ValueError:
        return None
    return None
