"""Cards for stretches: one, a list to choose from, a routine, what to do when one hurts, or why nothing is offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.desk.answers import footer, label
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
from bot.library import Cards, Care, Library, Stretch, Variant
from bot.library.cards import Amount
from bot.library.placeholders import put
from bot.stretching.pick import ANY, Pick, Reason, Wish, Withheld, allowed
from bot.stretching.picture import alt_text
from bot.stretching.routine import Part, Phase, hold_of

MOST_LISTED = 8


def amount_line(words: Amount, pick: Pick) -> str:
    """Say hold × repetitions × sides in one line; to begin with half the hold where a care asks for gentle."""
    line = words.gentle if pick.gentle else words.line
    sides = words.each_side if pick.variant.sides == 2 else words.in_all
    return put(line, held=_held(words, pick), times=_times(words, pick.variant.repetitions), sides=sides)


def _held(words: Amount, pick: Pick) -> str:
    seconds = hold_of(pick)
    return words.second if seconds == 1 else put(words.seconds, count=seconds)


def _times(words: Amount, count: int) -> str:
    return words.once if count == 1 else put(words.times, count=count)


def stretch_card(library: Library, pick: Pick, wish: Wish = ANY, after: Pick | None = None) -> Card:
    """Return one stretch in the order one reads it on a phone; `after` is what comes next of what was wished for."""
    stretch, variant, words = pick.stretch, pick.variant, library.cards.stretch
    drawn = library.pictures.get(stretch.picture(variant))
    sections: list[Section] = [text(stretch.body)]
    if pick.gentle:
        sections.append(_gently(library, wish))
    sections += [
        steps(*variant.steps, title=words.how),
        text(amount_line(library.cards.amount, pick), words.general, title=words.how_much),
        text(stretch.feel, title=words.feel),
        note(stretch.stop, title=words.stop),
        note(*stretch.cautions, title=words.cautions),
    ]
    return Card(
        Tone.CALM,
        stretch.title(variant),
        tuple(sections),
        tuple(_neighbours(library, pick, wish, after)),
        footer(library.cards, stretch),
        Picture(drawn.name, alt_text(stretch, variant, drawn)) if drawn else None,
    )


def _neighbours(library: Library, pick: Pick, wish: Wish, after: Pick | None) -> Iterator[Button]:
    """Yield buttons to what comes after, to an easier and a harder stretch, and the one for when it hurts."""
    words = library.cards.buttons
    if after:
        yield _button(after, wish, words.next if wish.minutes else words.another)
    for said, reference in ((words.easier, pick.stretch.easier), (words.harder, pick.stretch.harder)):
        if near := _near(library, reference, wish):
            yield _button(near, Wish(cares=wish.cares), said)
    yield Button(words.hurts, ThatHurts(pick.key, replace(wish, name=None)))


def _near(library: Library, reference: str, wish: Wish) -> Pick | None:
    """Return the stretch that a reference names, unless there is none or a care of the asker withholds it."""
    found = library.variant(reference) if reference else None
    return allowed(*found, wish.cares) if found else None


def _button(pick: Pick, wish: Wish, said: str = "{stretch}") -> Button:
    """Return the button that shows a stretch and remembers what was wished for."""
    shown = put(said, stretch=pick.stretch.title(pick.variant))
    return Button(label(shown), ShowStretch(pick.key, replace(wish, name=None)))


def _gently(library: Library, wish: Wish) -> Section:
    return note(*(library.cares[care].line for care in wish.cares), title=library.cards.stretch.gently)


def _stop(cards: Cards) -> str:
    return f"{cards.footer.stop} {cards.footer.bot}"


def routine_card(library: Library, parts: Sequence[Part], wish: Wish) -> Card:
    """Return a routine step by step, with the minute each part begins."""
    cards = library.cards
    lines, at = [], 0
    for part in parts:
        lines.append(f"{at // 60}:{at % 60:02} – {_part_line(cards, part)}")
        at += part.seconds
    sections = [points(*lines), text(cards.stretch.general)]
    picks = [part.pick for part in parts if part.pick]
    if any(pick.gentle for pick in picks):
        sections.append(_gently(library, wish))
    buttons = tuple(_button(pick, wish) for pick in picks[:MOST_LISTED])
    title = put(cards.routine.title, minutes=wish.minutes)
    return Card(Tone.CALM, title, tuple(sections), buttons, _stop(cards))


def _part_line(cards: Cards, part: Part) -> str:
    """Say what to do in a part of a routine."""
    words = cards.routine
    if part.pick is None:
        return words.warm_up if part.phase is Phase.WARM_UP else words.rest
    line = words.step_each_side if part.pick.variant.sides == 2 else words.step
    name = part.pick.stretch.title(part.pick.variant)
    return put(line, stretch=name, held=_held(cards.amount, part.pick), times=_times(cards.amount, part.times))


def list_card(library: Library, offered: Sequence[Pick], wish: Wish) -> Card:
    """Return several stretches to choose from."""
    listed = offered[:MOST_LISTED]
    amount = library.cards.amount
    sections = [points(*(f"{pick.stretch.title(pick.variant)}: {amount_line(amount, pick)}" for pick in listed))]
    if any(pick.gentle for pick in listed):
        sections.append(_gently(library, wish))
    buttons = tuple(_button(pick, wish) for pick in listed)
    return Card(Tone.CALM, library.cards.several.title, tuple(sections), buttons, _stop(library.cards))


def withheld_card(cards: Cards, why: str) -> Card:
    """Say why no stretch is offered, and who may know one."""
    words = cards.withheld
    return Card(Tone.UNSURE, words.title, (text(why), note(*words.note)), (), cards.footer.bot)


def withheld_line(library: Library, withheld: Withheld) -> str:
    """Say why nothing is offered."""
    words = library.cards.withheld
    match withheld:
        case Withheld(Reason.CARE, care) if care:
            return f"{library.cares[care].line} {library.cares[care].instead}"
        case Withheld(Reason.STRETCH, care, stretch) if care and stretch:
            named, variant = stretch
            reason = _reason(variant, care) or words.unchecked
            return put(words.unsafe_stretch, stretch=named.title(variant), reason=reason, instead=words.instead)
        case Withheld(Reason.PLACE):
            return put(words.unsafe_place, instead=words.instead)
        case Withheld(Reason.ALL):
            return put(words.unsafe, instead=words.instead)
        case _:
            return words.no_fit


def _reason(variant: Variant, care: Care) -> str:
    """Return what the stretch's file says of a care, without the references; nothing where it says nothing."""
    cell = variant.care.get(care)
    return cell.why.split(" [")[0].rstrip(".") + "." if cell else ""


