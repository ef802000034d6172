"""The commands: one list, which the tree, README and the terminal's /help all hold to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from discord import AppCommandType

from bot.desk.desk import Desk
from bot.desk.labels import COMMANDS, MENU, OPTIONS
from bot.on_discord.client import LimberClient
from bot.on_terminal.chat import Chat
from tests.desk.stage import PLAIN, text_of
from tests.on_discord.server import Server, seen

README = Path(__file__).parents[2] / "README.md"
GUILD, BOT_DM = 0, 1
"""Discord's numbers for where a command works: in servers, in direct messages with the bot."""

NEEDED: dict[str, dict[str, Any]] = {"ask": {"question": PLAIN}, "topics": {"theme": "about"}}
"""The options without which Discord does not send a command."""


@pytest.fixture
def payloads(simcord_bot: LimberClient) -> list[dict[str, Any]]:
    """What Discord is told of every command."""
    return [command.to_dict(simcord_bot.tree) for command in simcord_bot.tree.get_commands()]


def test_the_tree_holds_every_command_of_the_list_and_the_menu(payloads: list[dict[str, Any]]) -> None:
    told = {(AppCommandType(payload["type"]), payload["name"]): payload.get("description") for payload in payloads}
    assert told == {
        **{(AppCommandType.chat_input, name): description for name, description in COMMANDS.items()},
        (AppCommandType.message, MENU): None,
    }


def test_every_command_works_in_servers_and_in_direct_messages_with_the_bot(payloads: list[dict[str, Any]]) -> None:
    assert {(payload["name"], *payload["contexts"]) for payload in payloads} == {
        (name, GUILD, BOT_DM) for name in (*COMMANDS, MENU)
    }


def test_every_option_is_described(payloads: list[dict[str, Any]]) -> None:
    options = {o["name"]: o["description"] for payload in payloads for o in payload.get("options", [])}
    assert options == OPTIONS


@pytest.mark.parametrize("name", COMMANDS)
async def test_what_a_command_answers_only_the_asker_sees(server: Server, name: str) -> None:
    assert seen(await server.patient.slash(server.channel, name, **NEEDED.get(name, {}))).embeds
    assert server.replies == []


def test_readme_lists_every_command_as_discord_shows_it() -> None:
    rows = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("| `/")]
    assert rows == [f"| `/{name}` | {description} |" for name, description in COMMANDS.items()]
    assert f'"{MENU}"' in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_terminal_knows_every_command_and_names_it_in_its_help(desk: Desk, name: str) -> None:
    assert f"/{name}" in text_of(desk.chat_help()).replace(",", " ").split()
    assert Chat(desk).reply(f"/{name}") != desk.ask(f"/{name}")
