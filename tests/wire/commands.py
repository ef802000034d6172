"""The application's global commands, given back as Discord gives them: with ids, nulls and defaults of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.wire.call import Call, Reply
from tests.wire.world import APPLICATION, Json, snowflake

LEFT_OUT = ("required", "autocomplete")
"""What Discord leaves out of an option when it is false."""


@dataclass
class Commands:
    """What is registered; a command that stays keeps its id."""

    registered: list[Json] = field(default_factory=list)

    def named(self, name: str) -> Json:
        """Return a registered command. Raises `KeyError` for one that is not."""
        return {command["name"]: command for command in self.registered}[name]

    async def get(self, _: Call) -> Reply:
        """GET all of them."""
        return Reply(200, self.registered)

    async def put(self, call: Call) -> Reply:
        """PUT all of them anew."""
        ids = {(old["type"], old["name"]): old["id"] for old in self.registered}
        assert isinstance(call.body, list)
        self.registered = [_stored(command, ids) for command in call.body]
        return Reply(200, self.registered)


def _stored(command: Json, ids: dict[tuple[int, str], str]) -> Json:
    kind = command.get("type", 1)
    return {
        "default_member_permissions": None,
        "name_localizations": None,
        "description_localizations": None,
        "description": "",
        "dm_permission": True,
        "contexts": None,
        "integration_types": [0],
        "nsfw": False,
        **{key: value for key, value in command.items() if value != []},
        **({"options": [_option(option) for option in command["options"]]} if command.get("options") else {}),
        "id": ids.get((kind, command["name"])) or snowflake(),
        "application_id": APPLICATION,
        "version": snowflake(),
        "type": kind,
    }


def _option(option: Json) -> Json:
    kept = {key: value for key, value in option.items() if value != [] and not (key in LEFT_OUT and not value)}
    return {"name_localizations": None, "description_localizations": None, **kept}
