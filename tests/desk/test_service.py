"""The service: what it answers, what it holds back, what it links to and when it tells of opening hours."""

from __future__ import annotations

import copy as copying
from dataclasses import replace

import pytest

from bot.answering.answer import Answered, Answerer
from bot.desk.card import Tone, Where
from bot.desk.clinic import Clinic
from bot.desk.desk import ABOUT, Desk
from bot.desk.rate_limit import MOST_ASKED, SAME_ANSWER, WINDOW
from bot.desk.service import Service
from bot.store.store import Store
from tests.desk.stage import (
    CHANNEL,
    CLINIC,
    CRISIS,
    LOW,
    OPEN_WEEKDAYS,
    OTH,
    PLAIN,
    SOON,
    TOPIC,
    UNKNOWN,
    URGENT,
    Clock,
    ask,
    text_of,
)


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_who_says_nothing_is_told_what_limber_is(service: Service, words: str) -> None:
    reply = ask(service, words)
    assert reply.card.title == service.desk.library.topics[ABOUT].question
    assert reply.answer is None


def test_the_seventh_question_in_half_a_minute_waits(service: Service, clock: Clock) -> None:
    for channel in range(MOST_ASKED):
        assert ask(service, PLAIN, channel=channel).topic == TOPIC
    clock.forward(WINDOW - 9)
    held = ask(service, PLAIN)
    assert "Ask me again in 9 seconds." in text_of(held.card)
    assert (held.answer, held.topic) == (None, "")
    clock.forward(9)
    assert ask(service, PLAIN).topic == TOPIC


def test_the_same_answer_in_a_channel_is_a_link_for_a_minute(service: Service, clock: Clock) -> None:
    service.posted(CHANNEL, ask(service, PLAIN).topic, "the-link")
    clock.forward(SAME_ANSWER - 1)
    again = ask(service, PLAIN, OTH)
    assert "the-link" in text_of(again.card)
    assert again.answer is None
    clock.forward(1)
    assert ask(service, PLAIN, OTH).topic == TOPIC


@pytest.mark.parametrize(
    ("where", "channel"),
    [
        pytest.param(Where.PUBLIC, CHANNEL + 1, id="in another channel"),
        pytest.param(Where.PRIVATE, CHANNEL, id="for the asker alone"),
        pytest.param(Where.DIRECT, CHANNEL, id="in direct messages"),
    ],
)
def test_the_same_answer_is_given_again_where_it_does_not_stand(service: Service, where: Where, channel: int) -> None:
    service.posted(CHANNEL, TOPIC, "the-link")
    assert ask(service, PLAIN, where=where, channel=channel).topic == TOPIC


@pytest.mark.parametrize(("words", "tone"), [(SOON, Tone.SOON), (LOW, Tone.CALM)])
def test_what_is_said_to_one_person_is_neither_replaced_by_a_link_nor_linked_for_another(
    service: Service, answerer: Answerer, words: str, tone: Tone
) -> None:
    answer = answerer.answer(words)
    assert isinstance(answer, Answered)
    service.posted(CHANNEL, answer.topic, "the-link")
    reply = ask(service, words)
    assert reply.card.tone is tone
    assert reply.topic == ""


def test_what_only_reviewed_keeps_back_is_not_linked_as_if_it_stood_there(
    answerer: Answerer, store: Store, clock: Clock
) -> None:
    service = Service(Desk(answerer, CLINIC, only_reviewed=True), store, clock)
    reply = ask(service, PLAIN)
    assert reply.card.title == "I don't know that one"
    assert reply.topic == ""


@pytest.mark.parametrize("words", [UNKNOWN, URGENT, CRISIS])
@pytest.mark.parametrize(("hour", "said"), [(12, False), (20, True)])
def test_outside_opening_hours_a_card_that_names_the_clinic_says_when_people_are_back(
    answerer: Answerer, store: Store, clock: Clock, words: str, hour: int, said: bool
) -> None:
    service = Service(Desk(answerer, OPEN_WEEKDAYS), store, clock)
    clock.now = clock.now.replace(hour=hour)
    card = service.at_this_hour(ask(service, words, where=Where.PRIVATE).card)
    assert ("People are back Wednesday 9:00." in text_of(card)) is said


@pytest.mark.parametrize(
    ("clinic", "words"),
    [
        pytest.param(CLINIC, UNKNOWN, id="no hours are set"),
        pytest.param(OPEN_WEEKDAYS, PLAIN, id="the card does not name the clinic"),
    ],
)
def test_a_card_says_nothing_of_hours_without_need(
    answerer: Answerer, store: Store, clock: Clock, clinic: Clinic, words: str
) -> None:
    service = Service(Desk(answerer, clinic), store, clock)
    clock.now = clock.now.replace(hour=20)
    card = ask(service, words).card
    assert service.at_this_hour(card) == card


@pytest.mark.parametrize(("own", "said"), [("", "600 000"), ("our own line", "our own line")])
def test_a_library_that_is_taken_up_brings_its_numbers_but_not_over_the_clinics_own(
    answerer: Answerer, store: Store, clock: Clock, own: str, said: str
) -> None:
    region = answerer.library.regions["uk"]
    service = Service(Desk(answerer, Clinic.in_region(region, crisis_line=own)), store, clock)
    edited = copying.copy(answerer)
    edited.library = replace(answerer.library, regions={"uk": replace(region, crisis_line="600 000")})
    service.serve(edited)
    assert said in text_of(ask(service, CRISIS, where=Where.PRIVATE).card)


def test_where_the_region_is_gone_its_numbers_stay(answerer: Answerer) -> None:
    clinic = Clinic.in_region(answerer.library.regions["uk"])
    assert clinic.renewed({}) == clinic
