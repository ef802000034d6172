"""What people write is found nowhere but in the answer that they alone see; what is not for Limber is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wire.double import LocalDiscord
from tests.wire.events import PLAIN, URGENT, Event, autocomplete, direct, mention, remark, reply, slash
from tests.wire.refusal import FORBIDDEN, LATE, limited
from tests.wire.rest import CALLBACK, POST_MESSAGE
from tests.wire.stage import Start
from tests.wire.world import TOKEN

MARK = "zqxj"
"""Begins every marked word; no word of ours and no random id in lower-case hexadecimal holds it."""


def marked(number: int, question: str = PLAIN) -> str:
    """Put a marked word into a question."""
    return f"{question} {MARK}{number}"


def files_with(folder: Path, word: str) -> set[str]:
    """Return the names of all files below a folder that hold a word."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if word.encode() in path.read_bytes()}


@pytest.mark.parametrize("log_format", ["console", "json"])
async def test_marked_words_are_in_no_log_no_file_and_no_channel(
    local: LocalDiscord, start: Start, tmp_path: Path, log_format: str
) -> None:
    limber = await start(LOG_FORMAT=log_format)
    card = await local.ask(mention(marked(0)))
    ask, stretch = local.command("ask"), local.command("stretch")
    said = [
        reply(marked(1), card.message, who=1),
        mention(marked(2, URGENT), who=2, where=2),
        direct(marked(3), who=3),
        slash(ask, who=4, question=marked(4)),
        slash(ask, who=5, question=marked(5, URGENT)),
        slash(stretch, who=6, name=f"{MARK}6"),
        autocomplete(stretch, "name", f"{MARK}7", who=7),
    ]
    for event in said:
        await local.ask(event)
    overheard = remark(marked(8, URGENT), who=8)
    await local.send(overheard)
    for count, refused in enumerate(_refused(local), 1):
        await local.send(refused)
        await local.rest.tape.wait(lambda exchange: not exchange.reply.fine, count)
    assert await limber.stop() == 0
    assert local.answers(overheard) == []
    assert files_with(tmp_path, "") >= {limber.log_file.name}
    assert files_with(tmp_path, MARK) == set()
    assert files_with(tmp_path, TOKEN) == set()
    posted = [json.dumps(exchange.call.body) for exchange in local.rest.calls("POST", POST_MESSAGE)]
    assert len(posted) >= 4
    assert [body for body in posted if MARK in body] == []


def _refused(local: LocalDiscord) -> Iterator[Event]:
    """Yield questions whose answers are refused, so that the ways of failing are searched too."""
    local.rest.refuse("POST", POST_MESSAGE, FORBIDDEN)
    yield mention(marked(9), who=9, where=9)
    local.rest.refuse("POST", CALLBACK, LATE)
    yield slash(local.command("ask"), who=10, question=marked(10))
    local.rest.refuse("POST", POST_MESSAGE, limited(0.1))
    yield direct(marked(11), who=11)


async def test_an_option_that_no_client_would_send_is_in_no_log(
    local: LocalDiscord, start: Start, tmp_path: Path
) -> None:
    limber = await start()
    await local.ask(slash(local.command("stretch"), place=f"{MARK}1"))
    assert await limber.stop() == 0
    assert files_with(tmp_path, MARK) == set()
