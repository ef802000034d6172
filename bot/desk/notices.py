"""Short cards about the conversation itself: one moment, sent, gone, not yours, not saved, something broke."""

from __future__ import annotations

from enum import StrEnum

from bot.desk.card import Card, Tone, note, points, text
from bot.library import Cards
from bot.library.cards import Short
from bot.library.placeholders import put


class Notice(StrEnum):
    """A notice, by its table in cards.toml; `slowly` needs the seconds, `above` and `shared` a link."""

    SLOWLY = "slowly"
    ABOVE = "above"
    SENT = "sent"
    SHARED = "shared"
    NOT_SERVED = "not_served"
    NO_WORDS = "no_words"
    CLOSED_MESSAGES = "closed_messages"
    NOT_ALLOWED = "not_allowed"
    NOT_KEPT = "not_kept"
    GONE = "gone"
    NOT_YOURS = "not_yours"


_CALM = frozenset((Notice.ABOVE, Notice.SENT, Notice.SHARED))
"""What went as it should; the rest did not."""

_SAYS_BOT = frozenset((Notice.GONE, Notice.NOT_YOURS))
"""What may be the first card that somebody sees of Limber."""


def notice_card(cards: Cards, notice: Notice, **values: object) -> Card:
    """Return a notice with the values that its words ask for."""
    words: Short = getattr(cards, notice.value)
    tone = Tone.CALM if notice in _CALM else Tone.UNSURE
    said = (put(line, **values) for line in words.lead)
    return Card(tone, words.title, (text(*said),), (), cards.footer.bot if notice in _SAYS_BOT else "")


def thanks_card(cards: Cards, *, helpful: bool) -> Card:
    """Thank for a vote."""
    words = cards.thanks
    said = (text(words.helpful),) if helpful else (text(words.not_helpful), text(words.person))
    return Card(Tone.CALM, words.title, said)


def error_card(cards: Cards, incident: str) -> Card:
    """Say calmly that something broke, with an id to quote."""
    words = cards.error
    said = (put(line, incident=incident) for line in words.note)
    return Card(Tone.UNSURE, words.title, (text(*words.lead), note(*said)))


def chat_help_card(cards: Cards) -> Card:
    """Say how one talks with Limber in a terminal."""
    words = cards.chat
    return Card(Tone.CALM, words.title, (text(*words.lead), points(*words.points)), (), words.footer)
