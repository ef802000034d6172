"""The Discord face on an in-memory Discord: discord.py's own parsers, cache, tree and views."""

from __future__ import annotations

import pytest

from bot.on_discord.client import LimberClient
from tests.desk.stage import PLAIN, URGENT
from tests.on_discord.server import Server


async def test_ask_is_answered_for_the_asker_alone(server: Server) -> None:
    result = await server.patient.slash(server.channel, "ask", question=PLAIN)
    assert result.ephemeral
    assert result.response is not None
    assert result.response.embeds[0].title == PLAIN


async def test_the_askers_words_are_quoted_harmlessly(server: Server) -> None:
    result = await server.patient.slash(server.channel, "ask", question="@everyone **hamstrings** tight?")
    assert result.response is not None
    assert "@everyone" not in result.response.content
    assert "**" not in result.response.content.replace("\\*\\*", "")


async def test_a_mention_is_answered_in_the_channel_without_the_askers_words(server: Server) -> None:
    await server.patient.send(server.channel, f"{server.mention} {PLAIN}")
    reply = server.replies[-1]
    assert reply.embeds[0].title == PLAIN
    assert reply.content == ""


async def test_a_message_that_is_not_for_limber_is_left_alone(server: Server) -> None:
    await server.patient.send(server.channel, URGENT)
    assert server.replies == []


async def test_a_direct_message_is_answered(server: Server) -> None:
    message = await server.patient.send_dm(PLAIN)
    assert message.channel is not None
    sent = [r for r in server.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert len(sent) == 1


async def test_a_warning_in_a_channel_is_one_calm_line_and_the_rest_is_for_the_asker(server: Server) -> None:
    await server.patient.send(server.channel, f"{server.mention} {URGENT}")
    public = server.replies[-1]
    assert "999" in (public.embeds[0].description or "")
    assert "pee" not in (public.embeds[0].description or "")
    private = await server.patient.click(public, label="Show me")
    assert private.ephemeral
    assert private.response is not None
    assert private.response.embeds[0].title == "Please get help now"
    foreign = await server.other.click(public, label="Show me")
    assert foreign.response is not None
    assert foreign.response.embeds[0].title == "That button is for someone else"


async def test_buttons_live_on_after_a_restart(server: Server) -> None:
    await server.patient.send(server.channel, f"{server.mention} {PLAIN}")
    card = server.replies[-1]
    await server.env.restart_bot(LimberClient(server.front))
    result = await server.patient.click(card, label="Seated chair hamstring stretch")
    assert result.ephemeral
    assert result.response is not None
    assert result.response.embeds[1].title == "Seated chair hamstring stretch"


async def test_stretch_with_a_care_that_withholds_says_why(server: Server) -> None:
    result = await server.patient.slash(server.channel, "stretch", care="surgery")
    assert result.response is not None
    assert result.response.embeds[0].title == "No stretch for now"


async def test_the_names_of_stretches_are_completed(server: Server) -> None:
    result = await server.patient.autocomplete(server.channel, "stretch", "name", "cat")
    assert [choice["value"] for choice in result] == ["cat-cow"]


async def test_an_error_is_told_calmly_with_an_id(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(server.front.service, "receive", broken)
    result = await server.patient.slash(server.channel, "ask", question=PLAIN)
    assert result.response is not None
    assert result.response.embeds[0].title == "Sorry, that did not work"
    server.env.errors.clear()


async def test_commands_are_synced_once_and_left_alone_when_nothing_differs(server: Server) -> None:
    def syncs() -> int:
        return sum(r.method == "PUT" and r.path.endswith("/commands") for r in server.env.http_requests)

    assert syncs() == 1
    await server.env.restart_bot(LimberClient(server.front))
    assert syncs() == 1
