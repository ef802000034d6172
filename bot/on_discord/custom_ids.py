"""How an action is written into a button's `custom_id`, and read back: ids, never an index that an edit would move.

`limber:<kind>:<fields>`. Posted messages carry these for ever: a kind and its fields never change their meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    CheckReply,
    Dismiss,
    NoneOfThese,
    SendTopic,
    ShareTopic,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
    Vote,
)
from bot.library import Care, Level, Place, Position
from bot.stretching.pick import ANY, Wish

PREFIX = "limber:"


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does, and whom it is for (None: for everybody)."""

    action: Action
    asker: int | None = None


def encode(action: Action, asker: int) -> str:
    """Return the `custom_id` of an action: at most 100 characters, held by a test over the whole library."""
    match action:
        case ShowTopic(topic):
            fields = f"topic:{topic}"
        case ShowStretch(stretch, wish):
            fields = f"stretch:{stretch}{_encode_wish(wish)}"
        case NoneOfThese():
            fields = "none:"
        case AnswerCheck(flag, level, reply, topic):
            fields = f"check:{asker}:{reply}:{level}:{flag}:{topic}"
        case ShowWarning(flag, level, topic, doubtful):
            fields = f"warn:{asker}:{'maybe' if doubtful else 'sure'}:{level}:{flag}:{topic}"
        case ThatHurts(stretch, wish):
            fields = f"hurts:{stretch}{_encode_wish(wish)}"
        case AnswerHurts(stretch, nerve, wish):
            fields = f"{'nerve' if nerve else 'ache'}:{stretch}{_encode_wish(wish)}"
        case Vote(topic, helpful):
            fields = f"{'helped' if helpful else 'unhelped'}:{topic}"
        case ShareTopic(topic):
            fields = f"share:{topic}"
        case SendTopic(topic):
            fields = f"send:{topic}"
        case Dismiss():
            fields = f"dismiss:{asker}"
    return PREFIX + fields


def decode(custom_id: str) -> Press | None:
    """Return what a `custom_id` means; None for one that nobody here wrote."""
    kind, _, fields = custom_id.removeprefix(PREFIX).partition(":")
    if not custom_id.startswith(PREFIX) or kind not in _DECODERS:
        return None
    try:
        return _DECODERS[kind](fields)
    except ValueError:
        return None


def _check(fields: str) -> Press:
    asker, reply, level, flag, topic = fields.split(":")
    return Press(AnswerCheck(flag, Level(level), CheckReply(reply), topic), int(asker))


def _warn(fields: str) -> Press:
    asker, certainty, level, flag, topic = fields.split(":")
    return Press(ShowWarning(flag, Level(level), topic, doubtful=certainty == "maybe"), int(asker))


def _stretch(fields: str) -> tuple[str, Wish]:
    """Read a stretch (`id` or `id:variant`) and what was wished for, if anything was."""
    stretch, _, wish = fields.partition("~")
    return stretch, _decode_wish(wish) if wish else ANY


def _hurt(fields: str, *, nerve: bool) -> Press:
    stretch, wish = _stretch(fields)
    return Press(AnswerHurts(stretch, nerve, wish))


_DECODERS: Mapping[str, Callable[[str], Press]] = {
    "topic": lambda topic: Press(ShowTopic(topic)),
    "stretch": lambda fields: Press(ShowStretch(*_stretch(fields))),
    "none": lambda _: Press(NoneOfThese()),
    "check": _check,
    "warn": _warn,
    "hurts": lambda fields: Press(ThatHurts(*_stretch(fields))),
    "nerve": lambda fields: _hurt(fields, nerve=True),
    "ache": lambda fields: _hurt(fields, nerve=False),
    "helped": lambda topic: Press(Vote(topic, helpful=True)),
    "unhelped": lambda topic: Press(Vote(topic, helpful=False)),
    "share": lambda topic: Press(ShareTopic(topic)),
    "send": lambda topic: Press(SendTopic(topic)),
    "dismiss": lambda asker: Press(Dismiss(), int(asker)),
}
"""What reads the fields of each kind; each raises ValueError for fields that are not its own."""


def _encode_wish(wish: Wish) -> str:
    """Write `~place~position~care+care~minutes`, each possibly empty; nothing for no wish. Its name stands apart."""
    fields = (wish.place or "", wish.position or "", "+".join(wish.cares), str(wish.minutes or ""))
    return "~" + "~".join(fields) if any(fields) else ""


def _decode_wish(written: str) -> Wish:
    """Read what stands behind the first `~`. Raises ValueError for a wish nobody can have."""
    place, position, cares, minutes = written.split("~")
    return Wish(
        place=Place(place) if place else None,
        position=Position(position) if position else None,
        cares=tuple(map(Care, cares.split("+"))) if cares else (),
        minutes=int(minutes) if minutes else None,
    )
