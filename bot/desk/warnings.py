"""Cards for warning signs: emergency, same day, crisis, the one plain question, and the notes on a normal card."""

from __future__ import annotations

from bot.desk.card import AnswerCheck, Button, Card, CheckReply, Section, ShowWarning, Tone, note, points, text
from bot.library import Cards, Flag, Level
from bot.library.placeholders import put

RF_OTHER = "rf-other-emergency"
"""The flag whose card adds the poison line (docs/sources.md, "Warning signs")."""


def urgent_card(cards: Cards, flag: Flag, level: Level, topic: str) -> Card:
    """Return the card for a sign that needs a person. `topic` is the nearest one, to come back to."""
    if level is Level.CRISIS:
        return crisis_card(cards)
    words = cards.emergency if level is Level.EMERGENCY else cards.same_day
    asked = list(words.points)
    if level is Level.EMERGENCY and flag.id == RF_OTHER:
        asked.insert(1, cards.emergency.swallowed)
    return Card(
        Tone.URGENT,
        words.title,
        (
            text(*(put(line, notice=flag.notice) for line in words.lead)),
            *([text(flag.say)] if flag.say else []),
            points(*asked),
            note(*words.note),
        ),
        (Button(cards.buttons.not_me, AnswerCheck(flag.id, level, CheckReply.NOT_ME, topic)),),
    )


def crisis_card(cards: Cards) -> Card:
    """Return the card for thoughts of dying or self-harm. Nothing on it asks, sells or doubts."""
    words = cards.crisis
    return Card(Tone.CRISIS, words.title, (text(*words.lead), points(*words.points), note(*words.note)))


def public_card(cards: Cards, flag: Flag, level: Level, topic: str, *, doubtful: bool) -> Card:
    """Return the one calm line that stands in a channel; the rest is for the asker alone."""
    show = Button(cards.public.show, ShowWarning(flag.id, level, topic, doubtful))
    return Card(Tone.SOON, cards.public.title, (text(*cards.public.lead),), (show,))


def check_card(cards: Cards, flag: Flag, level: Level, topic: str) -> Card:
    """Ask one plain question, with the safety line already on the card."""
    words = cards.check
    whom = words.emergency if level is Level.EMERGENCY else words.same_day
    replies = ((words.yes, CheckReply.YES), (words.no, CheckReply.NO), (words.unsure, CheckReply.UNSURE))
    return Card(
        Tone.SOON,
        words.title,
        (
            text(*(put(line, question=flag.question) for line in words.lead)),
            note(*(put(line, help=whom) for line in words.note)),
        ),
        tuple(Button(label, AnswerCheck(flag.id, level, reply, topic)) for label, reply in replies),
    )


def not_me_card(cards: Cards, flag: Flag) -> Card:
    """Accept that a card missed the point, and keep the door open."""
    words = cards.not_me
    said = (put(line, notice=flag.notice) for line in words.note)
    return Card(Tone.CALM, words.title, (text(*words.lead), note(*said)))


def soon_note(cards: Cards, flag: Flag) -> Section:
    """Return the "have this looked at" note that stands above a normal answer."""
    said = put(cards.soon.note, notice=flag.notice)
    return note(f"{said} {flag.say}" if flag.say else said, title=cards.soon.title)


def soon_in_public(cards: Cards) -> Section:
    """Return what stands in a channel instead of the note: nobody's health is told to others."""
    return note(cards.soon.public)
