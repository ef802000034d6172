"""`limber stretch` and `/stretch` in the chat: both hand on what was typed, and show what the desk makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import cli
from bot.desk.desk import Desk
from bot.desk.offers import StretchRequest
from bot.on_terminal.chat import Chat
from bot.on_terminal.render import plain
from tests.desk.stage import text_of

UNKNOWN = "No stretch is called 'zzz'. /stretch without a name lists them all."


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start where no `.env` is."""
    monkeypatch.chdir(tmp_path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(["stretch", *arguments]) == cli.FINE
    return capsys.readouterr().out


def test_a_name_that_nobody_knows_is_told_in_the_same_words_everywhere(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert json.loads(printed(capsys, "--json", "--name", "zzz")) == {"withheld": UNKNOWN}
    assert UNKNOWN in printed(capsys, "--name", "zzz")
    assert UNKNOWN in text_of(Chat(desk).reply("/stretch zzz"))
    assert UNKNOWN in text_of(desk.stretch(StretchRequest("zzz")))


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--name", "piriformis-figure-4"),
        ("--place", "desk", "--care", "disc", "--care", "beginner"),
        ("--minutes", "10", "--position", "lying"),
    ],
)
def test_the_records_are_what_the_card_shows(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    records = [json.loads(line) for line in printed(capsys, "--json", *arguments).splitlines()]
    assert set(records[0]) == {
        "id", "variant", "name", "place", "position", "hold_seconds", "repetitions", "sides", "cautions", "gentle",
    }  # fmt: skip
    assert records[0]["name"] in printed(capsys, *arguments)


def test_the_chat_begins_with_the_help_of_the_cards(desk: Desk) -> None:
    assert plain(Chat(desk).reply("/help")) == plain(desk.chat_help())
