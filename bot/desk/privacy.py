"""What is kept of a person, in the words they read: /privacy, /forget-me and docs/privacy.md, from one table."""

from __future__ import annotations

from collections.abc import Iterator

from bot.desk.card import Card, Tone, note, points, text
from bot.library import Cards
from bot.library.cards import Privacy
from bot.library.placeholders import put
from bot.store.kept import KEPT, Kept, Keyed


def privacy_card(cards: Cards) -> Card:
    """Say what is read and what is kept."""
    words = cards.privacy
    return Card(
        Tone.CALM,
        words.title,
        (
            text(*words.lead, words.nothing),
            points(*(line(words, kept) for kept in KEPT if kept.days), title=words.kept),
            text(words.forget),
            note(*words.note),
        ),
    )


def forgotten_card(cards: Cards, votes: int) -> Card:
    """Say what was deleted."""
    words = cards.forgotten
    what = {0: words.none, 1: words.one}.get(votes, put(words.several, count=votes))
    return Card(Tone.CALM, words.title, (text(what, words.rest),))


def line(words: Privacy, kept: Kept) -> str:
    """Say in one line what a table holds, why, keyed by whom and for how long."""
    whose = words.person if kept.keyed_by is Keyed.PERSON else words.nobody
    what = f"{kept.what[0].upper()}{kept.what[1:]}"
    return put(words.line, what=what, whose=whose, days=kept.days, why=kept.why)


def document(cards: Cards) -> str:
    """Return docs/privacy.md."""
    return "\n".join(_lines(cards.privacy)) + "\n"


def _lines(words: Privacy) -> Iterator[str]:
    yield "# Privacy"
    yield ""
    yield f"Limber reads a question to answer it and then forgets it. {words.nothing}"
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
