"""Cards for warning signs: whom to call, the one plain question, and the notes on a normal card."""

from __future__ import annotations

from bot.desk.card import AnswerCheck, Button, Card, CheckReply, Section, ShowWarning, Tone, call, note, points, text
from bot.library import Cards, Flag, Level, Library
from bot.library.cards import Calling, Check, Public, Soon, Warned
from bot.library.placeholders import put

RF_OTHER = "rf-other-emergency"
"""The flag whose card adds the poison line (docs/sources.md, "Warning signs")."""

RF_PREGNANCY = "rf-pregnancy"
"""The flag that is told to a maternity unit, unless it is an emergency."""

RF_ABUSE = "rf-abuse"
"""The flag with a card of its own: nobody who was hurt by somebody is told to be examined first."""

_TONES = {Level.CRISIS: Tone.CRISIS, Level.EMERGENCY: Tone.URGENT}

LAST_WORDS = "Call {number} now, or go to the nearest emergency department."
"""What is said when even the words of cards.toml cannot be: the one sentence for patients that stands in the code."""


def urgent_card(
    cards: Cards, flag: Flag, level: Level, topic: str, wrote: tuple[str, ...] = (), *, told: bool = False
) -> Card:
    """Return the card for a sign that needs a person.

    `topic` is the nearest one, to come back to. `wrote`: what of the asker's words is the sign; none where it is a
    guess, or where the words are not at hand any more. `told`: they have said so to the flag's question.
    """
    not_me = (Button(cards.buttons.not_me, AnswerCheck(flag.id, level, CheckReply.NOT_ME, topic)),)
    buttons = () if told else not_me
    if level is Level.CRISIS:
        return crisis_card(cards)
    if flag.id == RF_ABUSE:
        return _calling(cards.safety, Tone.CRISIS, buttons)
    words, tone, more = _warned(cards, flag, level)
    why = () if told else (_why(words, flag, wrote), *words.lead)
    said = (
        call(words.call),
        *([text(*why)] if why else []),
        *([text(flag.say)] if flag.say else []),
        points(*words.points, *more),
        note(*words.note),
    )
    return Card(tone, words.title, said, buttons)


def _warned(cards: Cards, flag: Flag, level: Level) -> tuple[Warned, Tone, tuple[str, ...]]:
    """Return the words of a warning, how it looks, and its points beyond those of its kind."""
    if level is Level.EMERGENCY:
        swallowed = (cards.emergency.swallowed,) if flag.id == RF_OTHER else ()
        return cards.emergency, Tone.URGENT, swallowed
    if flag.id == RF_PREGNANCY:
        return cards.maternity, Tone.URGENT, ()
    return cards.same_day, Tone.TODAY, ()


def _why(words: Warned | Soon, flag: Flag, wrote: tuple[str, ...]) -> str:
    """Say what was written, in the asker's own words; or what is only thought to be there, as a guess."""
    quoted = " and ".join(f"\u201c{part}\u201d" for part in wrote)
    return put(words.wrote, quoted=quoted) if quoted else put(words.guess, notice=flag.notice)


def crisis_card(cards: Cards) -> Card:
    """Return the card for thoughts of dying or self-harm. Nothing on it asks, sells or doubts."""
    return _calling(cards.crisis, Tone.CRISIS)


def _calling(words: Calling, tone: Tone, buttons: tuple[Button, ...] = ()) -> Card:
    said = (call(words.call), text(*words.lead), points(*words.points), note(*words.note))
    return Card(tone, words.title, said, buttons)


def public_card(cards: Cards, flag: Flag, level: Level, topic: str, *, doubtful: bool) -> Card:
    """Return the line that stands in a channel: whom to call, never why; the rest is for the asker alone."""
    words = cards.public
    show = (Button(words.show, ShowWarning(flag.id, level, topic, doubtful)),)
    if doubtful:
        return Card(Tone.SOON, words.title, (text(words.question, words.check),), show)
    whom, tone = _in_public(words, flag, level)
    return Card(tone, words.title, (call(whom), text(words.more)), show)


def _in_public(words: Public, flag: Flag, level: Level) -> tuple[str, Tone]:
    """Return whom to call, in words that do not tell others why, and how the card looks."""
    if level is Level.CRISIS:
        return words.crisis, Tone.CRISIS
    if flag.id == RF_ABUSE:
        return words.safety, Tone.SOON
    if level is Level.EMERGENCY:
        return words.emergency, Tone.URGENT
    return (words.maternity, Tone.URGENT) if flag.id == RF_PREGNANCY else (words.same_day, Tone.TODAY)


def plainest_card(cards: Cards, level: Level) -> Card:
    """Return a warning that needs no flag and no button: its title and whom to call."""
    words = {Level.CRISIS: cards.crisis, Level.EMERGENCY: cards.emergency}.get(level, cards.same_day)
    return Card(_TONES.get(level, Tone.TODAY), words.title, (call(words.call),))


def pressed_card(library: Library, action: AnswerCheck | ShowWarning) -> Card:
    """Return the warning that a button leads to: a crisis, and a flag whose file is gone since, need no flag.

    Who says that a warning missed the point is asked the flag's question; any other reply here says yes to it.
    """
    cards, flag = library.cards, library.flags.get(action.flag)
    if action.level is Level.CRISIS:
        return crisis_card(cards)
    if flag is None:
        return plainest_card(cards, action.level)
    match action:
        case ShowWarning(doubtful=True):
            return check_card(cards, flag, action.level, action.topic)
        case ShowWarning():
            return urgent_card(cards, flag, action.level, action.topic)
        case AnswerCheck(reply=CheckReply.NOT_ME):
            return check_card(cards, flag, action.level, action.topic, again=True)
        case AnswerCheck():
            return urgent_card(cards, flag, action.level, action.topic, told=True)


def last_card(number: str) -> Card:
    """Return what is left to say when no other card can be made: it needs nothing but the number."""
    said = LAST_WORDS.format(number=number)
    return Card(Tone.URGENT, said, (call(said),))


def check_card(cards: Cards, flag: Flag, level: Level, topic: str, *, again: bool = False) -> Card:
    """Ask one plain question, with the safety line already on the card; `again` after "That's not me"."""
    words = cards.check
    whom = _whom(words, flag, level)
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


def _whom(words: Check, flag: Flag, level: Level) -> str:
    """Return whom to call if the answer is yes."""
    if flag.id == RF_ABUSE:
        return words.safety
    if level is Level.EMERGENCY:
        return words.emergency
    return words.maternity if flag.id == RF_PREGNANCY else words.same_day


def not_me_card(cards: Cards, flag: Flag) -> Card:
    """Accept that a card missed the point, and keep the door open."""
    words = cards.not_me
    said = (put(line, notice=flag.notice) for line in words.note)
    return Card(Tone.CALM, words.title, (text(*words.lead), note(*said)))


def soon_note(cards: Cards, flag: Flag, wrote: tuple[str, ...] = ()) -> Section:
    """Return the "have this looked at" note that stands above a normal answer; `wrote` as on an urgent card."""
    said = _why(cards.soon, flag, wrote)
    return note(f"{said} {flag.say}" if flag.say else said, title=cards.soon.title)


def soon_in_public(cards: Cards) -> Section:
    """Return what stands in a channel instead of the note: nobody's health is told to others."""
    return note(cards.soon.public)
