"""Rate limits and hours: too many questions, an answer that stands in the channel already, opening hours."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answerer
from bot.desk.rate_limit import MOST_ASKED, SAME_ANSWER, WINDOW
from tests.desk.stage import CLINIC, CRISIS, LOW, OPEN_WEEKDAYS, PLAIN, SOON, UNKNOWN, URGENT
from tests.on_discord.server import Server, Shown, seen, title, words_of


async def test_the_cooldown_counts_commands_and_mentions_together_and_holds_back_no_warning(server: Server) -> None:
    for number in range(MOST_ASKED):
        asked = await (server.ask if number % 2 else server.call)(UNKNOWN)
        assert title(asked) == "I don't know that one"
    assert title(await server.ask(PLAIN)) == "One moment, please"
    assert title(await server.call(PLAIN)) == "One moment, please"
    assert title(await server.ask(URGENT)) == "Please get help now"
    assert title(await server.call(URGENT)) == "Please read this first"
    assert title(await server.ask(CRISIS)) == "Thank you for telling me"
    assert title(await server.ask(PLAIN, server.other)) == PLAIN
    server.clock.forward(WINDOW)
    assert title(await server.ask(PLAIN)) == PLAIN


async def test_the_same_answer_stands_in_a_channel_once_a_minute_and_is_linked(server: Server) -> None:
    first = await server.call(PLAIN)
    second = await server.call(PLAIN, server.other)
    assert title(second) == "Just answered above"
    assert first.jump_url in words_of(second)
    server.clock.forward(SAME_ANSWER)
    assert title(await server.call(PLAIN)) == PLAIN


async def test_a_sign_to_have_looked_at_is_not_lost_to_a_link(server: Server) -> None:
    await server.call(PLAIN)
    said = words_of(await server.call(SOON, server.other))
    assert "A doctor should hear of this" in said
    assert "weight" not in said, "a channel is not told what somebody's sign is"


@pytest.mark.parametrize(("hour", "said"), [(12, False), (20, True)])
async def test_outside_opening_hours_a_card_says_when_people_are_back(
    server: Server, answerer: Answerer, hour: int, said: bool
) -> None:
    server.desk.clinic = OPEN_WEEKDAYS
    server.clock.now = server.clock.now.replace(hour=hour)
    public = await server.call(URGENT)
    cards: list[Shown] = [
        await server.call(UNKNOWN),
        await server.ask(CRISIS),
        seen(await server.patient.click(public, label="Show me")),
        seen(await server.patient.click(await server.call(LOW), label="Not helpful")),
        seen(await server.patient.slash(server.channel, "stretch", care="surgery")),
    ]
    assert [CLINIC.clinic_contact in words_of(card) for card in cards] == [True] * len(cards)
    assert ["People are back Wednesday 9:00." in words_of(card) for card in cards] == [said] * len(cards)
