"""Votes given to the service, and how they are forgotten, in a real SQLite file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.answering.answer import Answerer
from bot.desk.card import Vote
from bot.desk.desk import Desk
from bot.desk.rate_limit import MOST_ASKED
from bot.desk.service import Service
from bot.errors import StoreError
from bot.store.store import Store
from bot.store.totals import VoteTotal
from tests.desk.stage import CLINIC, MESSAGE, OTH, PAT, PLAIN, TOPIC, UNKNOWN, Clock, ask, read_only, text_of, totals


async def test_a_second_vote_under_a_message_replaces_the_first(service: Service, store: Store, clock: Clock) -> None:
    for helpful in (True, False):
        await service.vote(Vote(TOPIC, helpful), MESSAGE, PAT)
    assert (await totals(store, clock)).votes == (VoteTotal(TOPIC, 0, 1),)


@pytest.mark.parametrize(("helpful", "offered"), [(True, False), (False, True)])
async def test_who_was_not_helped_is_told_of_a_person(service: Service, helpful: bool, offered: bool) -> None:
    card = await service.vote(Vote(TOPIC, helpful), MESSAGE, PAT)
    assert (CLINIC.clinic_contact in text_of(card)) is offered


async def test_a_person_is_forgotten_with_votes_and_pace_and_nobody_else_is(
    service: Service, store: Store, clock: Clock
) -> None:
    for person in (PAT, OTH):
        await service.vote(Vote(TOPIC, helpful=True), MESSAGE, person)
        for _ in range(MOST_ASKED):
            ask(service, UNKNOWN, person)
    assert "Deleted: 1 vote." in text_of(await service.forget(PAT))
    assert (await totals(store, clock)).votes == (VoteTotal(TOPIC, 1, 0),)
    assert ask(service, PLAIN, PAT).topic == TOPIC
    assert ask(service, PLAIN, OTH).card.title == "One moment, please"


async def test_what_is_past_its_time_is_deleted(service: Service, store: Store, clock: Clock) -> None:
    await service.vote(Vote(TOPIC, helpful=True), MESSAGE, PAT)
    voted = clock().date()
    clock.now += timedelta(days=366)
    await service.forget_old()
    assert (await store.totals(voted, voted)).votes == ()


async def test_a_vote_and_a_deletion_that_cannot_be_written_are_not_said_to_be_done(
    answerer: Answerer, clock: Clock, tmp_path: Path
) -> None:
    async with read_only(tmp_path) as store:
        service = Service(Desk(answerer, CLINIC), store, clock)
        with pytest.raises(StoreError, match=r"read-?only"):
            await service.vote(Vote(TOPIC, helpful=True), MESSAGE, PAT)
        with pytest.raises(StoreError, match=r"read-?only"):
            await service.forget(PAT)
