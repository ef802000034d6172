"""The Discord face on an in-memory Discord: discord.py's own parsers, cache, tree and views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import discord
import pytest
import simcord

from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    CheckReply,
    Dismiss,
    NoneOfThese,
    SendTopic,
    ShareTopic,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
    Vote,
)
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.library import Care, Level, Library, Place, Position
from bot.on_discord.client import Ground, LimberClient
from bot.on_discord.custom_ids import Press, read, spell
from bot.store.store import Store
from bot.stretching.pick import ANY, Wish


def now() -> datetime:
    """A Tuesday at noon."""
    return datetime(2026, 11, 24, 12, tzinfo=UTC)


URGENT = "I can't pee since my back went"
PLAIN = "Can tight hamstrings make my back hurt?"


@dataclass
class Server:
    """A server with one channel and a patient."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    patient: simcord.MemberActor
    other: simcord.MemberActor
    bot: LimberClient

    @property
    def last(self) -> discord.Message:
        assert self.channel.last_message is not None
        return self.channel.last_message

    @property
    def mention(self) -> str:
        assert self.bot.user is not None
        return self.bot.user.mention


@pytest.fixture
def simcord_bot(desk: Desk, store: Store) -> LimberClient:
    return LimberClient(Service(desk, store, now), Ground(ask_channels=frozenset()))


@pytest.fixture
def server(simcord_env: simcord.Env, simcord_bot: LimberClient) -> Server:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("back-pain")
    patient, other = (guild.add_member(simcord_env.create_user(name)) for name in ("pat", "oth"))
    return Server(simcord_env, channel, patient, other, simcord_bot)


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
    reply = server.last
    assert reply.embeds[0].title == PLAIN
    assert reply.content == ""


async def test_a_message_that_is_not_for_limber_is_left_alone(server: Server) -> None:
    sent = await server.patient.send(server.channel, URGENT)
    assert server.last.id == sent.id


async def test_a_direct_message_is_answered(server: Server) -> None:
    message = await server.patient.send_dm(PLAIN)
    assert message.channel is not None
    sent = [r for r in server.env.http_requests if r.method == "POST" and r.path.endswith("/messages")]
    assert len(sent) == 1


async def test_a_warning_in_a_channel_is_one_calm_line_and_the_rest_is_for_the_asker(server: Server) -> None:
    await server.patient.send(server.channel, f"{server.mention} {URGENT}")
    public = server.last
    assert "999" in (public.embeds[0].description or "")
    assert "pee" not in (public.embeds[0].description or "")
    private = await server.patient.click(public, label="Show me")
    assert private.ephemeral
    assert private.response is not None
    assert private.response.embeds[0].title == "Please get help now"
    foreign = await server.other.click(public, label="Show me")
    assert foreign.response is not None
    assert foreign.response.embeds[0].title == "That button is for someone else"


async def test_buttons_live_on_after_a_restart(server: Server, desk: Desk, store: Store) -> None:
    await server.patient.send(server.channel, f"{server.mention} {PLAIN}")
    card = server.last
    await server.env.restart_bot(LimberClient(Service(desk, store, now)))
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

    monkeypatch.setattr(server.bot.service, "receive", broken)
    result = await server.patient.slash(server.channel, "ask", question=PLAIN)
    assert result.response is not None
    assert result.response.embeds[0].title == "Sorry, that did not work"
    server.env.errors.clear()


async def test_commands_are_synced_once_and_left_alone_when_nothing_differs(
    server: Server, desk: Desk, store: Store
) -> None:
    def syncs() -> int:
        return sum(r.method == "PUT" and r.path.endswith("/commands") for r in server.env.http_requests)

    assert syncs() == 1
    await server.env.restart_bot(LimberClient(Service(desk, store, now)))
    assert syncs() == 1


def test_every_custom_id_fits_and_reads_back(library: Library) -> None:
    asker = 2**63 - 1
    longest = max(library.topics, key=len)
    keys = [s.key(v) for s in library.stretches.values() for v in s.variant]
    actions: list[Action] = [NoneOfThese(), Dismiss()]
    actions += [kind(topic) for topic in library.topics for kind in (ShowTopic, ShareTopic, SendTopic)]
    actions += [Vote(topic, helpful=helpful) for topic in library.topics for helpful in (True, False)]
    wishes = [ANY, *(Wish(None, Place.FLOOR, Position.ALL_FOURS, (care,), 30) for care in Care)]
    actions += [kind(key, wish) for key in keys for wish in wishes for kind in (ShowStretch, ThatHurts)]
    actions += [AnswerHurts(key, nerve, wish) for key in keys for wish in wishes for nerve in (True, False)]
    actions += [AnswerCheck(flag, Level.EMERGENCY, CheckReply.NOT_ME, longest) for flag in library.flags]
    actions += [ShowWarning(flag, Level.EMERGENCY, longest, doubtful=True) for flag in library.flags]
    for action in actions:
        spelled = spell(action, asker)
        assert len(spelled) <= 100
        assert read(spelled) in (Press(action), Press(action, asker))


@pytest.mark.parametrize(
    "forged",
    [
        "limber:",
        "limber:check:1:2",
        "limber:warn:x:s:emergency:rf:t",
        "limber:zap:1",
        "other",
        "limber:stretch:a~moon",
        "limber:hurts:a~~~~1~x",
    ],
)
def test_a_forged_custom_id_means_nothing(forged: str) -> None:
    assert read(forged) is None
