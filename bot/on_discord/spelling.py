"""How an action is spelled in a `custom_id`, and read back: ids, never an index that an edit would move."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    Dismiss,
    NoneOfThese,
    Reply,
    SendTopic,
    ShareTopic,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
    Vote,
)
from bot.library import Level


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
        case ShowStretch(stretch):
            return f"stretch:{stretch}"
        case NoneOfThese():
            return "none:"
        case AnswerCheck(flag, level, reply, topic):
            return f"check:{asker}:{reply}:{level}:{flag}:{topic}"
        case ShowWarning(flag, level, topic, doubtful):
            return f"warn:{asker}:{'maybe' if doubtful else 'sure'}:{level}:{flag}:{topic}"
        case ThatHurts(stretch):
            return f"hurts:{stretch}"
        case AnswerHurts(stretch, nerve):
            return f"{'nerve' if nerve else 'ache'}:{stretch}"
        case Vote(topic, helpful):
            return f"{'helped' if helpful else 'unhelped'}:{topic}"
        case ShareTopic(topic):
            return f"share:{topic}"
        case SendTopic(topic):
            return f"send:{topic}"
        case Dismiss():
            return f"dismiss:{asker}"


def read(custom_id: str) -> Press | None:
    """Return what a `custom_id` means; None for one that nobody here wrote."""
    _, _, rest = custom_id.partition(":")
    kind, _, fields = rest.partition(":")
    try:
        return _simple(kind, fields) or _for_one(kind, fields.split(":"))
    except ValueError:
        return None


def _simple(kind: str, field: str) -> Press | None:
    """Read what is for everybody."""
    made: dict[str, Action] = {
        "topic": ShowTopic(field),
        "stretch": ShowStretch(field),
        "none": NoneOfThese(),
        "hurts": ThatHurts(field),
        "nerve": AnswerHurts(field, nerve=True),
        "ache": AnswerHurts(field, nerve=False),
        "helped": Vote(field, helpful=True),
        "unhelped": Vote(field, helpful=False),
        "share": ShareTopic(field),
        "send": SendTopic(field),
    }
    return Press(made[kind]) if kind in made else None


def _for_one(kind: str, fields: list[str]) -> Press | None:
    """Read what is for the asker alone. Raises ValueError when the fields are not those of the kind."""
    if kind == "dismiss":
        (asker,) = fields
        return Press(Dismiss(), int(asker))
    if kind not in ("check", "warn"):
        return None
    asker, word, level, flag, topic = fields
    if kind == "check":
        return Press(AnswerCheck(flag, Level(level), Reply(word), topic), int(asker))
    return Press(ShowWarning(flag, Level(level), topic, doubtful=word == "maybe"), int(asker))
