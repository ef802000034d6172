"""Warnings, and the few other cards that neither the rate limit nor `ONLY_REVIEWED` silences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Answerer, Check, Urgent
from bot.desk.card import AnswerCheck, CheckReply, Shape, ShowStretch, ShowWarning, Tone, Where
from bot.desk.desk import ALWAYS, Desk
from bot.desk.rate_limit import MOST_ASKED
from bot.desk.service import Asked, Service
from bot.library import Level
from tests.desk.stage import (
    CHANNEL,
    CLINIC,
    CRISIS,
    PAT,
    PLAIN,
    SOON,
    TOPIC,
    UNKNOWN,
    URGENT,
    a_question,
    ask,
    text_of,
)


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


BABY = "my baby has not moved since this morning"
BEATEN = "my husband beats me"


def test_whom_to_call_stands_first_and_alone(desk: Desk) -> None:
    for words in (URGENT, CRISIS, BABY, BEATEN):
        first = desk.ask(words).sections[0]
        assert first.shape is Shape.CALL
        assert len(first.lines) == 1
        assert "Take a breath" not in text_of(desk.ask(words))


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
    (BABY, "now, day or night", Tone.URGENT),
    (BEATEN, CLINIC.emergency_number, Tone.SOON),
]

TOLD = ("baby", "midwi", "matern", "pregnan", "husband", "hurt", "suicid", "die", "pee", "numb", "fever")
"""Of what a public line would tell others."""


@pytest.mark.parametrize(("words", "line", "tone"), IN_PUBLIC)
def test_in_a_channel_it_says_whom_to_call_and_not_why(
    desk: Desk, answerer: Answerer, words: str, line: str, tone: Tone
) -> None:
    card = desk.reply(answerer.answer(words), Where.PUBLIC)
    assert line in text_of(card)
    assert card.tone is tone
    assert not any(why in text_of(card).lower() for why in TOLD)


LEVELS = [
    ("rf-cauda-equina", Level.EMERGENCY, Tone.URGENT, f"Call {CLINIC.emergency_number} now"),
    ("rf-infection", Level.SAME_DAY, Tone.TODAY, f"Call {CLINIC.urgent_line} today"),
    ("rf-pregnancy", Level.SAME_DAY, Tone.URGENT, "Call your maternity unit or midwife now, day or night"),
    ("rf-pregnancy", Level.EMERGENCY, Tone.URGENT, f"Call {CLINIC.emergency_number} now"),
    ("rf-abuse", Level.SAME_DAY, Tone.CRISIS, f"In danger now: call {CLINIC.emergency_number}"),
    ("rf-crisis", Level.CRISIS, Tone.CRISIS, CLINIC.crisis_line),
]


@pytest.mark.parametrize(("flag", "level", "tone", "whom"), LEVELS)
def test_the_card_behind_a_public_line_says_whom_to_call_first_and_quotes_nothing(
    desk: Desk, flag: str, level: Level, tone: Tone, whom: str
) -> None:
    card = desk.press(ShowWarning(flag, level, TOPIC, doubtful=False))
    assert card.tone is tone
    assert whom in card.sections[0].lines[0]
    assert "You wrote" not in text_of(card)


@pytest.mark.parametrize("flag", ["rf-cauda-equina", "rf-infection", "rf-pregnancy", "rf-abuse"])
@pytest.mark.parametrize("level", [Level.EMERGENCY, Level.SAME_DAY])
def test_beside_the_emergency_number_stands_the_nearest_department(desk: Desk, flag: str, level: Level) -> None:
    cards = [desk.press(ShowWarning(flag, level, TOPIC, doubtful=doubtful)) for doubtful in (True, False)]
    lines = [line for card in cards for section in card.sections for line in section.lines]
    named = [line for line in lines if CLINIC.emergency_number in line]
    assert named
    assert all("nearest emergency department" in line for line in named)


QUESTIONS = [
    ("rf-cauda-equina", Level.EMERGENCY, f"call {CLINIC.emergency_number} now"),
    ("rf-infection", Level.SAME_DAY, f"call {CLINIC.urgent_line} today"),
    ("rf-pregnancy", Level.SAME_DAY, "call your midwife or maternity unit now"),
    ("rf-abuse", Level.SAME_DAY, CLINIC.abuse_line),
]


@pytest.mark.parametrize(("flag", "level", "whom"), QUESTIONS)
def test_a_question_says_whom_to_call_if_the_answer_is_yes(desk: Desk, flag: str, level: Level, whom: str) -> None:
    assert whom in text_of(desk.press(ShowWarning(flag, level, TOPIC, doubtful=True)))


@pytest.mark.parametrize("reply", [CheckReply.YES, CheckReply.UNSURE])
def test_who_said_yes_is_not_told_that_they_were_misread(desk: Desk, reply: CheckReply) -> None:
    card = desk.press(AnswerCheck("rf-infection", Level.EMERGENCY, reply, TOPIC))
    assert card.tone is Tone.URGENT
    assert "misread" not in text_of(card)
    assert card.buttons == ()


def test_a_message_of_somebody_else_is_not_quoted_to_who_asks_about_it(service: Service) -> None:
    asked = Asked(URGENT, PAT, CHANNEL, Where.PRIVATE, own=False)
    assert "You wrote" not in text_of(service.receive(asked).card)
    assert "You wrote" in text_of(service.receive(replace(asked, own=True)).card)


def test_a_sign_to_be_looked_at_soon_is_quoted_or_called_a_guess_too(desk: Desk, answerer: Answerer) -> None:
    answer = answerer.answer(SOON)
    assert answer.soon is not None
    hits = (replace(answer.soon, words=()),)
    guessed = replace(answer, screening=replace(answer.screening, hits=hits))
    assert "You wrote “lost weight without trying”." in text_of(desk.reply(answer))
    assert "I may have misread you. If" in text_of(desk.reply(guessed))


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
    assert "will listen" not in words
