"""Cards for warning signs: emergency, same day, crisis, the one plain question, and the notes on a normal card."""

from __future__ import annotations

from bot.desk.card import AnswerCheck, Button, Card, Reply, Section, ShowWarning, Tone, note, points, text
from bot.library import Flag, Level

NO_CHECK_UP = "I am a bot and cannot check you. I may be over-careful, and that is fine."
RF_OTHER = "rf-other-emergency"
"""The flag whose card adds the poison line (care.md §5.4)."""


def urgent_card(flag: Flag, level: Level, topic: str) -> Card:
    """Return the card for a sign that needs a person. `topic` is the nearest one, to come back to."""
    if level is Level.CRISIS:
        return crisis_card()
    not_me = Button("That's not me", AnswerCheck(flag.id, level, Reply.NOT_ME, topic))
    build = _emergency if level is Level.EMERGENCY else _same_day
    return build(flag, not_me)


def _emergency(flag: Flag, not_me: Button) -> Card:
    ask = ["Call {emergency_number}, or go to the nearest emergency department, now."]
    if flag.id == RF_OTHER:
        ask.append("For something swallowed: {poison_line}. Do not make yourself or anyone else sick.")
    ask += [
        "Do not drive yourself if you feel weak, numb or faint.",
        "Leave stretches and exercises alone for now.",
    ]
    return Card(
        Tone.URGENT,
        "Please get help now",
        (
            text(
                "Take a breath. What you describe can need help quickly, so please do not wait.",
                f"You mentioned {flag.notice}.",
            ),
            *_say(flag),
            points(*ask),
            note(NO_CHECK_UP, "After you have called, you can tell the clinic: {clinic_contact}."),
        ),
        (not_me,),
    )


def _same_day(flag: Flag, not_me: Button) -> Card:
    return Card(
        Tone.URGENT,
        "Please talk to someone today",
        (
            text(
                "This is best looked at today, by a person who can examine you.",
                f"You mentioned {flag.notice}.",
            ),
            *_say(flag),
            points(
                "Call {urgent_line} today, or the team that looks after you.",
                "If it gets worse, or you cannot reach anyone: {emergency_number}.",
                "Leave stretches and exercises alone until then.",
            ),
            note(NO_CHECK_UP, "You can also tell the clinic: {clinic_contact}."),
        ),
        (not_me,),
    )


def crisis_card() -> Card:
    """Return the card for thoughts of dying or self-harm. Nothing on it asks, sells or doubts."""
    return Card(
        Tone.CRISIS,
        "Thank you for telling me",
        (
            text("You are not alone with this, and you deserve help right now."),
            points(
                "If you are in danger, or have taken something: call {emergency_number} now.",
                "To talk to someone, day or night: {crisis_line}.",
                "Tell one person near you, and stay with them.",
                "Keep pills and anything else you could hurt yourself with out of reach.",
            ),
            note(
                "I am a bot, so please reach a person.",
                "When the clinic is open, someone there will listen too: {clinic_contact}.",
            ),
        ),
    )


def public_card(flag: Flag, level: Level, topic: str, *, doubtful: bool) -> Card:
    """Return the one calm line that stands in a channel; the rest is for the asker alone."""
    line = "If anything feels wrong right now, call {emergency_number}. There is more for you here, shown to you alone."
    show = Button("Show me", ShowWarning(flag.id, level, topic, doubtful))
    return Card(Tone.SOON, "A word for you first", (text(line),), (show,))


def check_card(flag: Flag, level: Level, topic: str) -> Card:
    """Ask one plain question, with the safety line already on the card."""
    line = "call {emergency_number} now" if level is Level.EMERGENCY else "call {urgent_line} today"
    buttons = [
        Button(label, AnswerCheck(flag.id, level, reply, topic))
        for label, reply in (("Yes", Reply.YES), ("No", Reply.NO), ("I'm not sure", Reply.UNSURE))
    ]
    return Card(
        Tone.SOON,
        "One question first",
        (
            text("Before I answer, one thing matters more:", flag.question),
            note(f"If yes, or if you are worried: {line}.", "I am a bot and cannot check you."),
        ),
        tuple(buttons),
    )


def not_me_card(flag: Flag) -> Card:
    """Accept that a card missed the point, and keep the door open."""
    return Card(
        Tone.CALM,
        "Good, then let's go on",
        (
            text("Sorry for the alarm: I would rather ask once too often."),
            note(f"If {flag.notice} does happen, call {{emergency_number}} or {{urgent_line}}."),
        ),
    )


SOON_IN_PUBLIC = note("A doctor should hear of this in the next days. Ask me with /ask for more: only you see that.")
"""What stands in a channel instead of the note: nobody's health is told to others."""


def soon_note(flag: Flag) -> Section:
    """Return the "have this looked at" note that stands above a normal answer."""
    said = f" {flag.say}" if flag.say else ""
    return note(
        f"You mentioned {flag.notice}. Have this looked at: book a doctor or the clinic in the next days.{said}",
        title="Please have this looked at",
    )


def _say(flag: Flag) -> tuple[Section, ...]:
    return (text(flag.say),) if flag.say else ()
