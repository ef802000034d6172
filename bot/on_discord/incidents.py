"""Where every error ends: the person gets a calm sentence with an id, the log the trace under that id."""

from __future__ import annotations

import logging

import discord

from bot.desk.card import Card
from bot.desk.desk import Desk
from bot.desk.incident import log_incident
from bot.desk.notices import Notice
from bot.errors import StoreError
from bot.on_discord.layout import embed_of

log = logging.getLogger(__name__)

ANSWERED = 40060
"""Discord's code for an interaction that has its answer already: the person has the card."""

Event = discord.Message | discord.Interaction[discord.Client]
"""What a person did, and where they are told what became of it."""


async def report(error: Exception, event: Event, desk: Desk, warning: Card | None = None) -> None:
    """Log an error under an id, and tell the person the id. What a person wrote is never part of what is logged.

    A `warning` that the person must not miss is told instead of the id.
    """
    if _is_past_telling(error):
        log.warning("not delivered: %s (code %s)", type(error).__name__, getattr(error, "code", 0))
        return
    incident = log_incident(error)
    card = warning or (desk.notice(Notice.NOT_KEPT) if isinstance(error, StoreError) else desk.error(incident))
    try:
        await _reply(event, card)
    except discord.HTTPException as second:
        log.warning("incident %s could not be told: %s (code %s)", incident, type(second).__name__, second.code)


def _is_past_telling(error: Exception) -> bool:
    """Return whether the place to tell it is gone or closed, or the person has the card already."""
    return isinstance(error, discord.NotFound | discord.Forbidden) or getattr(error, "code", 0) == ANSWERED


async def _reply(event: Event, card: Card) -> None:
    """Reply on whichever way is still open."""
    embed = embed_of(card)
    if isinstance(event, discord.Message):
        await event.reply(embed=embed)
    elif event.response.is_done():
        await event.followup.send(embed=embed, ephemeral=True)
    else:
        await event.response.send_message(embed=embed, ephemeral=True)
