"""The reception: manners, counting and votes, with a real SQLite file and a clock of the test's own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.answering.answer import Answer, Answered, Answerer, Check, Suggestions, Unknown, Urgent
from bot.desk.card import Tone, Vote, Where
from bot.desk.clinic import Clinic
from bot.desk.desk import ABOUT, ALWAYS, Desk
from bot.desk.hours import parse_hours
from bot.desk.manners import MOST_ASKED, SAME_ANSWER, WINDOW
from bot.desk.reception import Asked, Reception, Reply
from bot.errors import StoreError
from bot.library import Level
from bot.store.codes import Codes
from bot.store.engine import PATIENCE, open_engine
from bot.store.migrating import migrate
from bot.store.store import Store, band
from bot.store.totals import FlagTotal, NearMissTotal, OutcomeTotal, Totals, VoteTotal
from tests.conftest import CLINIC
from tests.desk.test_desk import text_of

PAT, OTH, CHANNEL, MESSAGE = 7, 8, 70, 700
FILE = "limber.sqlite3"
PLAIN, TOPIC = "Can tight hamstrings make my back hurt?", "hamstring-back-link"
URGENT = "I can't pee since my back went"
CRISIS = "I want to die"
UNKNOWN = "What is the capital of France?"
SOON = f"I have lost weight without trying. {PLAIN}"
LOW = "This pain is getting me down. How should I sit at work?"
OPEN_WEEKDAYS = replace(CLINIC, hours=parse_hours("Mon-Fri 9:00-17:00 Europe/London"))


@dataclass
class Clock:
    """A clock that stands still until it is moved. It begins on a Tuesday at noon."""

    now: datetime = datetime(2026, 11, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Store]:
    """Hold a store on a fresh SQLite file."""
    await asyncio.to_thread(_set_up, folder)
    store = await Store.open(_url(folder))
    yield store
    await store.close()


@asynccontextmanager
async def read_only(folder: Path) -> AsyncIterator[Store]:
    """Hold a store on a SQLite file that cannot be written, whoever runs the tests."""
    await asyncio.to_thread(_set_up, folder)
    url = _url(folder).replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    store = Store(open_engine(url, PATIENCE), Codes(b"k" * 32))
    yield store
    await store.close()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/{FILE}"


def _set_up(folder: Path) -> None:
    (folder / FILE).write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    """A database with its tables, made once: a migration takes longer than most tests."""
    with TemporaryDirectory() as folder:
        asyncio.run(migrate(_url(Path(folder))))
        return (Path(folder) / FILE).read_bytes()


def a_question(answerer: Answerer, kind: type[Answer]) -> str:
    """Find a message people really write that has such an outcome, looking through the least grave first."""
    grades = sorted((g for flag in answerer.library.flags.values() for g in flag.grade), key=lambda g: g.level.gravity)
    heard = (words for grade in grades for words in grade.heard_as)
    return next(words for words in heard if type(answerer.answer(words)) is kind)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(tmp_path) as held:
        yield held


@pytest.fixture
def reception(answerer: Answerer, store: Store, clock: Clock) -> Reception:
    return Reception(Desk(answerer, CLINIC), store, clock)


def ask(
    reception: Reception, words: str, person: int = PAT, *, where: Where = Where.PUBLIC, channel: int = CHANNEL
) -> Reply:
    return reception.receive(Asked(words, person, channel, where))


async def totals(store: Store, clock: Clock) -> Totals:
    return await store.totals(clock().date(), clock().date())


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_who_says_nothing_is_told_what_limber_is(reception: Reception, words: str) -> None:
    reply = ask(reception, words)
    assert reply.card.title == reception.desk.library.topics[ABOUT].question
    assert reply.answer is None


def test_the_seventh_question_in_half_a_minute_waits(reception: Reception, clock: Clock) -> None:
    for channel in range(MOST_ASKED):
        assert ask(reception, PLAIN, channel=channel).topic == TOPIC
    clock.forward(WINDOW - 9)
    held = ask(reception, PLAIN)
    assert "Ask me again in 9 seconds." in text_of(held.card)
    assert (held.answer, held.topic) == (None, "")
    clock.forward(9)
    assert ask(reception, PLAIN).topic == TOPIC


@pytest.mark.parametrize("where", list(Where))
@pytest.mark.parametrize("kind", [Urgent, Check])
def test_a_warning_is_never_held_back(
    reception: Reception, answerer: Answerer, kind: type[Answer], where: Where
) -> None:
    for _ in range(MOST_ASKED + 1):
        ask(reception, UNKNOWN)
    words = a_question(answerer, kind)
    replies = [ask(reception, words, where=where) for _ in range(MOST_ASKED + 1)]
    assert all(isinstance(reply.answer, kind) for reply in replies)
    assert len({reply.card for reply in replies}) == 1


def test_a_warning_takes_nothing_from_what_a_person_may_ask(reception: Reception) -> None:
    for _ in range(MOST_ASKED):
        ask(reception, URGENT)
    assert ask(reception, PLAIN).topic == TOPIC


def test_the_same_answer_in_a_channel_is_a_link_for_a_minute(reception: Reception, clock: Clock) -> None:
    reception.posted(CHANNEL, ask(reception, PLAIN).topic, "the-link")
    clock.forward(SAME_ANSWER - 1)
    again = ask(reception, PLAIN, OTH)
    assert "the-link" in text_of(again.card)
    assert again.answer is None
    clock.forward(1)
    assert ask(reception, PLAIN, OTH).topic == TOPIC


@pytest.mark.parametrize(
    ("where", "channel"),
    [
        pytest.param(Where.PUBLIC, CHANNEL + 1, id="in another channel"),
        pytest.param(Where.PRIVATE, CHANNEL, id="for the asker alone"),
        pytest.param(Where.DIRECT, CHANNEL, id="in direct messages"),
    ],
)
def test_the_same_answer_is_given_again_where_it_does_not_stand(
    reception: Reception, where: Where, channel: int
) -> None:
    reception.posted(CHANNEL, TOPIC, "the-link")
    assert ask(reception, PLAIN, where=where, channel=channel).topic == TOPIC


@pytest.mark.parametrize(("words", "tone"), [(SOON, Tone.SOON), (LOW, Tone.CALM)])
def test_what_is_said_to_one_person_is_neither_replaced_by_a_link_nor_linked_for_another(
    reception: Reception, answerer: Answerer, words: str, tone: Tone
) -> None:
    answer = answerer.answer(words)
    assert isinstance(answer, Answered)
    reception.posted(CHANNEL, answer.topic, "the-link")
    reply = ask(reception, words)
    assert reply.card.tone is tone
    assert reply.topic == ""


def test_what_only_reviewed_keeps_back_is_not_linked_as_if_it_stood_there(
    answerer: Answerer, store: Store, clock: Clock
) -> None:
    reception = Reception(Desk(answerer, CLINIC, only_reviewed=True), store, clock)
    reply = ask(reception, PLAIN)
    assert reply.card.title == "I don't know that one"
    assert reply.topic == ""


@pytest.mark.parametrize("words", [URGENT, CRISIS])
@pytest.mark.parametrize("where", list(Where))
def test_only_reviewed_silences_no_warning(reception: Reception, answerer: Answerer, words: str, where: Where) -> None:
    strict = Desk(answerer, CLINIC, only_reviewed=True)
    answer = answerer.answer(words)
    assert strict.reply(answer, where) == reception.desk.reply(answer, where)


def test_only_reviewed_keeps_the_note_above_an_answer_that_it_keeps_back(answerer: Answerer) -> None:
    card = Desk(answerer, CLINIC, only_reviewed=True).reply(answerer.answer(SOON))
    assert "Please have this looked at" in text_of(card)
    assert card.tone is Tone.SOON


@pytest.mark.parametrize("topic", sorted(ALWAYS))
def test_only_reviewed_never_silences_what_limber_is_and_when_to_get_help(answerer: Answerer, topic: str) -> None:
    question = answerer.library.topics[topic].question
    assert Desk(answerer, CLINIC, only_reviewed=True).ask(question).title == question


async def test_a_question_is_counted_by_what_became_of_it(
    reception: Reception, answerer: Answerer, store: Store, clock: Clock
) -> None:
    asked = [PLAIN, UNKNOWN, URGENT, a_question(answerer, Check), a_question(answerer, Suggestions)]
    for words in asked:
        await reception.count(ask(reception, words).answer)
    assert (await totals(store, clock)).outcomes == tuple(
        OutcomeTotal(name, 1) for name in ("answer", "check", "suggestions", "unknown", "urgent")
    )


async def test_a_warning_is_counted_by_flag_and_level(reception: Reception, store: Store, clock: Clock) -> None:
    for words in (URGENT, URGENT, CRISIS):
        await reception.count(ask(reception, words).answer)
    assert (await totals(store, clock)).flags == (
        FlagTotal("rf-cauda-equina", Level.EMERGENCY, 2),
        FlagTotal("rf-crisis", Level.CRISIS, 1),
    )


@pytest.mark.parametrize("kind", [Suggestions, Unknown])
async def test_of_a_question_that_was_not_answered_the_nearest_topic_is_counted(
    reception: Reception, answerer: Answerer, store: Store, clock: Clock, kind: type[Answer]
) -> None:
    words = a_question(answerer, kind)
    nearest = answerer.answer(words).candidates[0]
    await reception.count(ask(reception, words).answer)
    counted = (await totals(store, clock)).near_misses
    assert counted == (NearMissTotal(nearest.topic, band(nearest.confidence), 1),)


async def test_what_manners_answered_is_not_counted(reception: Reception, store: Store, clock: Clock) -> None:
    reception.posted(CHANNEL, TOPIC, "the-link")
    for words in ("", *[PLAIN] * (MOST_ASKED + 1)):
        await reception.count(ask(reception, words).answer)
    assert await totals(store, clock) == Totals((), (), (), ())


async def test_a_second_vote_under_a_message_replaces_the_first(
    reception: Reception, store: Store, clock: Clock
) -> None:
    for helpful in (True, False):
        await reception.vote(Vote(TOPIC, helpful), MESSAGE, PAT)
    assert (await totals(store, clock)).votes == (VoteTotal(TOPIC, 0, 1),)


@pytest.mark.parametrize(("helpful", "offered"), [(True, False), (False, True)])
async def test_who_was_not_helped_is_told_of_a_person(reception: Reception, helpful: bool, offered: bool) -> None:
    card = await reception.vote(Vote(TOPIC, helpful), MESSAGE, PAT)
    assert (CLINIC.clinic_contact in text_of(card)) is offered


async def test_a_person_is_forgotten_with_votes_and_pace_and_nobody_else_is(
    reception: Reception, store: Store, clock: Clock
) -> None:
    for person in (PAT, OTH):
        await reception.vote(Vote(TOPIC, helpful=True), MESSAGE, person)
        for _ in range(MOST_ASKED):
            ask(reception, UNKNOWN, person)
    assert "Deleted: 1 vote." in text_of(await reception.forget(PAT))
    assert (await totals(store, clock)).votes == (VoteTotal(TOPIC, 1, 0),)
    assert ask(reception, PLAIN, PAT).topic == TOPIC
    assert ask(reception, PLAIN, OTH).card.title == "One moment, please"


async def test_what_is_past_its_time_is_deleted(reception: Reception, store: Store, clock: Clock) -> None:
    await reception.vote(Vote(TOPIC, helpful=True), MESSAGE, PAT)
    voted = clock().date()
    clock.now += timedelta(days=366)
    await reception.forget_old()
    assert (await store.totals(voted, voted)).votes == ()


async def test_a_count_that_cannot_be_written_fails_nobody_and_is_logged_without_the_words(
    answerer: Answerer, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with read_only(tmp_path) as store:
        reception = Reception(Desk(answerer, CLINIC), store, clock)
        with caplog.at_level(logging.DEBUG):
            await reception.count(ask(reception, URGENT).answer)
    assert "not counted" in caplog.text
    assert "pee" not in caplog.text


async def test_a_vote_and_a_deletion_that_cannot_be_written_are_not_said_to_be_done(
    answerer: Answerer, clock: Clock, tmp_path: Path
) -> None:
    async with read_only(tmp_path) as store:
        reception = Reception(Desk(answerer, CLINIC), store, clock)
        with pytest.raises(StoreError, match=r"read-?only"):
            await reception.vote(Vote(TOPIC, helpful=True), MESSAGE, PAT)
        with pytest.raises(StoreError, match=r"read-?only"):
            await reception.forget(PAT)


async def test_without_a_store_everything_else_works(answerer: Answerer, clock: Clock) -> None:
    reception = Reception(Desk(answerer, CLINIC), None, clock)
    reply = ask(reception, PLAIN)
    await reception.count(reply.answer)
    await reception.forget_old()
    assert (await reception.vote(Vote(TOPIC, helpful=True), MESSAGE, PAT)).title == "Thank you"
    assert "nothing to delete" in text_of(await reception.forget(PAT))


@pytest.mark.parametrize("words", [UNKNOWN, URGENT, CRISIS])
@pytest.mark.parametrize(("hour", "said"), [(12, False), (20, True)])
def test_outside_opening_hours_a_card_that_names_the_clinic_says_when_people_are_back(
    answerer: Answerer, clock: Clock, words: str, hour: int, said: bool
) -> None:
    reception = Reception(Desk(answerer, OPEN_WEEKDAYS), None, clock)
    clock.now = clock.now.replace(hour=hour)
    card = reception.at_this_hour(ask(reception, words, where=Where.PRIVATE).card)
    assert ("People are back Wednesday 9:00." in text_of(card)) is said


@pytest.mark.parametrize(
    ("clinic", "words"),
    [
        pytest.param(CLINIC, UNKNOWN, id="no hours are set"),
        pytest.param(OPEN_WEEKDAYS, PLAIN, id="the card does not name the clinic"),
    ],
)
def test_a_card_says_nothing_of_hours_without_need(
    answerer: Answerer, clock: Clock, clinic: Clinic, words: str
) -> None:
    reception = Reception(Desk(answerer, clinic), None, clock)
    clock.now = clock.now.replace(hour=20)
    card = ask(reception, words).card
    assert reception.at_this_hour(card) == card
