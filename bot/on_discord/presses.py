"""What a press of a button does on Discord; what it says comes from the desk."""

from __future__ import annotations

import discord

from bot.desk.card import Dismiss, SendTopic, ShareTopic, ShowTopic, Vote, Where
from bot.desk.notices import Notice
from bot.on_discord.custom_ids import Press, decode
from bot.on_discord.front import Front, Interaction


async def press(front: Front, interaction: Interaction, custom_id: str) -> None:
    """Answer a press; a forged or foreign one politely."""
    meant = decode(custom_id)
    if meant is None:
        await front.show(interaction, front.desk.gone())
    elif not _may(front, interaction, meant):
        await front.show(interaction, front.desk.not_yours())
    else:
        await _do(front, interaction, meant)


def _may(front: Front, interaction: Interaction, meant: Press) -> bool:
    """Return whether this person may press: everybody, or the asker, or staff where something is to be taken away."""
    if meant.asker in (None, interaction.user.id):
        return True
    staff = isinstance(interaction.user, discord.Member) and interaction.user.get_role(front.scope.staff_role or 0)
    return isinstance(meant.action, Dismiss) and bool(staff)


async def _do(front: Front, interaction: Interaction, meant: Press) -> None:
    match meant.action:
        case Vote(topic) | ShareTopic(topic) | SendTopic(topic) if not front.desk.has(topic):
            await front.show(interaction, front.desk.gone())
        case Vote() as vote:
            await _vote(front, interaction, vote)
        case ShareTopic(topic):
            await _share(front, interaction, topic)
        case SendTopic(topic):
            await _send(front, interaction, topic)
        case Dismiss():
            await _dismiss(front, interaction)
        case ShowTopic(topic):
            await front.show(interaction, front.desk.topic(topic, Where.PRIVATE))
        case action:
            await front.show(interaction, front.desk.press(action))


async def _vote(front: Front, interaction: Interaction, vote: Vote) -> None:
    """Keep a vote. The reply is promised first: the store may be slow."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    message = interaction.message.id if interaction.message else 0
    await front.show(interaction, await front.service.vote(vote, message, interaction.user.id))


async def _share(front: Front, interaction: Interaction, topic: str) -> None:
    """Post an answer in the channel, without the question and without a name; not twice within a minute."""
    if link := front.service.above(interaction.channel_id or 0, topic):
        await front.show(interaction, front.desk.notice(Notice.ABOVE, link=link))
        return
    card = front.desk.topic(topic, Where.PUBLIC)
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        await front.show(interaction, front.desk.gone())
        return
    try:
        sent = await channel.send(**front.parts(card, interaction.user.id))
    except discord.Forbidden:
        await front.show(interaction, front.desk.notice(Notice.NOT_ALLOWED))
        return
    front.service.posted(interaction.channel_id or 0, topic, sent.jump_url)
    await front.show(interaction, front.desk.notice(Notice.SHARED, link=sent.jump_url))


async def _send(front: Front, interaction: Interaction, topic: str) -> None:
    """Send an answer to the person's direct messages, which may be closed."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    card = front.desk.topic(topic, Where.DIRECT)
    try:
        await interaction.user.send(**front.parts(card, interaction.user.id))
    except discord.Forbidden:
        await front.show(interaction, front.desk.notice(Notice.CLOSED_MESSAGES))
        return
    await front.show(interaction, front.desk.notice(Notice.SENT))


async def _dismiss(front: Front, interaction: Interaction) -> None:
    """Take a public answer away; one that is gone already is fine."""
    await interaction.response.defer(ephemeral=True)
    if interaction.message is not None:
        try:
            await interaction.message.delete()
        except discord.NotFound:
            return
