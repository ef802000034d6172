"""What goes wrong never hides what the screen found: faults put in on purpose, and the plainest warning goes out."""

from __future__ import annotations

import logging

import pytest

from bot.answering.matching import Matcher
from bot.desk import answers, warnings
from bot.store.store import Store
from tests.desk.stage import CLINIC, CRISIS, PLAIN, URGENT
from tests.on_discord.server import Server, title, words_of


class FaultError(Exception):
    """Something that nobody foresaw."""


def fails(*_: object, **__: object) -> None:
    """Fail, whatever it is given."""
    raise FaultError


FAULTS = [
    pytest.param(Matcher, "match", id="the matcher"),
    pytest.param(warnings, "urgent_card", id="a card"),
    pytest.param(warnings, "as_typed", id="the wording"),
]


@pytest.mark.parametrize(("owner", "name"), FAULTS)
async def test_an_emergency_is_told_whatever_breaks(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, owner: object, name: str
) -> None:
    monkeypatch.setattr(owner, name, fails)
    card = await server.ask(URGENT)
    assert title(card) == "Please get help now"
    assert CLINIC.emergency_number in words_of(card)
    assert "incident" in caplog.text
    assert URGENT not in caplog.text


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
    assert title(await server.ask(URGENT)) == "Please get help now"
