"""What a patient reads, whatever the face."""

from __future__ import annotations

import re

import pytest

from bot.answering.answer import Answered, Answerer
from bot.desk.card import AnswerCheck, Card, CheckReply, ShowStretch, ShowTopic, Tone
from bot.desk.desk import Desk
from bot.desk.offers import StretchRequest
from bot.library import Level, Library
from tests.desk.stage import text_of


def every_card(desk: Desk) -> list[Card]:
    """Every card of a topic, a stretch, a flag at each of its levels, and the fixed ones."""
    library = desk.library
    cards = [desk.topic(topic) for topic in library.topics]
    cards += [desk.stretch(StretchRequest(name=s.key(v))) for s in library.stretches.values() for v in s.variant]
    for flag in library.flags.values():
        for level in {grade.level for grade in flag.grade}:
            cards.append(desk.press(AnswerCheck(flag.id, level, CheckReply.YES, "lifting")))
    cards += [desk.error("abc123"), desk.gone(), desk.not_yours(), desk.topics("stretching"), desk.welcome()]
    return cards


def test_no_placeholder_is_left_on_any_card(desk: Desk) -> None:
    assert [c.title for c in every_card(desk) if re.search(r"\{\w+\}", text_of(c))] == []


def test_every_button_fits_discord(desk: Desk) -> None:
    assert [b.label for c in every_card(desk) for b in c.buttons if not 1 <= len(b.label) <= 80] == []


def test_an_answer_says_where_it_comes_from_and_that_nobody_has_signed_it(desk: Desk) -> None:
    footer = desk.topic("hamstring-back-link").footer
    assert "From the article" in footer
    assert "Not yet reviewed by a clinician" in footer


@pytest.mark.parametrize(("level", "tone"), [(Level.EMERGENCY, Tone.URGENT), (Level.SAME_DAY, Tone.TODAY)])
def test_a_warning_card_offers_no_stretch_and_no_topic(desk: Desk, level: Level, tone: Tone) -> None:
    card = desk.press(AnswerCheck("rf-cauda-equina", level, CheckReply.YES, "lifting"))
    assert card.tone is tone
    assert not any(isinstance(button.action, ShowStretch | ShowTopic) for button in card.buttons)


def test_a_crisis_card_asks_and_offers_nothing(desk: Desk) -> None:
    card = desk.ask("I want to die")
    assert card.tone is Tone.CRISIS
    assert card.buttons == ()
    assert "116 123" in text_of(card)


def test_no_to_a_check_goes_on_to_the_answer(desk: Desk) -> None:
    card = desk.press(AnswerCheck("rf-cauda-equina", Level.EMERGENCY, CheckReply.NO, "lifting"))
    assert card.title == desk.library.topics["lifting"].question


def test_a_topic_that_is_gone_is_said_politely(desk: Desk) -> None:
    assert desk.press(ShowTopic("no-such-topic")).title == "That is no longer here"


def test_a_toe_touch_never_comes_without_its_caution(desk: Desk, library: Library) -> None:
    for topic in library.topics.values():
        if "standing-toe-touch" in topic.stretches:
            assert re.search(r"disc.*bone", text_of(desk.topic(topic.id)), re.DOTALL)


def test_low_mood_gets_a_warm_line_and_the_crisis_number(desk: Desk) -> None:
    card = desk.ask("This pain is getting me down. How should I sit at work?")
    assert "116 123" in text_of(card)
    assert card.tone is not Tone.CRISIS


def test_an_answer_carries_its_stretches_as_buttons(desk: Desk, answerer: Answerer) -> None:
    answer = answerer.answer("Can tight hamstrings make my back hurt?")
    assert isinstance(answer, Answered)
    shown = [b.action.stretch for b in desk.reply(answer).buttons if isinstance(b.action, ShowStretch)]
    assert tuple(shown) == answer.stretches
