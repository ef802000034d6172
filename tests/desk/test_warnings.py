"""Warnings, and the few other cards that neither the rate limit nor `ONLY_REVIEWED` silences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Answerer, Check, Urgent
from bot.desk.card import AnswerCheck, CheckReply, Shape, ShowStretch, Tone, Where
from bot.desk.desk import ALWAYS, Desk
from bot.desk.rate_limit import MOST_ASKED
from bot.desk.service import Service
from bot.library import Level
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


def test_whom_to_call_stands_first_and_alone(desk: Desk) -> None:
    for words in (URGENT, CRISIS, "my baby has not moved since this morning", "my husband beats me"):
        first = desk.ask(words).sections[0]
        assert first.shape is Shape.CALL
        assert len(first.lines) == 1


WROTE = [
    ("I CAN'T pee since yesterday", "“CAN'T pee”"),
    ("baby hasn’t kicked today", "“baby hasn’t kicked”"),
    ("I fractured my spine last week", "“fractured my spine”"),
]


@pytest.mark.parametrize(("words", "quoted"), WROTE)
def test_a_sign_in_the_askers_own_words_is_quoted_as_they_typed_it(desk: Desk, words: str, quoted: str) -> None:
    card = desk.ask(words)
    assert f"You wrote {quoted}." in text_of(card)
    assert "misread" not in text_of(card)


def test_a_sign_that_is_only_thought_to_be_there_is_called_a_guess(desk: Desk, answerer: Answerer) -> None:
    answer = answerer.answer(URGENT)
    assert isinstance(answer, Urgent)
    guessed = desk.reply(replace(answer, hit=replace(answer.hit, words=())))
    assert "I may have misread you" in text_of(guessed)
    assert "You wrote" not in text_of(guessed)


def test_nothing_of_what_was_written_stands_in_a_channel(desk: Desk, answerer: Answerer) -> None:
    for words, quoted in WROTE:
        assert quoted not in text_of(desk.reply(answerer.answer(words), Where.PUBLIC))


IN_PUBLIC = [
    (URGENT, CLINIC.emergency_number, Tone.URGENT),
    (CRISIS, CLINIC.crisis_line, Tone.CRISIS),
    ("my baby has not moved since this morning", CLINIC.urgent_line, Tone.TODAY),
]


@pytest.mark.parametrize(("words", "line", "tone"), IN_PUBLIC)
def test_in_a_channel_it_says_whom_to_call(answerer: Answerer, words: str, line: str, tone: Tone) -> None:
    card = Desk(answerer, CLINIC).reply(answerer.answer(words), Where.PUBLIC)
    assert line in text_of(card)
    assert card.tone is tone


def test_thats_not_me_asks_the_one_question_and_then_shows_no_stretch(desk: Desk, answerer: Answerer) -> None:
    pressed = AnswerCheck("rf-cauda-equina", Level.EMERGENCY, CheckReply.NOT_ME, "back-hurts-what-now")
    asked = desk.press(pressed)
    assert answerer.library.flags["rf-cauda-equina"].question in text_of(asked)
    replies = {button.action.reply: button.action for button in asked.buttons if isinstance(button.action, AnswerCheck)}
    assert desk.press(replies[CheckReply.YES]).tone is Tone.URGENT
    answer = desk.press(replies[CheckReply.STILL_NO])
    assert answer.title == answerer.library.topics["back-hurts-what-now"].question
    assert not any(isinstance(button.action, ShowStretch) for button in answer.buttons)


def test_a_crisis_card_names_no_means(desk: Desk) -> None:
    words = text_of(desk.ask(CRISIS)).lower()
    assert not any(means in words for means in ("pill", "tablet", "rope", "knife", "bridge", "gun"))
