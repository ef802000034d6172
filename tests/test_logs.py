"""The one point through which every record goes: nothing a person wrote, and no token, is written down."""

from __future__ import annotations

import json
import logging

import pytest

from bot.logs import redact, set_up_logging

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.GabcDE.abcdefghijklmnopqrstuvwxyz0123"  # noqa: S105 - of the form, and nobody's
"""A bot's token has three parts: 23–28, 6–7 and 27 or more letters, digits, `-` and `_`."""

WORDS = "my back hurts"


@pytest.mark.parametrize("key", ["content", "question", "text", "words", "embed", "embeds"])
def test_what_a_person_wrote_is_dropped_under_whatever_name(key: str) -> None:
    assert redact(None, "info", {"event": "asked", key: WORDS}) == {"event": "asked"}


@pytest.mark.parametrize(
    ("logged", "written"),
    [
        (TOKEN, "[token]"),
        (f"Bot {TOKEN}", "Bot [token]"),
        (f"logging in with {TOKEN}, again", "logging in with [token], again"),
        (f"{TOKEN} {TOKEN}", "[token] [token]"),
        (
            "POST https://discord.com/api/v10/interactions/1/aW50ZXJhY3Rpb24/callback",
            "POST https://discord.com/api/v10[token]/callback",
        ),
        ("PATCH /webhooks/123/aW50ZXJhY3Rpb24/messages/@original", "PATCH [token]/messages/@original"),
        ("GET /channels/123/messages/456", "GET /channels/123/messages/456"),
        ("knowledge taken up: 84 topics", "knowledge taken up: 84 topics"),
        ("version 2.7.1 of discord.py", "version 2.7.1 of discord.py"),
    ],
)
def test_tokens_are_masked_in_every_field_and_the_rest_is_left(logged: str, written: str) -> None:
    assert redact(None, "info", {"event": logged, "url": logged}) == {"event": written, "url": written}


def test_what_is_no_text_is_left() -> None:
    assert redact(None, "info", {"event": "done", "count": 3, "last": None}) == {
        "event": "done",
        "count": 3,
        "last": None,
    }


@pytest.mark.parametrize("form", ["json", "console"])
def test_what_any_library_logs_goes_through_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers = []
    try:
        set_up_logging(form)
        logging.getLogger("discord.http").warning("PATCH /webhooks/123/%s with %s", "aW50ZXJhY3Rpb24", TOKEN)
        try:
            raise RuntimeError(f"no entry for {TOKEN}")
        except RuntimeError:
            logging.getLogger("discord.client").exception("failed")
    finally:
        root.handlers = handlers
        root.setLevel(level)
    written = capsys.readouterr().err
    assert TOKEN not in written
    assert "aW50ZXJhY3Rpb24" not in written
    assert written.count("[token]") == 3
    if form == "json":
        assert [json.loads(line)["level"] for line in written.splitlines()] == ["warning", "error"]
