"""What the service counts of a question, in a real SQLite file."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.answering.answer import Answer, Answerer, Check, Suggestions, Unknown
from bot.desk.desk import Desk
from bot.desk.rate_limit import MOST_ASKED
from bot.desk.service import Service
from bot.library import Level
from bot.store.store import Store, band
from bot.store.totals import FlagTotal, NearMissTotal, OutcomeTotal, Totals
from tests.desk.stage import (
    CHANNEL,
    CLINIC,
    CRISIS,
    PLAIN,
    TOPIC,
    UNKNOWN,
    URGENT,
    Clock,
    a_question,
    ask,
    read_only,
    totals,
)


async def test_a_question_is_counted_by_what_became_of_it(
    service: Service, answerer: Answerer, store: Store, clock: Clock
) -> None:
    asked = [PLAIN, UNKNOWN, URGENT, a_question(answerer, Check), a_question(answerer, Suggestions)]
    for words in asked:
        await service.count(ask(service, words).answer)
    assert (await totals(store, clock)).outcomes == tuple(
        OutcomeTotal(name, 1) for name in ("answer", "check", "suggestions", "unknown", "urgent")
    )


async def test_a_warning_is_counted_by_flag_and_level(service: Service, store: Store, clock: Clock) -> None:
    for words in (URGENT, URGENT, CRISIS):
        await service.count(ask(service, words).answer)
    assert (await totals(store, clock)).flags == (
        FlagTotal("rf-cauda-equina", Level.EMERGENCY, 2),
        FlagTotal("rf-crisis", Level.CRISIS, 1),
    )


@pytest.mark.parametrize("kind", [Suggestions, Unknown])
async def test_of_a_question_that_was_not_answered_the_nearest_topic_is_counted(
    service: Service, answerer: Answerer, store: Store, clock: Clock, kind: type[Answer]
) -> None:
    words = a_question(answerer, kind)
    nearest = answerer.answer(words).candidates[0]
    await service.count(ask(service, words).answer)
    counted = (await totals(store, clock)).near_misses
    assert counted == (NearMissTotal(nearest.topic, band(nearest.confidence), 1),)


async def test_what_was_held_back_is_not_counted(service: Service, store: Store, clock: Clock) -> None:
    service.posted(CHANNEL, TOPIC, "the-link")
    for words in ("", *[PLAIN] * (MOST_ASKED + 1)):
        await service.count(ask(service, words).answer)
    assert await totals(store, clock) == Totals((), (), (), ())


async def test_a_count_that_cannot_be_written_fails_nobody_and_is_logged_without_the_words(
    answerer: Answerer, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with read_only(tmp_path) as store:
        service = Service(Desk(answerer, CLINIC), store, clock)
        with caplog.at_level(logging.DEBUG):
            await service.count(ask(service, URGENT).answer)
    assert "not counted" in caplog.text
    assert "pee" not in caplog.text
