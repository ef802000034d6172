"""What a press of a button does on Discord; what it says comes from the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.desk.card import Dismiss, SendTopic, ShareTopic, ShowTopic, Vote, Where
from bot.desk.notices import Notice
from bot.on_discord.custom_ids import Press, read

if TYPE_CHECKING:
    from bot.on_discord.client import LimberClient

Interaction = discord.Interaction[Any]


async def press(client: LimberClient, interaction: Interaction, custom_id: str) -> None:
    """Answer a press; a forged or foreign one politely."""
    meant = read(custom_id)
    if meant is None:
        await client.show(interaction, client.desk.gone())
    elif not _may(client, interaction, meant):
        await client.show(interaction, client.desk.not_yours())
    else:
        await _do(client, interaction, meant)


def _may(client: LimberClient, interaction: Interaction, meant: Press) -> bool:
    """Return whether this person may press: everybody, or the asker, or staff where something is to be taken away."""
    if meant.asker in (None, interaction.user.id):
        return True
    staff = isinstance(interaction.user, discord.Member) and interaction.user.get_role(client.ground.staff_role or 0)
    return isinstance(meant.action, Dismiss) and bool(staff)


async def _do(client: LimberClient, interaction: Interaction, meant: Press) -> None:
    match meant.action:
        case Vote(topic) | ShareTopic(topic) | SendTopic(topic) if not client.desk.has(topic):
            await client.show(interaction, client.desk.gone())
        case Vote() as vote:
            await _vote(client, interaction, vote)
        case ShareTopic(topic):
            await _share(client, interaction, topic)
        case SendTopic(topic):
            await _send(client, interaction, topic)
        case Dismiss():
            await _dismiss(client, interaction)
        case ShowTopic(topic):
            await client.show(interaction, client.desk.topic(topic, Where.PRIVATE))
        case action:
            await client.show(interaction, client.desk.press(action))


async def _vote(client: LimberClient, interaction: Interaction, vote: Vote) -> None:
    """Keep a vote. The reply is promised first: the store may be slow."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    message = interaction.message.id if interaction.message else 0
    await client.show(interaction, await client.service.vote(vote, message, interaction.user.id))


async def _share(client: LimberClient, interaction: Interaction, topic: str) -> None:
    """Post an answer in the channel, without the question and without a name; not twice within a minute."""
    if link := client.service.above(interaction.channel_id or 0, topic):
        await client.show(interaction, client.desk.notice(Notice.ABOVE, link=link))
        return
    card = client.desk.topic(topic, Where.PUBLIC)
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        await client.show(interaction, client.desk.gone())
        return
    try:
        sent = await channel.send(**client.parts(card, interaction.user.id))
    except discord.Forbidden:
        await client.show(interaction, client.desk.notice(Notice.NOT_ALLOWED))
        return
    client.service.posted(interaction.channel_id or 0, topic, sent.jump_url)
    await client.show(interaction, client.desk.notice(Notice.SHARED, link=sent.jump_url))


async def _send(client: LimberClient, interaction: Interaction, topic: str) -> None:
    """Send an answer to the person's direct messages, which may be closed."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    card = client.desk.topic(topic, Where.DIRECT)
    try:
        await interaction.user.send(**client.parts(card, interaction.user.id))
    except discord.Forbidden:
        await client.show(interaction, client.desk.notice(Notice.CLOSED_MESSAGES))
        return
    await client.show(interaction, client.desk.notice(Notice.SENT))


async def _dismiss(client: LimberClient, interaction: Interaction) -> None:
    """Take a public answer away; one that is gone already is fine."""
    await interaction.response.defer(ephemeral=True)
    if interaction.message is not None:
        try:
            await interaction.message.delete()
        except discord.NotFound:
            return