def no_routine_card(cards: Cards, why: str) -> Card:
    """Say which lengths a routine may have."""
    return Card(Tone.UNSURE, cards.no_routine.title, (text(why),), (), cards.footer.bot)


def hurts_card(cards: Cards, action: ThatHurts) -> Card:
    """Ask the one question that matters when a stretch hurts."""
    words = cards.hurts
    replies = ((words.nerve, True), (words.ache, False))
    return Card(
        Tone.SOON,
        words.title,
        (text(*words.lead), note(*words.note)),
        tuple(Button(said, AnswerHurts(action.stretch, nerve=nerve, wish=action.wish)) for said, nerve in replies),
        cards.footer.bot,
    )


def nerve_card(cards: Cards) -> Card:
    """Say what to do when a stretch sent tingling, numbness or shooting pain."""
    words = cards.nerve
    said = (text(*words.lead), points(*words.points), note(*words.note))
    return Card(Tone.SOON, words.title, said, (), cards.footer.bot)


def ache_card(library: Library, stretch: Stretch, wish: Wish = ANY) -> Card:
    """Say what to do when a stretch only ached."""
    words, easier = library.cards.ache, _near(library, stretch.easier, wish)
    buttons = (_button(easier, Wish(cares=wish.cares), library.cards.buttons.easier),) if easier else ()
    said = (text(*words.lead), points(*words.points), note(*words.note))
    return Card(Tone.CALM, words.title, said, buttons, library.cards.footer.bot)
