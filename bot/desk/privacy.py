"""What is kept of a person, in the words they read: /privacy, /forget-me and docs/privacy.md, from one table."""

from __future__ import annotations

from collections.abc import Iterator

from bot.desk.card import Card, Tone, note, points, text
from bot.store.kept import KEPT, Kept, Keyed

NOTHING = (
    "No message is kept: not in a log, not in a database, not in an error report. Neither is your name or your id."
)


def privacy_card() -> Card:
    """Say what is read and what is kept."""
    return Card(
        Tone.CALM,
        "What I keep",
        (
            text("I read your question to answer it, and then forget it.", NOTHING),
            points(*(line(kept) for kept in KEPT if kept.days), title="What is kept"),
            text("/forget-me deletes at once whatever is kept about you."),
            note(
                "Discord itself keeps what you write on Discord. Please post no names, dates of birth or results here."
            ),
        ),
    )


def forgotten_card(votes: int) -> Card:
    """Say what was deleted."""
    what = "There was nothing to delete." if votes == 0 else f"Deleted: {votes} vote{'s' if votes > 1 else ''}."
    return Card(Tone.CALM, "Forgotten", (text(what, "Nothing else about you is kept."),))


def line(kept: Kept) -> str:
    """Say in one line what a table holds, why, keyed by whom and for how long."""
    whose = "under a code that stands for you" if kept.keyed_by is Keyed.PERSON else "of nobody in particular"
    return f"{kept.what[0].upper()}{kept.what[1:]}, {whose}, for {kept.days} days: {kept.why}."


def document() -> str:
    """Return docs/privacy.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Privacy"
    yield ""
    yield f"Limber reads a question to answer it and then forgets it. {NOTHING}"
    yield "This page is written by `bot/desk/privacy.py` from `bot/store/kept.py`; a test holds it against the schema."
    for kept in KEPT:
        yield ""
        yield f"## {kept.what[0].upper()}{kept.what[1:]}"
        yield ""
        keeping = f"for {kept.days} days" if kept.days else "as long as the database"
        whose = "a code for a person" if kept.keyed_by is Keyed.PERSON else "nobody"
        yield f"Kept {kept.why}, keyed by {whose}, {keeping}."
        yield ""
        yield f"| in `{kept.table}` | what stands there |"
        yield "|---|---|"
        yield from (f"| `{field.column}` | {field.what} |" for field in kept.fields)
    yield ""
    yield "`/forget-me` deletes at once whatever is keyed by a person. What is past its time is deleted every day."
