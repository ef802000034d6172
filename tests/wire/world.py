"""Who and what there is on the local Discord: one application, one server, its channels, any number of people."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

TOKEN = "local.discord.token"  # noqa: S105 - opens nothing but the double
APPLICATION = "1000000000000000001"
BOT = "1000000000000000002"
GUILD = "1000000000000000003"
OWNER = "1000000000000000004"
FIRST_CHANNEL = 1000000000000001000
FIRST_PERSON = 1000000000000002000
FIRST_DIRECT = 1000000000000900000
CHANNELS = 50
"""Text channels of the server: as many as the design's load is spread over."""
ALL_PERMISSIONS = str((1 << 50) - 1)
JOINED = "2024-05-01T08:00:00.000000+00:00"

_EPOCH_MS = 1420070400000
_serial = itertools.count()


def snowflake() -> str:
    """Return a new id whose time is now, as Discord makes them; libraries read the age of a token from it."""
    return str(((int(time.time() * 1000) - _EPOCH_MS) << 22) | (next(_serial) & 0x3FFFFF))


def now() -> str:
    """Return the time as Discord writes it."""
    return datetime.now(UTC).isoformat()


def person(number: int = 0) -> Json:
    """Return a patient; each number is another one."""
    return _user(str(FIRST_PERSON + number), f"patient{number}")


def bot_user() -> Json:
    """Return Limber's own account."""
    return {**_user(BOT, "limber"), "bot": True}


def owner() -> Json:
    """Return who owns the server and the application."""
    return _user(OWNER, "owner")


def member(user: Json) -> Json:
    """Return a user's membership of the server, without the user."""
    return {
        "roles": [],
        "joined_at": JOINED,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "nick": None,
        "avatar": None,
        "premium_since": None,
        "pending": False,
        "communication_disabled_until": None,
        "bot": user.get("bot", False),
    }


def text_channel(number: int = 0) -> Json:
    """Return a text channel of the server."""
    return {
        "id": str(FIRST_CHANNEL + number),
        "type": 0,
        "name": f"back-pain-{number}",
        "topic": None,
        "position": number,
        "permission_overwrites": [],
        "parent_id": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "flags": 0,
    }


def direct_channel(user: Json) -> Json:
    """Return the channel of direct messages between the bot and a user."""
    number = int(user["id"]) - FIRST_PERSON
    return {
        "id": str(FIRST_DIRECT + number),
        "type": 1,
        "last_message_id": None,
        "flags": 0,
        "recipients": [user],
    }


def guild() -> Json:
    """Return the server, as GUILD_CREATE carries it."""
    return {
        **{key: [] for key in _LISTS},
        **dict.fromkeys(_LEVELS, 0),
        "id": GUILD,
        "name": "Harbour Clinic",
        "icon": None,
        "owner_id": OWNER,
        "roles": [_everyone()],
        "channels": [text_channel(number) for number in range(CHANNELS)],
        "members": [{**member(user), "user": user} for user in (owner(), bot_user())],
        "member_count": 2,
        "joined_at": JOINED,
        "large": False,
        "unavailable": False,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "preferred_locale": "en-US",
    }


_LISTS = ("emojis", "stickers", "features", "voice_states", "presences", "threads", "stage_instances")
_LEVELS = (
    "verification_level",
    "default_message_notifications",
    "explicit_content_filter",
    "mfa_level",
    "nsfw_level",
    "premium_tier",
    "system_channel_flags",
)


def _everyone() -> Json:
    return {
        "id": GUILD,
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": ALL_PERMISSIONS,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def application() -> Json:
    """Return Limber's application, as GET /oauth2/applications/@me answers."""
    return {
        "id": APPLICATION,
        "name": "Limber",
        "icon": None,
        "description": "",
        "type": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "bot_public": False,
        "bot_require_code_grant": False,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": owner(),
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


def _user(user_id: str, name: str) -> Json:
    return {
        "id": user_id,
        "username": name,
        "global_name": name.title(),
        "avatar": None,
        "discriminator": "0",
        "public_flags": 0,
        "flags": 0,
        "primary_guild": None,
    }
