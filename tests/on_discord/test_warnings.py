"""Warnings: what is never silenced, and what is never offered with one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.answering.answer import Answerer, Check, Urgent
from bot.desk.card import Action, AnswerCheck, ShowWarning, Where
from bot.desk.desk import Desk
from bot.desk.rate_limit import SAME_ANSWER
from tests.answering.regression import read_rows
from tests.desk.stage import CLINIC, CRISIS, SOON, URGENT, a_question
from tests.on_discord.server import VIEW_LIFE, Server, presses, seen, title, words_of

WARNINGS = {
    "Please get help now",
    "Please talk to someone today",
    "Please call your maternity unit now",
    "One question first",
    "Thank you for telling me",
}
"""The titles of what only the asker of a grave message sees."""


@pytest.mark.parametrize("words", [URGENT, CRISIS, "What can you do?", "What are emergency signs?"])
async def test_only_reviewed_silences_neither_a_flag_nor_what_limber_is_nor_emergency_signs(
    server: Server, answerer: Answerer, words: str
) -> None:
    usual = [words_of(await server.ask(words)), words_of(await server.call(words))]
    server.clock.forward(SAME_ANSWER)
    server.front.service.desk = Desk(answerer, CLINIC, only_reviewed=True)
    assert [words_of(await server.ask(words)), words_of(await server.call(words))] == usual


async def test_only_reviewed_silences_the_answer_and_not_the_note_above_it(server: Server, answerer: Answerer) -> None:
    server.front.service.desk = Desk(answerer, CLINIC, only_reviewed=True)
    alone, before_all = await server.ask(SOON), await server.call(SOON)
    assert title(alone) == title(before_all) == "I don't know that one"
    assert "Please have this looked at" in words_of(alone)
    assert "A doctor should hear of this" in words_of(before_all)


async def test_a_no_to_a_question_under_only_reviewed_does_not_say_that_something_is_gone(
    server: Server, answerer: Answerer
) -> None:
    server.front.service.desk = Desk(answerer, CLINIC, only_reviewed=True)
    card = await server.ask(a_question(answerer, Check))
    assert title(seen(await server.patient.click(card, label="No"))) == "Good, then let's go on"


async def test_a_crisis_is_answered_with_the_crisis_card_and_nothing_to_press(server: Server) -> None:
    card = await server.ask(CRISIS)
    assert title(card) == "Thank you for telling me"
    assert CLINIC.crisis_line in words_of(card)
    assert presses(card) == []
    assert card.content == ""


async def test_a_crisis_in_a_channel_is_whom_to_call_and_the_crisis_card_for_the_asker(server: Server) -> None:
    public = await server.call(CRISIS)
    assert title(public) == "Please read this first"
    assert CLINIC.crisis_line in words_of(public)
    card = seen(await server.patient.click(public, label="Show me"))
    assert title(card) == "Thank you for telling me"
    assert presses(card) == []


@pytest.fixture(scope="module")
def grave(answerer: Answerer) -> list[str]:
    """Messages as people write them that raise a crisis, an emergency or a same-day sign."""
    reports = [row.text for row in read_rows() if row.kind == "report"]
    return [words for words in reports if isinstance(answerer.answer(words), Urgent | Check)]


def offers(actions: Iterable[Action]) -> list[Action]:
    """Return what a warning must not offer: whatever is neither its own question nor a way to the rest of it."""
    return [action for action in actions if not isinstance(action, AnswerCheck | ShowWarning)]


@pytest.mark.parametrize("where", list(Where))
def test_on_the_desk_no_warning_offers_a_stretch_or_a_topic(answerer: Answerer, grave: list[str], where: Where) -> None:
    desk = Desk(answerer, CLINIC)
    cards = [desk.reply(answerer.answer(words), where) for words in grave]
    assert [card.title for card in cards if offers(button.action for button in card.buttons)] == []


async def test_on_ask_no_warning_offers_a_stretch_or_a_topic(server: Server, grave: list[str]) -> None:
    shown = []
    for words in grave:
        shown.append(await server.ask(words))
        await server.env.advance_time(VIEW_LIFE)  # a waiting view slows the in-memory Discord down
    assert [title(card) for card in shown if offers(press.action for press in presses(card))] == []
    assert {title(card) for card in shown} <= WARNINGS


async def test_on_a_mention_no_warning_offers_a_stretch_or_a_topic(server: Server, grave: list[str]) -> None:
    for words in grave:
        await server.patient.send(server.channel, f"{server.mention} {words}")
    shown = server.replies
    assert [title(card) for card in shown if offers(press.action for press in presses(card))] == []
    assert [title(card) for card in shown] == ["Please read this first"] * len(grave)
