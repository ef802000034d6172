"""Where Limber serves, and whom."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest

from bot.desk.labels import MENU
from bot.store.totals import Totals
from tests.desk.stage import PLAIN, URGENT
from tests.on_discord.server import LISTENING, Server, seen, title

CHOICES = discord.InteractionResponseType.autocomplete_result.value
"""The only kind of response that Discord takes while somebody types."""


async def test_a_server_that_is_not_served_is_told_so_by_commands(server: Server) -> None:
    server.front.scope = replace(server.front.scope, guild=server.guild.id + 1)
    assert title(await server.ask(PLAIN)) == "Not here"
    said = await server.patient.send(server.channel, PLAIN)
    assert title(seen(await server.patient.context_menu(server.channel, MENU, said))) == "Not here"
    assert await server.totals() == Totals((), (), (), ())


async def test_a_server_that_is_not_served_is_offered_nothing_while_typing(server: Server) -> None:
    server.front.scope = replace(server.front.scope, guild=server.guild.id + 1)
    assert await server.patient.autocomplete(server.channel, "ask", "question", "hams") == []
    assert server.env.http_requests[-1].json == {"type": CHOICES, "data": {"choices": []}}


@pytest.mark.parametrize("scope", [LISTENING])
async def test_in_a_server_that_is_not_served_messages_are_left_alone(server: Server) -> None:
    server.front.scope = replace(server.front.scope, guild=server.guild.id + 1)
    await server.patient.send(server.channel, f"{server.mention} {URGENT}")
    assert server.replies == []


async def test_the_served_server_and_direct_messages_are_served(server: Server) -> None:
    server.front.scope = replace(server.front.scope, guild=server.guild.id)
    assert title(await server.call(PLAIN)) == PLAIN
    await server.patient.send_dm(PLAIN)
    assert title(server.patient.user.dm_channel.history()[-1]) == PLAIN


@pytest.mark.parametrize("scope", [LISTENING])
async def test_bots_and_webhooks_are_ignored(server: Server) -> None:
    robot = server.guild.add_member(server.env.create_user("robot", bot=True))
    webhook = server.guild.create_webhook(server.channel, "hook")
    for words in (PLAIN, URGENT):
        await robot.send(server.channel, f"{server.mention} {words}")
        await webhook.send(f"{server.mention} {words}")
    assert server.replies == []
    assert await server.totals() == Totals((), (), (), ())
