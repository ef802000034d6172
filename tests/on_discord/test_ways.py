"""Ways of asking: the command and what it offers while typing, a mention, the menu, a direct message."""

from __future__ import annotations

import copy as copying
from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Answerer
from bot.desk.labels import MENU
from bot.store.totals import OutcomeTotal
from tests.desk.stage import PLAIN, TOPIC, URGENT
from tests.on_discord.server import Server, seen, title


async def test_every_way_of_asking_is_counted_once(server: Server) -> None:
    await server.ask(PLAIN)
    await server.call(PLAIN)
    said = await server.patient.send(server.channel, PLAIN)
    await server.other.context_menu(server.channel, MENU, said)
    await server.other.send_dm(PLAIN)
    assert (await server.totals()).outcomes == (OutcomeTotal("answer", 4),)


async def test_a_reply_in_a_channel_does_not_wait_for_the_store(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood: list[int] = []
    count = server.front.service.count

    async def watched(answer: Answer | None) -> None:
        stood.append(len(server.replies))
        await count(answer)

    monkeypatch.setattr(server.front.service, "count", watched)
    await server.call(URGENT)
    assert stood == [1]


async def test_the_menu_answers_a_message_for_whoever_used_it(server: Server) -> None:
    said = await server.patient.send(server.channel, PLAIN)
    assert title(seen(await server.other.context_menu(server.channel, MENU, said))) == PLAIN
    assert server.replies == []


async def test_the_menu_on_a_message_without_words_says_so(server: Server) -> None:
    said = await server.patient.send(server.channel, attachments=[("scan.png", b"picture")])
    assert title(seen(await server.other.context_menu(server.channel, MENU, said))) == "Nothing to read"


async def test_a_mention_without_a_question_is_told_what_limber_is(server: Server) -> None:
    assert title(await server.call("")) == server.desk.library.topics["about-this-bot"].question


@pytest.mark.parametrize("typed", ["", " ", "hams", "how often", "zzzz", "x" * 300, "pain", "'; --", "ischias"])
async def test_autocomplete_offers_at_most_25_questions_of_at_most_100_letters(server: Server, typed: str) -> None:
    choices = await server.patient.autocomplete(server.channel, "ask", "question", typed)
    assert len(choices) <= 25
    known = {topic.question for topic in server.desk.library.topics.values()}
    assert {choice["value"] for choice in choices} <= known
    assert all(choice["name"] == choice["value"] for choice in choices)


async def test_a_question_that_is_too_long_for_a_choice_is_cut(server: Server, answerer: Answerer) -> None:
    longer = copying.copy(answerer)
    topics = answerer.library.topics
    long = replace(topics[TOPIC], question=PLAIN.removesuffix("?") + " and my knees" * 9 + "?")
    longer.library = replace(answerer.library, topics={**topics, TOPIC: long})
    server.desk.answerer = longer
    first, *_ = await server.patient.autocomplete(server.channel, "ask", "question", PLAIN[:-1])
    assert first["value"] == long.question[:100]


async def test_what_holds_the_letters_typed_is_offered_first(server: Server) -> None:
    first, *_ = await server.patient.autocomplete(server.channel, "ask", "question", "TIGHT hamstrings  make")
    assert first["value"] == PLAIN
