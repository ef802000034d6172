"""Cards for stretches: one, a list to choose from, or why nothing is offered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.desk.answers import BOT, footer, label
from bot.desk.card import Button, Card, Section, ShowStretch, Tone, note, points, steps, text
from bot.library import Care, Library, Stretch, Variant
from bot.stretching.pick import Pick, Picks

GENERAL = "Move in slowly, do not bounce, keep breathing. A pull is right, pain is too far."
MOST_LISTED = 8


def dose_line(variant: Variant) -> str:
    """Say hold × repetitions × sides in one line."""
    sides = "each side" if variant.sides == 2 else "in all"
    times = "once" if variant.repetitions == 1 else f"{variant.repetitions} times"
    return f"Hold {variant.hold_seconds} seconds, {times} {sides}."


def stretch_card(library: Library, pick: Pick, cares: Sequence[Care] = ()) -> Card:
    """Return one stretch in the order one reads it on a phone."""
    stretch, variant = pick.stretch, pick.variant
    sections: list[Section] = [text(stretch.body)]
    if pick.gentle:
        sections.append(note(*(library.cares[care].line for care in cares), title="Gently"))
    sections += [
        steps(*variant.steps, title="How"),
        text(dose_line(variant), GENERAL, title="How much"),
        text(stretch.feel, title="What you should feel"),
        note(stretch.stop, title="When to stop"),
        note(*stretch.cautions, title="Take care"),
    ]
    return Card(
        Tone.CALM,
        stretch.title(variant),
        tuple(sections),
        tuple(_neighbours(library, stretch)),
        footer(stretch),
    )


def _neighbours(library: Library, stretch: Stretch) -> list[Button]:
    """Return buttons to an easier and a harder stretch."""
    found = []
    for word, reference in (("Easier", stretch.easier), ("Harder", stretch.harder)):
        if reference and (near := library.variant(reference)):
            found.append(Button(label(f"{word}: {near[0].title(near[1])}"), ShowStretch(reference)))
    return found


def picks_card(library: Library, picks: Picks, cares: Sequence[Care] = ()) -> Card:
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
        return stretch_card(library, picks.offered[0], cares)
    listed = picks.offered[:MOST_LISTED]
    lines = tuple(
        f"{p.stretch.title(p.variant)}: {dose_line(p.variant)}{' Gently.' if p.gentle else ''}" for p in listed
    )
    sections = [points(*lines)]
    if any(pick.gentle for pick in listed):
        sections.append(note(*(library.cares[care].line for care in cares), title="Gently"))
    buttons = tuple(Button(label(p.stretch.title(p.variant)), ShowStretch(p.key)) for p in listed)
    return Card(Tone.CALM, "Stretches that fit", tuple(sections), buttons, f"Stop if anything hurts. {BOT}")
