"""Where every error ends: the person gets a calm sentence with an id, the log the trace under that id."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Callable
from typing import Any

import discord

from bot.desk.desk import Desk
from bot.desk.notices import Notice
from bot.errors import StoreError
from bot.on_discord.layout import embed_of

log = logging.getLogger(__name__)

ANSWERED = 40060
"""Discord's code for an interaction that has its answer already: the person has the card."""


class Failing:
    """Tells errors. What a person wrote is never part of what is logged."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk

    async def tell(self, about: discord.Message | discord.Interaction[Any], error: Exception) -> None:
        """Log an error under an id, and tell the person the id."""
        if isinstance(error, discord.NotFound | discord.Forbidden) or getattr(error, "code", 0) == ANSWERED:
            log.warning("not delivered: %s (code %s)", type(error).__name__, getattr(error, "code", 0))
            return
        incident = secrets.token_hex(3)
        if isinstance(error, StoreError):
            log.error("incident %s: %s", incident, error)
            card = self._desk().notice(Notice.NOT_KEPT)
        else:
            # Where it happened, not what was in hand: an exception's text may repeat what a person typed.
            places = "".join(traceback.format_tb(error.__traceback__))
            log.error("incident %s: %s at\n%s", incident, type(error).__name__, places)
            card = self._desk().error(incident)
        try:
            await _reply(about, embed_of(card))
        except discord.HTTPException as second:
            log.warning("incident %s could not be told: %s (code %s)", incident, type(second).__name__, second.code)


async def _reply(about: discord.Message | discord.Interaction[Any], embed: discord.Embed) -> None:
    """Reply on whichever way is still open."""
    if isinstance(about, discord.Message):
        await about.reply(embed=embed)
    elif about.response.is_done():
        await about.followup.send(embed=embed, ephemeral=True)
    else:
        await about.response.send_message(embed=embed, ephemeral=True)
