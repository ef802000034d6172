"""Votes under an answer, and how they are forgotten."""

from __future__ import annotations

from pathlib import Path

from bot.answering.answer import Answerer
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.errors import StoreError
from bot.store.totals import VoteTotal
from tests.desk.stage import CLINIC, PLAIN, TOPIC, URGENT, read_only
from tests.on_discord.server import Server, seen, title, words_of


async def test_a_vote_is_kept_and_a_second_one_replaces_it(server: Server) -> None:
    card = await server.call(PLAIN)
    for label, kept in (("Helpful", VoteTotal(TOPIC, 1, 0)), ("Not helpful", VoteTotal(TOPIC, 0, 1))):
        assert title(seen(await server.patient.click(card, label=label))) == "Thank you"
        assert (await server.totals()).votes == (kept,)


async def test_everybody_has_a_vote_of_their_own(server: Server) -> None:
    card = await server.call(PLAIN)
    for who in (server.patient, server.other):
        await who.click(card, label="Helpful")
    assert (await server.totals()).votes == (VoteTotal(TOPIC, 2, 0),)


async def test_forget_me_deletes_ones_own_votes_and_says_how_many(server: Server) -> None:
    card = await server.call(PLAIN)
    for who in (server.patient, server.other):
        await who.click(card, label="Helpful")
    assert "Deleted: 1 vote." in words_of(seen(await server.patient.slash(server.channel, "forget-me")))
    assert (await server.totals()).votes == (VoteTotal(TOPIC, 1, 0),)
    assert "nothing to delete" in words_of(seen(await server.patient.slash(server.channel, "forget-me")))


async def test_what_cannot_be_written_is_said_and_questions_are_still_answered(
    server: Server, tmp_path: Path, answerer: Answerer
) -> None:
    (tmp_path / "locked").mkdir()
    async with read_only(tmp_path / "locked") as store:
        server.front.service = Service(Desk(answerer, CLINIC), store, server.clock)
        card = await server.call(PLAIN)
        assert title(card) == PLAIN
        assert title(seen(await server.patient.click(card, label="Helpful"))) == "Not saved"
        assert title(seen(await server.patient.slash(server.channel, "forget-me"))) == "Not saved"
        assert title(await server.ask(URGENT)) == "Please get help now"
    (failure,) = server.env.errors
    assert isinstance(failure.__cause__, StoreError)
