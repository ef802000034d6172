"""Bring Discord's copy of the commands up to date, only when it differs: creates are counted per day."""

from __future__ import annotations

import logging
from typing import Any

import discord
from discord import app_commands

log = logging.getLogger(__name__)

_OPTION_KEYS = ("type", "name", "description", "required", "autocomplete", "min_length", "max_length", "choices")


async def sync(tree: app_commands.CommandTree[discord.Client]) -> bool:
    """Sync the global commands if they differ from what Discord holds; return whether it was needed."""
    there = {_key(command.to_dict()) for command in await tree.fetch_commands()}
    here = {_key(command.to_dict(tree)) for command in tree.get_commands()}
    if there == here:
        return False
    await tree.sync()
    log.info("commands synced: %d", len(here))
    return True


def _key(command: Any) -> str:  # noqa: ANN401 - discord.py's payloads are loose dicts, of two classes
    """Spell what matters of a command, the same from both sides."""
    options = [
        {key: option.get(key) for key in _OPTION_KEYS if option.get(key) not in (None, False, [])}
        for option in command.get("options", [])
    ]
    for option in options:
        option["choices"] = [(choice["name"], choice["value"]) for choice in option.get("choices", [])]
    kind = int(command.get("type", 1))
    # Contexts are left out: discord.py 2.7.1 reads [0, 1] back as [0], so they would always seem to differ.
    return repr((kind, command["name"], command.get("description", ""), [sorted(o.items()) for o in options]))
