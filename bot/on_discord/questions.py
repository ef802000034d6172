"""What a question gets on Discord: a reply to a message, or a card for the asker's eyes only."""

from __future__ import annotations

import discord

from bot.desk.card import Tone, Where
from bot.desk.service import Asked
from bot.on_discord.front import Front, Interaction
from bot.on_discord.layout import quote


async def answer_message(front: Front, message: discord.Message, words: str, *, called: bool) -> None:
    """Reply to a message. Where Limber was not called by name, what is not known is met with silence."""
    where = Where.DIRECT if message.guild is None else Where.PUBLIC
    reply = front.service.receive(Asked(words, message.author.id, message.channel.id, where))
    if called or reply.card.tone is not Tone.UNSURE:
        with front.replying():
            sent = await message.reply(**front.parts(reply.card, message.author.id))
        if where is Where.PUBLIC:
            front.service.posted(message.channel.id, reply.topic, sent.jump_url)
    await front.service.count(reply.answer)


async def answer_interaction(front: Front, interaction: Interaction, words: str, *, own: bool = True) -> None:
    """Answer `/ask` or the message menu, under the words that were asked about unless the answer is grave.

    `own` says whether they are the asker's.
    """
    language = interaction.locale.value.partition("-")[0]
    asked = Asked(words, interaction.user.id, interaction.channel_id or 0, Where.PRIVATE, language, own)
    async with front.guarded(interaction, words):
        reply = front.service.receive(asked)
        await front.show(interaction, reply.card, "" if reply.card.tone.grave else quote(words))
        await front.service.count(reply.answer)
