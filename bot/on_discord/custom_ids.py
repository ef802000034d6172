"""How an action is spelled in a `custom_id`, and read back: ids, never an index that an edit would move."""

from __future__ import annotations

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
from bot.stretching.pick import Wish


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does, and whom it is for (None: for everybody)."""

    action: Action
    asker: int | None = None


def spell(action: Action, asker: int) -> str:
    """Return the `custom_id` of an action: at most 100 characters, held by a test over the whole library."""
    return f"limber:{_fields(action, asker)}"


def _fields(action: Action, asker: int) -> str:
    match action:
        case ShowTopic(topic):
            return f"topic:{topic}"
        case ShowStretch(stretch, wish):
            return f"stretch:{stretch}{_wished(wish)}"
        case NoneOfThese():
            return "none:"
        case AnswerCheck(flag, level, reply, topic):
            return f"check:{asker}:{reply}:{level}:{flag}:{topic}"
        case ShowWarning(flag, level, topic, doubtful):
            return f"warn:{asker}:{'maybe' if doubtful else 'sure'}:{level}:{flag}:{topic}"
        case ThatHurts(stretch, wish):
            return f"hurts:{stretch}{_wished(wish)}"
        case AnswerHurts(stretch, nerve, wish):
            return f"{'nerve' if nerve else 'ache'}:{stretch}{_wished(wish)}"
        case Vote(topic, helpful):
            return f"{'helped' if helpful else 'unhelped'}:{topic}"
        case ShareTopic(topic):
            return f"share:{topic}"
        case SendTopic(topic):
            return f"send:{topic}"
        case Dismiss():
            return f"dismiss:{asker}"


def _wished(wish: Wish) -> str:
    """Spell what was wished for, its name apart; nothing for no wish at all."""
    parts = (wish.place or "", wish.position or "", "+".join(wish.cares), str(wish.minutes or ""))
    return "~" + "~".join(parts) if any(parts) else ""


def read(custom_id: str) -> Press | None:
    """Return what a `custom_id` means; None for one that nobody here wrote."""
    _, _, rest = custom_id.partition(":")
    kind, _, fields = rest.partition(":")
    try:
        return _simple(kind, fields) or _of_stretch(kind, *fields.split("~")) or _for_one(kind, fields.split(":"))
    except (ValueError, TypeError):
        return None


def _simple(kind: str, field: str) -> Press | None:
    """Read what is for everybody."""
    made: dict[str, Action] = {
        "topic": ShowTopic(field),
        "none": NoneOfThese(),
        "helped": Vote(field, helpful=True),
        "unhelped": Vote(field, helpful=False),
        "share": ShareTopic(field),
        "send": SendTopic(field),
    }
    return Press(made[kind]) if kind in made else None


def _of_stretch(
    kind: str, stretch: str, place: str = "", position: str = "", cares: str = "", minutes: str = ""
) -> Press | None:
    """Read what is about a stretch. Raises ValueError for a wish nobody can have, TypeError for fields too many."""
    if kind not in ("stretch", "hurts", "nerve", "ache"):
        return None
    wish = Wish(
        place=Place(place) if place else None,
        position=Position(position) if position else None,
        cares=tuple(map(Care, cares.split("+"))) if cares else (),
        minutes=int(minutes) if minutes else None,
    )
    if kind == "stretch":
        return Press(ShowStretch(stretch, wish))
    return Press(ThatHurts(stretch, wish) if kind == "hurts" else AnswerHurts(stretch, kind == "nerve", wish))


def _for_one(kind: str, fields: list[str]) -> Press | None:
    """Read what is for the asker alone. Raises ValueError when the fields are not those of the kind."""
    if kind == "dismiss":
        (asker,) = fields
        return Press(Dismiss(), int(asker))
    if kind not in ("check", "warn"):
        return None
    asker, word, level, flag, topic = fields
    if kind == "check":
        return Press(AnswerCheck(flag, Level(level), CheckReply(word), topic), int(asker))
    return Press(ShowWarning(flag, Level(level), topic, doubtful=word == "maybe"), int(asker))
