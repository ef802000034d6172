"""Every way of asking gets its reply on the wire. One Limber answers them all; each test is another person."""

from __future__ import annotations

import pytest

from tests.wire.double import LocalDiscord
from tests.wire.events import PLAIN, URGENT, autocomplete, direct, mention, menu, press, remark, reply, slash

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_mention_is_answered_in_the_channel(up: LocalDiscord) -> None:
    asked = mention(PLAIN, who=1, where=1)
    card = await up.ask(asked)
    assert PLAIN in card.words
    assert not card.ephemeral
    assert card.message["channel_id"] == asked.data["channel_id"]


async def test_a_reply_that_pings_is_answered(up: LocalDiscord) -> None:
    card = await up.ask(mention("How long do I hold it?", who=2, where=2))
    assert PLAIN in (await up.ask(reply(PLAIN, card.message, who=3))).words


async def test_a_direct_message_is_answered(up: LocalDiscord) -> None:
    asked = direct(PLAIN, who=4)
    card = await up.ask(asked)
    assert PLAIN in card.words
    assert card.message["channel_id"] == asked.data["channel_id"]


@pytest.mark.parametrize(("who", "where"), [(5, 5), (6, None)], ids=["in a server", "in direct messages"])
async def test_ask_is_answered_for_the_asker_alone(up: LocalDiscord, who: int, where: int | None) -> None:
    card = await up.ask(slash(up.command("ask"), who, where, question=PLAIN))
    assert PLAIN in card.words
    assert card.ephemeral


async def test_stretch_is_answered_for_the_asker_alone(up: LocalDiscord) -> None:
    card = await up.ask(slash(up.command("stretch"), who=7, name="cat-cow"))
    assert "When to stop" in card.words
    assert card.ephemeral


async def test_a_stretch_for_a_disc_at_a_desk_that_hurts_ends_in_what_to_do(up: LocalDiscord) -> None:
    listed = await up.ask(slash(up.command("stretch"), who=20, place="desk", care="disc"))
    assert "Stretches that fit" in listed.words
    shown = await up.ask(press(listed.message, "Seated chair hamstring stretch", who=20))
    assert "Gently" in shown.words
    asked = await up.ask(press(shown.message, "That hurts", who=20))
    told = await up.ask(press(asked.message, "Yes, that kind of pain", who=20))
    assert "Leave this stretch out" in told.words
    assert all(card.ephemeral for card in (listed, shown, asked, told))


async def test_topics_is_answered_for_the_asker_alone(up: LocalDiscord) -> None:
    card = await up.ask(slash(up.command("topics"), who=8, theme="hamstrings"))
    assert PLAIN in card.words
    assert card.ephemeral


async def test_the_names_of_stretches_are_completed_while_typing(up: LocalDiscord) -> None:
    offered = await up.ask(autocomplete(up.command("stretch"), "name", "cat", who=9))
    assert "cat-cow" in [choice["value"] for choice in offered.message["choices"]]


async def test_a_button_is_answered_for_whoever_presses_it(up: LocalDiscord) -> None:
    card = await up.ask(mention(PLAIN, who=10, where=10))
    pressed = await up.ask(press(card.message, "Seated chair hamstring stretch", who=11))
    assert "When to stop" in pressed.words
    assert pressed.ephemeral


async def test_a_warning_in_a_channel_is_one_calm_line_and_the_rest_is_for_the_asker(up: LocalDiscord) -> None:
    public = await up.ask(mention(URGENT, who=12, where=12))
    assert "999" in public.words
    assert "pee" not in public.words
    private = await up.ask(press(public.message, "Show me", who=12))
    assert "Please get help now" in private.words
    assert private.ephemeral
    foreign = await up.ask(press(public.message, "Show me", who=13))
    assert "Please get help now" not in foreign.words
    assert foreign.ephemeral


async def test_the_message_menu_is_answered_for_whoever_uses_it(up: LocalDiscord) -> None:
    said = remark(PLAIN, who=14, where=14)
    await up.send(said)
    card = await up.ask(menu(up.command("Answer from the FAQ"), said.data, who=15))
    assert PLAIN in card.words
    assert card.ephemeral
