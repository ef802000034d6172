"""Buttons that nobody here made, and buttons whose topic, flag or stretch is gone."""

from __future__ import annotations

import copy as copying
from dataclasses import replace

import discord
import pytest
import simcord

from bot.answering.answer import Answerer
from bot.store.totals import Totals
from tests.desk.stage import PLAIN, TOPIC
from tests.on_discord.server import Server, seen, title


async def pressed(server: Server, custom_id: str) -> simcord.ResponseMessage:
    """Let the patient press a button that carries such an id."""
    channel = server.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Press", custom_id=custom_id))
    message = await channel.send("old", view=view)
    return seen(await server.patient.click(message, label="Press"))


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("", "That is no longer here"),
        ("zap:1", "That is no longer here"),
        ("topic", "That is no longer here"),
        ("check:1:2", "That is no longer here"),
        ("check:{asker}:perhaps:emergency:rf-crisis:", "That is no longer here"),
        ("check:{asker}:yes:awful:rf-crisis:", "That is no longer here"),
        ("warn:me:sure:emergency:rf-crisis:", "That is no longer here"),
        ("dismiss:", "That is no longer here"),
        ("dismiss:1", "That button is for someone else"),
        ("check:1:yes:emergency:rf-cauda-equina:", "That button is for someone else"),
        ("topic:gone", "That is no longer here"),
        ("helped:gone", "That is no longer here"),
        ("unhelped:gone", "That is no longer here"),
        ("share:gone", "That is no longer here"),
        ("send:gone", "That is no longer here"),
        ("hurts:gone", "That is no longer here"),
        ("nerve:gone", "That is no longer here"),
        ("stretch:gone", "No stretch for now"),
        ("stretch:' OR 1=1", "No stretch for now"),
        ("check:{asker}:yes:emergency:rf-gone:", "Please get help now"),
        ("check:{asker}:not-me:same-day:rf-gone:", "Please talk to someone today"),
        ("check:{asker}:no:emergency:rf-gone:", "I don't know that one"),
        ("check:{asker}:still:emergency:rf-gone:", "I don't know that one"),
        ("warn:{asker}:sure:emergency:rf-gone:", "Please get help now"),
        ("check:{asker}:no:emergency:rf-cauda-equina:gone", "Good, then let's go on"),
        ("check:{asker}:no:crisis:rf-gone:", "Thank you for telling me"),
        ("warn:{asker}:sure:crisis:rf-gone:", "Thank you for telling me"),
        ("warn:{asker}:maybe:crisis:rf-crisis:", "Thank you for telling me"),
    ],
)
async def test_a_button_that_is_forged_or_points_at_nothing_is_answered_politely(
    server: Server, rest: str, told: str
) -> None:
    answer = await pressed(server, f"limber:{rest}".format(asker=server.patient.id))
    assert title(answer) == told
    assert [message.content for message in server.channel.history()] == ["old"]
    assert server.patient.user.dm_channel.history() == []
    assert await server.totals() == Totals((), (), (), ())


@pytest.mark.parametrize("label", ["Helpful", "Not helpful", "Share in channel", "Send to my DMs"])
async def test_when_a_topic_is_gone_its_old_buttons_say_so(server: Server, answerer: Answerer, label: str) -> None:
    card = await server.ask(PLAIN)
    edited = copying.copy(answerer)
    left = {key: topic for key, topic in answerer.library.topics.items() if key != TOPIC}
    edited.library = replace(answerer.library, topics=left)
    server.desk.answerer = edited
    assert title(seen(await server.patient.click(card, label=label))) == "That is no longer here"
    assert server.replies == []
    assert server.patient.user.dm_channel.history() == []
    assert (await server.totals()).votes == ()
