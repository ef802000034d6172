"""What goes wrong never hides what the screen found: faults put in on purpose, and the plainest warning goes out."""

from __future__ import annotations

import logging

import pytest

from bot.answering.answer import Answerer, Check
from bot.answering.matching import Matcher
from bot.answering.screening import Screener
from bot.desk import answers, warnings
from bot.desk import desk as desk_module
from bot.desk.desk import Desk
from bot.desk.service import Service
from bot.on_discord import layout
from bot.store.store import Store
from tests.desk.stage import CLINIC, CRISIS, PLAIN, URGENT, a_question
from tests.on_discord.server import Server, seen, title, words_of


class FaultError(Exception):
    """Something that nobody foresaw."""


def fails(*_: object, **__: object) -> None:
    """Fail, whatever it is given."""
    raise FaultError


PLAINEST = {"Please get help now", "Please talk to someone today"}

FAULTS = [
    pytest.param(Matcher, "match", id="the matcher"),
    pytest.param(warnings, "urgent_card", id="a card"),
    pytest.param(desk_module, "quotations", id="the quotation"),
    pytest.param(warnings, "put", id="the wording"),
    pytest.param(Desk, "_filled", id="the clinic's words"),
    pytest.param(layout, "encode", id="a button"),
    pytest.param(Service, "at_this_hour", id="the hours"),
]


@pytest.mark.parametrize(("owner", "name"), FAULTS)
async def test_an_emergency_is_told_whatever_breaks(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, owner: object, name: str
) -> None:
    monkeypatch.setattr(owner, name, fails)
    card = await server.ask(URGENT)
    assert f"Call {CLINIC.emergency_number} now" in words_of(card)
    assert "incident" in caplog.text
    assert URGENT not in caplog.text
    assert "pee" not in caplog.text


async def test_where_only_the_topics_fail_nothing_of_the_warning_is_missing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = words_of(await server.ask(URGENT))
    monkeypatch.setattr(Matcher, "match", fails)
    assert words_of(await server.ask(URGENT)) == usual


async def test_a_question_is_asked_when_the_matcher_breaks(
    server: Server, answerer: Answerer, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = a_question(answerer, Check)
    monkeypatch.setattr(Matcher, "match", fails)
    assert title(await server.ask(words)) == "One question first"


@pytest.mark.parametrize("label", ["That's not me", "Yes"])
async def test_a_press_on_a_warning_is_answered_with_one_whatever_breaks(
    server: Server, answerer: Answerer, monkeypatch: pytest.MonkeyPatch, label: str
) -> None:
    words = URGENT if label == "That's not me" else a_question(answerer, Check)
    card = await server.ask(words)
    monkeypatch.setattr(warnings, "check_card", fails)
    monkeypatch.setattr(warnings, "urgent_card", fails)
    assert title(seen(await server.patient.click(card, label=label))) in PLAINEST


async def test_a_broken_screen_still_says_whom_to_call(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Screener, "screen", fails)
    card = await server.ask(URGENT)
    assert CLINIC.emergency_number in words_of(card)


async def test_a_terminal_is_told_whatever_breaks(answerer: Answerer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Matcher, "match", fails)
    monkeypatch.setattr(Desk, "_filled", fails)
    assert Desk(answerer, CLINIC).ask(URGENT).title == f"Call {CLINIC.emergency_number} now, or go to the nearest " + (
        "emergency department."
    )


async def test_a_mention_is_told_whatever_breaks(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warnings, "public_card", fails)
    card = await server.call(URGENT)
    assert title(card) == "Please get help now"
    assert CLINIC.emergency_number in words_of(card)


async def test_a_crisis_is_told_when_the_matcher_breaks(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Matcher, "match", fails)
    card = await server.ask(CRISIS)
    assert CLINIC.crisis_line in words_of(card)


async def test_where_the_screen_sees_nothing_an_id_is_told(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(answers, "answered_card", fails)
    with caplog.at_level(logging.ERROR):
        card = await server.ask(PLAIN)
    assert CLINIC.emergency_number in words_of(card)
    assert "incident" in caplog.text


async def test_a_store_that_fails_keeps_no_warning_back(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "count_outcome", fails)
    card = await server.call(URGENT)
    assert title(card) == "Please read this first"
    assert server.replies == [card]  # and nothing behind it that says something failed
