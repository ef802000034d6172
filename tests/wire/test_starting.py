"""How Limber comes up on a Discord, and what keeps it from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.wire.double import LocalDiscord
from tests.wire.process import Limber
from tests.wire.refusal import BAD_GATEWAY
from tests.wire.rest import COMMANDS, GATEWAY, ME
from tests.wire.stage import Start


async def test_a_second_start_with_the_same_commands_syncs_nothing(local: LocalDiscord, start: Start) -> None:
    first = await start()
    assert await first.stop() == 0
    await start()
    assert len(local.rest.calls("GET", COMMANDS)) == 2
    assert len(local.rest.calls("PUT", COMMANDS)) == 1


async def test_commands_that_differ_are_synced_anew(local: LocalDiscord, start: Start) -> None:
    first = await start()
    assert await first.stop() == 0
    local.rest.commands.registered[0]["description"] = "Something else than what Limber says"
    await start()
    assert len(local.rest.calls("PUT", COMMANDS)) == 2


@pytest.mark.parametrize(
    "template",
    [
        ME,
        GATEWAY,
    ],
)
async def test_a_502_while_starting_is_survived(local: LocalDiscord, start: Start, template: str) -> None:
    local.rest.refuse("GET", template, BAD_GATEWAY)
    assert (await start()).running


async def end_of(api_url: str, folder: Path, **settings: str) -> Limber:
    """Start a Limber that is not going to come up, and wait for its end."""
    limber = await Limber.launch(api_url, folder, **settings)
    await limber.ended()
    return limber


def ends_with(limber: Limber, sentence: str) -> bool:
    """Say whether it ended with 2, one plain sentence last, and no traceback."""
    last = limber.log.splitlines()[-1]
    return limber.process.returncode == 2 and last.startswith(sentence) and "Traceback" not in limber.log


WRONG = "wrong.token.altogether"


async def test_a_wrong_token_ends_with_2_and_one_plain_sentence(local: LocalDiscord, tmp_path: Path) -> None:
    limber = await end_of(local.api_url, tmp_path, DISCORD_TOKEN=WRONG)
    assert ends_with(limber, "DISCORD_TOKEN is not a token Discord knows.")
    assert WRONG not in limber.log


CLOSED = [
    pytest.param(
        4004,
        "DISCORD_TOKEN",
        id="the token was reset",
    ),
    pytest.param(4014, "Discord refused the", id="an intent is not granted"),
]


@pytest.mark.parametrize(("code", "sentence"), CLOSED)
async def test_a_gateway_that_lets_nobody_in_ends_with_2_and_one_plain_sentence(
    local: LocalDiscord, tmp_path: Path, code: int, sentence: str
) -> None:
    local.gateway.refuse_identify = code
    limber = await end_of(local.api_url, tmp_path)
    assert ends_with(limber, sentence), limber.log


async def test_an_address_where_nobody_answers_ends_with_2_and_names_the_setting(tmp_path: Path) -> None:
    gone = LocalDiscord()
    await gone.start()
    await gone.stop()
    limber = await end_of(gone.api_url, tmp_path)
    assert ends_with(limber, "DISCORD_API_URL"), limber.log
