"""Cards for stretches: one, a list to choose from, or why nothing is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.desk.answers import BOT, footer, label
from bot.desk.card import (
    AnswerHurts,
    Button,
    Card,
    Picture,
    Section,
    ShowStretch,
    ThatHurts,
    Tone,
    note,
    points,
    steps,
    text,
)
from bot.library import Library, Stretch
from bot.stretching.pick import ANY, Pick, Picks, Wish, pick
from bot.stretching.picture import alt_text
from bot.stretching.routine import LONGEST, SHORTEST, Part, held

HURTS_QUESTION = "Was it tingling, numbness, or a shooting or electric pain?"
GENERAL = "Move in slowly, do not bounce, keep breathing. A pull is right, pain is too far."
MOST_LISTED = 8
STOP = f"Stop if anything hurts. {BOT}"


def dose_line(pick: Pick) -> str:
    """Say hold × repetitions × sides in one line; to begin with half the hold where a care asks for gentle."""
    variant = pick.variant
    sides = "each side" if variant.sides == 2 else "in all"
    times = "once" if variant.repetitions == 1 else f"{variant.repetitions} times"
    return f"Hold {held(pick)}{' to begin with' if pick.gentle else ''}, {times} {sides}."


def stretch_card(library: Library, pick: Pick, wish: Wish = ANY, after: Pick | None = None) -> Card:
    """Return one stretch in the order one reads it on a phone; `after` is what comes next of what was wished for."""
    stretch, variant = pick.stretch, pick.variant
    drawn = library.pictures.get(stretch.picture(variant))
    sections: list[Section] = [text(stretch.body)]
    if pick.gentle:
        sections.append(_gently(library, wish))
    sections += [
        steps(*variant.steps, title="How"),
        text(dose_line(pick), GENERAL, title="How much"),
        text(stretch.feel, title="What you should feel"),
        note(stretch.stop, title="When to stop"),
        note(*stretch.cautions, title="Take care"),
    ]
    return Card(
        Tone.CALM,
        stretch.title(variant),
        tuple(sections),
        tuple(_neighbours(library, pick, wish, after)),
        footer(stretch),
        Picture(drawn.name, alt_text(stretch, variant, drawn)) if drawn else None,
    )


def _neighbours(library: Library, pick: Pick, wish: Wish, after: Pick | None) -> Iterator[Button]:
    """Yield buttons to what comes after, to an easier and a harder stretch, and the one for when it hurts."""
    if after:
        yield _button(after, wish, "Next: " if wish.minutes else "Another: ")
    for word, reference in (("Easier", pick.stretch.easier), ("Harder", pick.stretch.harder)):
        if near := _allowed(library, reference, wish):
            yield _button(near, Wish(cares=wish.cares), f"{word}: ")
    yield Button("That hurts", ThatHurts(pick.key, replace(wish, name=None)))


def _allowed(library: Library, reference: str, wish: Wish) -> Pick | None:
    """Return the stretch that a reference names, unless there is none or a care of the asker withholds it."""
    found = library.variant(reference) if reference else None
    if found is None:
        return None
    stretch, variant = found
    return next(iter(pick(library, Wish(stretch.key(variant), cares=wish.cares)).offered), None)


def _button(pick: Pick, wish: Wish, word: str = "") -> Button:
    """Return the button that shows a stretch and remembers what was wished for."""
    return Button(label(f"{word}{pick.stretch.title(pick.variant)}"), ShowStretch(pick.key, replace(wish, name=None)))


def _gently(library: Library, wish: Wish) -> Section:
    return note(*(library.cares[care].line for care in wish.cares), title="Gently")


def routine_card(library: Library, parts: Sequence[Part], wish: Wish) -> Card:
    """Return a routine step by step, with the minute each part begins."""
    lines, at = [], 0
    for part in parts:
        lines.append(f"{at // 60}:{at % 60:02} – {part.words}")
        at += part.seconds
    sections = [points(*lines), text(GENERAL)]
    picks = [part.pick for part in parts if part.pick]
    if any(pick.gentle for pick in picks):
        sections.append(_gently(library, wish))
    buttons = tuple(_button(pick, wish) for pick in picks[:MOST_LISTED])
    return Card(Tone.CALM, f"A routine of {wish.minutes} minutes", tuple(sections), buttons, STOP)


def no_routine_card(minutes: int) -> Card:
    """Say which lengths a routine may have."""
    line = f"A routine takes {SHORTEST} to {LONGEST} minutes, not {minutes}. Ten minutes a day is a good start."
    return Card(Tone.UNSURE, "No routine of that length", (text(line),), (), BOT)


def hurts_card(action: ThatHurts) -> Card:
    """Ask the one question that matters when a stretch hurts."""
    key, wish = action.stretch, action.wish
    return Card(
        Tone.SOON,
        "Stop that stretch first",
        (
            text("Come out of it slowly and rest a moment.", HURTS_QUESTION),
            note("If a leg is weak, both legs tingle, or you cannot feel when you pee: call {emergency_number} now."),
        ),
        (
            Button("Yes, that kind of pain", AnswerHurts(key, nerve=True, wish=wish)),
            Button("No, a plain ache or pull", AnswerHurts(key, nerve=False, wish=wish)),
        ),
        BOT,
    )


def nerve_card() -> Card:
    """Say what to do when a stretch sent tingling, numbness or shooting pain."""
    return Card(
        Tone.SOON,
        "Leave this stretch out",
        (
            text("That kind of feeling comes from a nerve, not from the muscle. Do not stretch into it."),
            points(
                "Walk a little, and change position often.",
                "Have it looked at: call {urgent_line} today if it stays or if a leg feels weak.",
                "Both legs, numb between the legs, or trouble to pee: call {emergency_number} now.",
            ),
            note("You can ask the clinic: {clinic_contact}."),
        ),
        (),
        BOT,
    )


def ache_card(library: Library, stretch: Stretch, wish: Wish = ANY) -> Card:
    """Say what to do when a stretch only ached."""
    easier = _allowed(library, stretch.easier, wish)
    buttons = (_button(easier, Wish(cares=wish.cares), "Easier: "),) if easier else ()
    return Card(
        Tone.CALM,
        "Go easier",
        (
            text("A pull is right, pain is too far. Do less of it, or take an easier one."),
            points("Half the way and half the time are fine.", "Try again on another day, when you are warm."),
            note("If it keeps hurting, leave it out and ask the clinic: {clinic_contact}."),
        ),
        buttons,
        BOT,
    )


def picks_card(library: Library, picks: Picks, wish: Wish = ANY) -> Card:
    """Return the stretches that fit, or the reason why none does."""
    if not picks.offered:
        return Card(
            Tone.UNSURE,
            "No stretch for now",
            (text(picks.withheld), note("Ask a person: {clinic_contact}.")),
            (),
            BOT,
        )
    if len(picks.offered) == 1:
        return stretch_card(library, picks.offered[0], wish)
    listed = picks.offered[:MOST_LISTED]
    lines = tuple(f"{p.stretch.title(p.variant)}: {dose_line(p)}" for p in listed)
    sections = [points(*lines)]
    if any(pick.gentle for pick in listed):
        sections.append(_gently(library, wish))
    buttons = tuple(_button(pick, wish) for pick in listed)
    return Card(Tone.CALM, "Stretches that fit", tuple(sections), buttons, STOP)
