"""Cards for warning signs: whom to call, the one plain question, and the notes on a normal card."""

from __future__ import annotations

import re

from bot.desk.card import AnswerCheck, Button, Card, CheckReply, Section, ShowWarning, Tone, call, note, points, text
from bot.library import Cards, Flag, Level
from bot.library.cards import Calling, Warned
from bot.library.placeholders import put

RF_OTHER = "rf-other-emergency"
"""The flag whose card adds the poison line (docs/sources.md, "Warning signs")."""

RF_PREGNANCY = "rf-pregnancy"
"""The flag that is told to a maternity unit, unless it is an emergency."""

RF_ABUSE = "rf-abuse"
"""The flag with a card of its own: nobody who was hurt by somebody is told to be examined first."""

_TONES = {Level.CRISIS: Tone.CRISIS, Level.EMERGENCY: Tone.URGENT}

MOST_QUOTED = 3
"""Words of the asker's own that a card repeats: it is a card, not a transcript."""


def urgent_card(cards: Cards, flag: Flag, level: Level, topic: str, wrote: tuple[str, ...] = ()) -> Card:
    """Return the card for a sign that needs a person.

    `topic` is the nearest one, to come back to. `wrote`: what of the asker's words is the sign; none where it is a
    guess, or where the words are not at hand any more.
    """
    not_me = Button(cards.buttons.not_me, AnswerCheck(flag.id, level, CheckReply.NOT_ME, topic))
    if level is Level.CRISIS:
        return crisis_card(cards)
    if flag.id == RF_ABUSE:
        return _calling(cards.safety, Tone.CRISIS, (not_me,))
    if level is Level.EMERGENCY:
        swallowed = (cards.emergency.swallowed,) if flag.id == RF_OTHER else ()
        return _warning(cards.emergency, Tone.URGENT, flag, wrote, not_me, swallowed)
    words = cards.maternity if flag.id == RF_PREGNANCY else cards.same_day
    return _warning(words, Tone.TODAY, flag, wrote, not_me)


def _warning(
    words: Warned, tone: Tone, flag: Flag, wrote: tuple[str, ...], not_me: Button, more: tuple[str, ...] = ()
) -> Card:
    """Return a warning: whom to call, why, what the flag says, what to do meanwhile."""
    quoted = " and ".join(f"\u201c{part}\u201d" for part in wrote[:MOST_QUOTED])
    why = put(words.wrote, quoted=quoted) if quoted else put(words.guess, notice=flag.notice)
    said = (
        call(words.call),
        text(why, *words.lead),
        *([text(flag.say)] if flag.say else []),
        points(*words.points, *more),
        note(*words.note),
    )
    return Card(tone, words.title, said, (not_me,))


def crisis_card(cards: Cards) -> Card:
    """Return the card for thoughts of dying or self-harm. Nothing on it asks, sells or doubts."""
    return _calling(cards.crisis, Tone.CRISIS)


def _calling(words: Calling, tone: Tone, buttons: tuple[Button, ...] = ()) -> Card:
    said = (call(words.call), text(*words.lead), points(*words.points), note(*words.note))
    return Card(tone, words.title, said, buttons)


def as_typed(words: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Return words as they stand in what was typed, with its apostrophes and capitals; as they were read where not.

    Parts that stand close together are one quotation.
    """
    together = _found(_GAP.join(map(_pattern, words)), typed)
    return (together,) if together else tuple(_found(_pattern(part), typed) or part for part in words)


_GAP = r"\W+(?:\w+\W+){0,3}?"


def _pattern(part: str) -> str:
    """Return a pattern of words with any apostrophes in them."""
    return r"\W+".join(r"['\u2019]?".join(map(re.escape, word)) for word in part.split())


def _found(pattern: str, typed: str) -> str:
    found = re.search(pattern, typed, re.IGNORECASE)
    return " ".join(found[0].split()) if found else ""


def public_card(cards: Cards, flag: Flag, level: Level, topic: str, *, doubtful: bool) -> Card:
    """Return the line that stands in a channel: whom to call, never why; the rest is for the asker alone."""
    words = cards.public
    show = Button(words.show, ShowWarning(flag.id, level, topic, doubtful))
    if doubtful:
        return Card(Tone.SOON, words.title, (call(words.check),), (show,))
    lines = {Level.CRISIS: words.crisis, Level.EMERGENCY: words.emergency}
    return Card(_TONES.get(level, Tone.TODAY), words.title, (call(lines.get(level, words.same_day)),), (show,))


def plainest_card(cards: Cards, level: Level) -> Card:
    """Return a warning that needs no flag and no button: its title and whom to call."""
    words = {Level.CRISIS: cards.crisis, Level.EMERGENCY: cards.emergency}.get(level, cards.same_day)
    return Card(_TONES.get(level, Tone.TODAY), words.title, (call(words.call),))


def check_card(cards: Cards, flag: Flag, level: Level, topic: str, *, again: bool = False) -> Card:
    """Ask one plain question, with the safety line already on the card; `again` after "That's not me"."""
    words = cards.check
    whom = words.emergency if level is Level.EMERGENCY else words.same_day
    no = CheckReply.STILL_NO if again else CheckReply.NO
    replies = ((words.yes, CheckReply.YES), (words.no, no), (words.unsure, CheckReply.UNSURE))
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
