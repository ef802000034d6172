"""Buttons under a card: share, send, dismiss, a related question, the rest of a warning."""

from __future__ import annotations

from dataclasses import replace

import pytest
import simcord

from bot.desk.card import ShowTopic
from bot.desk.rate_limit import SAME_ANSWER
from bot.on_discord.custom_ids import encode
from tests.desk.stage import PLAIN, URGENT
from tests.on_discord.server import VIEW_LIFE, Server, presses, seen, title, words_of

CLOSED_DMS = 50007
"""Discord's code for a person whose direct messages are closed."""


async def test_share_posts_the_answer_without_the_question(server: Server) -> None:
    private = await server.ask(f"zqxj {PLAIN}")
    assert "zqxj" in private.content
    shared = seen(await server.patient.click(private, label="Share in channel"))
    (public,) = server.replies
    assert title(public) == PLAIN
    assert public.content == ""
    assert public.reference is None
    assert server.patient.name not in words_of(public)
    assert public.jump_url in words_of(shared)


async def test_what_is_shared_twice_within_a_minute_stands_there_once(server: Server) -> None:
    private = await server.ask(PLAIN)
    for _ in range(3):
        last = seen(await server.patient.click(private, label="Share in channel"))
    (public,) = server.replies
    assert public.jump_url in words_of(last)
    server.clock.forward(SAME_ANSWER)
    await server.patient.click(private, label="Share in channel")
    assert len(server.replies) == 2


async def test_where_posting_is_forbidden_share_says_so(server: Server) -> None:
    private = await server.ask(PLAIN)
    server.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    assert title(seen(await server.patient.click(private, label="Share in channel"))) == "I may not do that here"


async def test_send_to_my_dms_sends_the_answer_there(server: Server) -> None:
    card = await server.call(PLAIN)
    assert title(seen(await server.other.click(card, label="Send to my DMs"))) == "Sent"
    assert [title(message) for message in server.other.user.dm_channel.history()] == [PLAIN]


async def test_whose_direct_messages_are_closed_is_told_how_to_open_them(server: Server) -> None:
    card = await server.call(PLAIN)
    path = f"/channels/{server.patient.user.dm_channel.id}/messages"
    server.env.inject_error("POST", path, status=403, code=CLOSED_DMS)
    told = seen(await server.patient.click(card, label="Send to my DMs"))
    assert "You can open them in its privacy settings." in words_of(told)


@pytest.mark.parametrize(("who", "gone"), [("patient", True), ("staff", True), ("other", False)])
async def test_an_answer_is_dismissed_by_the_asker_and_by_staff_only(server: Server, who: str, gone: bool) -> None:
    card = await server.call(PLAIN)
    actor: simcord.MemberActor = getattr(server, who)
    result = await actor.click(card, label="Dismiss")
    assert (server.replies == []) is gone
    if not gone:
        assert title(seen(result)) == "That button is for someone else"


async def test_where_no_role_is_staff_only_the_asker_dismisses(server: Server) -> None:
    server.front.scope = replace(server.front.scope, staff_role=None)
    card = await server.call(PLAIN)
    await server.staff.click(card, label="Dismiss")
    assert server.replies == [card]


async def test_staff_may_not_press_what_is_for_the_asker_of_a_warning(server: Server) -> None:
    card = await server.call(URGENT)
    assert title(seen(await server.staff.click(card, label="Show me"))) == "That button is for someone else"


async def test_anybody_may_press_a_related_question_and_is_answered_alone(server: Server) -> None:
    card = await server.call(PLAIN)
    (first, *_) = [press.action for press in presses(card) if isinstance(press.action, ShowTopic)]
    answer = seen(await server.other.click(card, custom_id=encode(first, 0)))
    assert title(answer) == server.desk.library.topics[first.topic].question
    assert len(server.replies) == 1


async def test_a_button_that_only_one_person_sees_lives_on_when_nobody_waits_for_it_any_more(server: Server) -> None:
    card = await server.ask(PLAIN)
    await server.env.advance_time(VIEW_LIFE + 1)
    assert title(seen(await server.patient.click(card, label="Helpful"))) == "Thank you"


async def test_no_view_is_kept_in_memory_for_a_message_with_buttons(server: Server) -> None:
    assert presses(await server.call(PLAIN))
    assert presses(await server.ask(PLAIN))
    assert list(server.bot.persistent_views) == []
