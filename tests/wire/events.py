"""What people do, as the gateway tells it: messages, slash commands, autocompletes, menus, presses."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from tests.wire.world import (
    ALL_PERMISSIONS,
    APPLICATION,
    BOT,
    GUILD,
    Json,
    bot_user,
    direct_channel,
    guild,
    member,
    now,
    person,
    snowflake,
    text_channel,
)

COMMAND, COMPONENT, AUTOCOMPLETE = 2, 3, 4
"""Types of interaction."""
PLAIN = "Can tight hamstrings make my back hurt?"
"""A question of the FAQ, word for word; its answer has stretches."""
URGENT = "I can't pee since my back went"
"""A message with a warning sign."""
BUTTON = 2
"""Type of component."""


@dataclass(frozen=True, slots=True)
class Event:
    """One dispatch: its name on the gateway and what it carries."""

    name: str
    data: Json

    @property
    def id(self) -> str:
        """The id of the message or interaction, which its answer refers to."""
        return str(self.data["id"])


def mention(text: str, who: int = 0, where: int = 0) -> Event:
    """Say something to the bot in a channel of the server, by its name."""
    return _said(f"<@{BOT}> {text}", who, text_channel(where)["id"], mentions=[bot_user()])


def remark(text: str, who: int = 0, where: int = 0) -> Event:
    """Say something in a channel of the server that is not for the bot."""
    return _said(text, who, text_channel(where)["id"], mentions=[])


def direct(text: str, who: int = 0) -> Event:
    """Say something to the bot in a direct message."""
    return _said(text, who, direct_channel(person(who))["id"], mentions=[])


def reply(text: str, to: Json, who: int = 0) -> Event:
    """Reply to a message of the bot in a channel, with the ping left on."""
    event = _said(text, who, to["channel_id"], mentions=[bot_user()])
    reference = {"type": 0, "channel_id": to["channel_id"], "guild_id": GUILD, "message_id": to["id"]}
    return Event(event.name, {**event.data, "type": 19, "message_reference": reference, "referenced_message": to})


def slash(command: Json, who: int = 0, where: int | None = 0, **options: str) -> Event:
    """Use a registered slash command; `where=None` is the direct messages."""
    return _interaction(COMMAND, _chosen(command, options), who, where)


def autocomplete(command: Json, option: str, typed: str, who: int = 0) -> Event:
    """Type in an option of a registered slash command."""
    data = _chosen(command, {option: typed})
    data["options"][0]["focused"] = True
    return _interaction(AUTOCOMPLETE, data, who, 0)


def menu(command: Json, target: Json, who: int = 0) -> Event:
    """Use a registered message context menu on a message of a channel."""
    resolved = {"messages": {target["id"]: target}}
    return _interaction(COMMAND, {**_chosen(command, {}), "target_id": target["id"], "resolved": resolved}, who, 0)


def press(message: Json, label: str, who: int = 0) -> Event:
    """Press the button with that label under a message of the bot. Raises `KeyError` when there is none."""
    data = {"component_type": BUTTON, "custom_id": dict(buttons(message))[label], "id": 1}
    event = _interaction(COMPONENT, data, who, 0)
    return Event(event.name, {**event.data, "message": message})


def buttons(component: Json) -> Iterator[tuple[str, str]]:
    """Yield label and custom_id of every button of a message, however deep."""
    if component.get("type") == BUTTON and "custom_id" in component:
        yield component.get("label", ""), component["custom_id"]
    for child in [*component.get("components", []), *filter(None, [component.get("accessory")])]:
        yield from buttons(child)


def _said(content: str, who: int, channel: str, mentions: list[Json]) -> Event:
    author = person(who)
    data = {
        "id": snowflake(),
        "channel_id": channel,
        "type": 0,
        "author": author,
        "content": content,
        "mentions": mentions,
        **{key: [] for key in ("mention_roles", "attachments", "embeds", "components")},
        "timestamp": now(),
        "edited_timestamp": None,
        "flags": 0,
        "pinned": False,
        "mention_everyone": False,
        "tts": False,
    }
    if channel != direct_channel(author)["id"]:
        data |= {"guild_id": GUILD, "member": member(author)}
    return Event("MESSAGE_CREATE", data)


def _chosen(command: Json, options: dict[str, str]) -> Json:
    types = {option["name"]: option["type"] for option in command.get("options", [])}
    given = [{"name": name, "type": types[name], "value": value} for name, value in options.items()]
    return {"id": command["id"], "name": command["name"], "type": command["type"], "options": given}


def _interaction(kind: int, data: Json, who: int, where: int | None) -> Event:
    user = person(who)
    common = {
        "id": snowflake(),
        "application_id": APPLICATION,
        "type": kind,
        "data": data,
        "token": secrets.token_urlsafe(32),
        "version": 1,
        "locale": "en-GB",
        "app_permissions": ALL_PERMISSIONS,
        "entitlements": [],
        "attachment_size_limit": 10 * 1024 * 1024,
    }
    channel = direct_channel(user) if where is None else text_channel(where)
    common |= {"channel": {**channel, "permissions": ALL_PERMISSIONS}, "channel_id": channel["id"]}
    if where is None:
        return Event("INTERACTION_CREATE", {**common, "user": user, "context": 1, "authorizing_integration_owners": {}})
    place = {key: guild()[key] for key in ("id", "features")} | {"locale": "en-US"}
    inside = {
        "guild_id": GUILD,
        "guild": place,
        "guild_locale": "en-US",
        "member": {**member(user), "user": user, "permissions": ALL_PERMISSIONS},
        "context": 0,
        "authorizing_integration_owners": {"0": GUILD},
    }
    return Event("INTERACTION_CREATE", {**common, **inside})
