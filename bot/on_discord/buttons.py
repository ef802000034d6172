"""Buttons that carry ids in their `custom_id`, so that a restart leaves every one of them alive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.desk.card import Action, Button, ShareTopic, ShowStretch, ShowWarning
from bot.on_discord.custom_ids import spell

if TYPE_CHECKING:
    from bot.on_discord.client import LimberClient

MOST_BUTTONS = 25
"""Discord's limit of buttons on a message."""

_LOUD: tuple[type[Action], ...] = (ShowStretch, ShowWarning)
"""What most people want next is coloured; the rest is grey."""


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


def buttons_of(buttons: Sequence[Button], asker: int) -> Iterator[LimberButton]:
    """Yield Discord's buttons for a card's; `asker` is whom some of them are for."""
    for button in buttons[:MOST_BUTTONS]:
        loud = isinstance(button.action, _LOUD) and not isinstance(button.action, ShareTopic)
        style = discord.ButtonStyle.primary if loud else discord.ButtonStyle.secondary
        yield LimberButton(button.label, spell(button.action, asker), style)
