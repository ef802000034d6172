"""Warnings, and the few other cards that neither the rate limit nor `ONLY_REVIEWED` silences."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Answerer, Check, Urgent
from bot.desk.card import Tone, Where
from bot.desk.desk import ALWAYS, Desk
from bot.desk.rate_limit import MOST_ASKED
from bot.desk.service import Service
from tests.desk.stage import CLINIC, CRISIS, PLAIN, SOON, TOPIC, UNKNOWN, URGENT, a_question, ask, text_of


@pytest.mark.parametrize("where", list(Where))
@pytest.mark.parametrize("kind", [Urgent, Check])
def test_a_warning_is_never_held_back(service: Service, answerer: Answerer, kind: type[Answer], where: Where) -> None:
    for _ in range(MOST_ASKED + 1):
        ask(service, UNKNOWN)
    words = a_question(answerer, kind)
    replies = [ask(service, words, where=where) for _ in range(MOST_ASKED + 1)]
    assert all(isinstance(reply.answer, kind) for reply in replies)
    assert len({reply.card for reply in replies}) == 1


def test_a_warning_takes_nothing_from_what_a_person_may_ask(service: Service) -> None:
    for _ in range(MOST_ASKED):
        ask(service, URGENT)
    assert ask(service, PLAIN).topic == TOPIC


@pytest.mark.parametrize("words", [URGENT, CRISIS])
@pytest.mark.parametrize("where", list(Where))
def test_only_reviewed_silences_no_warning(service: Service, answerer: Answerer, words: str, where: Where) -> None:
    strict = Desk(answerer, CLINIC, only_reviewed=True)
    answer = answerer.answer(words)
    assert strict.reply(answer, where) == service.desk.reply(answer, where)


def test_only_reviewed_keeps_the_note_above_an_answer_that_it_keeps_back(answerer: Answerer) -> None:
    card = Desk(answerer, CLINIC, only_reviewed=True).reply(answerer.answer(SOON))
    assert "Please have this looked at" in text_of(card)
    assert card.tone is Tone.SOON


@pytest.mark.parametrize("topic", sorted(ALWAYS))
def test_only_reviewed_never_silences_what_limber_is_and_when_to_get_help(answerer: Answerer, topic: str) -> None:
    question = answerer.library.topics[topic].question
    assert Desk(answerer, CLINIC, only_reviewed=True).ask(question).title == question
