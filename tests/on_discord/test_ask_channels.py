"""Ask-channels, in which Limber answers without a mention."""

from __future__ import annotations

import discord
import pytest
from simcord.enums import MessageType

from tests.desk.stage import CRISIS, PLAIN, SOON, UNKNOWN, URGENT
from tests.on_discord.server import LISTENING, Server, title


@pytest.mark.parametrize("scope", [LISTENING])
@pytest.mark.parametrize(
    ("words", "answered"),
    [
        pytest.param(PLAIN, True, id="a question"),
        pytest.param(URGENT, True, id="a warning"),
        pytest.param(CRISIS, True, id="a crisis"),
        pytest.param(SOON, True, id="a sign to have looked at"),
        pytest.param(f"I have lost weight without trying. {UNKNOWN}", True, id="a sign beside what is not known"),
        pytest.param(UNKNOWN, False, id="what is not known"),
        pytest.param("mi espalda duele mucho hoy", False, id="another language"),
        pytest.param("quiero morir", True, id="a crisis in another language"),
    ],
)
async def test_an_ask_channel_answers_without_a_mention_and_is_silent_where_nothing_is_known(
    server: Server, words: str, answered: bool
) -> None:
    await server.patient.send(server.channel, words)
    assert len(server.replies) == answered


@pytest.mark.parametrize("scope", [LISTENING])
async def test_an_ask_channel_is_silent_about_a_picture(server: Server) -> None:
    await server.patient.send(server.channel, attachments=[("me.png", b"picture")])
    assert server.replies == []


@pytest.mark.parametrize("scope", [LISTENING])
async def test_an_ask_channel_is_silent_about_what_discord_itself_says_there(server: Server) -> None:
    channel = server.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.create_thread(name=PLAIN, type=discord.ChannelType.public_thread)
    (thread,) = server.channel.threads
    said = server.guild.create_system_message(
        server.channel, MessageType.THREAD_CREATED, author=server.patient, target_channel=thread
    )
    await server.env.settle()
    assert said.content == PLAIN
    assert [message.reference for message in server.replies if message.reference] == []


@pytest.mark.parametrize("scope", [LISTENING])
async def test_in_an_ask_channel_a_mention_is_told_that_something_is_not_known(server: Server) -> None:
    assert title(await server.call(UNKNOWN)) == "I don't know that one"


@pytest.mark.parametrize("scope", [LISTENING])
async def test_outside_its_ask_channels_limber_speaks_only_when_called(server: Server) -> None:
    elsewhere = server.guild.create_text_channel("chat")
    await server.patient.send(elsewhere, PLAIN)
    assert [message.author.id for message in elsewhere.history()] == [server.patient.id]
