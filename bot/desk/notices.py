"""Short cards about the conversation itself: one moment, sent, gone, not yours, not saved, something broke."""

from __future__ import annotations

from bot.desk.answers import BOT
from bot.desk.card import Card, Tone, note, text


def slowly_card(seconds: int) -> Card:
    """Ask for a pause."""
    return Card(
        Tone.UNSURE,
        "One moment, please",
        (text(f"That was a lot at once. Ask me again in {max(1, seconds)} seconds."),),
    )


def above_card(link: str) -> Card:
    """Point at the same answer, just posted."""
    return Card(Tone.CALM, "Just answered above", (text(f"The same answer stands here: {link}"),))


def thanks_card(*, helpful: bool) -> Card:
    """Thank for a vote."""
    line = "Good to hear." if helpful else "Thank you for saying so: it helps us write it better."
    more = () if helpful else (text("A person can help you: {clinic_contact}."),)
    return Card(Tone.CALM, "Thank you", (text(line), *more))


def sent_card() -> Card:
    """Say that an answer went to the direct messages."""
    return Card(Tone.CALM, "Sent", (text("It is in your direct messages."),))


def shared_card(link: str) -> Card:
    """Say where a shared answer stands."""
    return Card(Tone.CALM, "Shared", (text(f"It stands here, without your question: {link}"),))


def elsewhere_server_card() -> Card:
    """Say that this server is not served."""
    return Card(Tone.UNSURE, "Not here", (text("I serve another server only. You can write to me directly."),))


def no_words_card() -> Card:
    """Say that a message has no words to answer."""
    return Card(Tone.UNSURE, "Nothing to read", (text("That message has no words I could answer."),))


def closed_dms_card() -> Card:
    """Say that direct messages are closed, and how to open them."""
    line = "Your direct messages are closed for this server. You can open them in its privacy settings."
    return Card(Tone.UNSURE, "I could not send it", (text(line),))


def not_allowed_card(what: str) -> Card:
    """Say that Discord did not let us do something here."""
    return Card(
        Tone.UNSURE,
        "I may not do that here",
        (text(f"I am not allowed to {what} here. You can still ask me with /ask."),),
    )


def not_kept_card() -> Card:
    """Say that something could not be kept or deleted just now."""
    line = "That could not be saved just now. Nothing was lost; please try again in a moment."
    return Card(Tone.UNSURE, "Not saved", (text(line),))


def gone_card() -> Card:
    """Say that what a button points at is no longer there."""
    return Card(
        Tone.UNSURE,
        "That is no longer here",
        (text("The clinic has changed this part since. Please ask again in your own words."),),
        (),
        BOT,
    )


def not_yours_card() -> Card:
    """Say that a button is for somebody else."""
    return Card(
        Tone.UNSURE,
        "That button is for someone else",
        (text("Ask your own question with /ask: only you see it."),),
        (),
        BOT,
    )


def error_card(incident: str) -> Card:
    """Say calmly that something broke, with an id to quote."""
    return Card(
        Tone.UNSURE,
        "Sorry, that did not work",
        (
            text("Something went wrong on our side. Please try again in a moment."),
            note(
                f"If it happens again, tell the clinic this number: {incident}.",
                "If you need help now, call {emergency_number}.",
            ),
        ),
    )
