"""What Limber says of its own accord: warnings, notices, the frame of an answer (knowledge/cards.toml)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, ClassVar, get_type_hints

from annotated_types import MaxLen, MinLen

from bot.library.care import STRICT, Text

Title = Annotated[str, MinLen(1), MaxLen(200)]
"""Discord takes 256 characters; what fills a brace needs some of them."""

Label = Annotated[str, MinLen(1), MaxLen(80)]
"""What a button says: Discord takes 80 characters."""

Lines = Annotated[tuple[Text, ...], MinLen(1)]
"""Texts that each stand on a line of their own."""


class Holds:
    """The names in braces that each key of a card must hold: the clinic's, or what the card itself fills in there."""

    def __init__(self, **names: str) -> None:
        self.names = {key: tuple(spoken.split()) for key, spoken in names.items()}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one card. Every key must be there, and no other."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT


@dataclass(frozen=True, slots=True)
class Short(Words):
    """A title and what is said under it."""

    title: Title
    lead: Lines


@dataclass(frozen=True, slots=True)
class Noted(Short):
    """A short card with a note at its end."""

    note: Lines


@dataclass(frozen=True, slots=True)
class Listed(Noted):
    """A card with points between lead and note."""

    points: Lines


@dataclass(frozen=True, slots=True)
class Titled(Words):
    """A title alone: what is under it comes from elsewhere."""

    title: Title


@dataclass(frozen=True, slots=True)
class Calling(Listed):
    """A card whose first line says whom to call."""

    call: Text


@dataclass(frozen=True, slots=True)
class Warned(Calling):
    """`wrote` is said where a sign stands in the asker's own words, `guess` where it is only thought to be there."""

    wrote: Text
    guess: Text


@dataclass(frozen=True, slots=True)
class Emergency(Warned):
    """`swallowed` is one point more where something may have been swallowed."""

    swallowed: Text


@dataclass(frozen=True, slots=True)
class Public(Titled):
    """Whom to call for each kind of warning, and `more` under it; `question` and `check` where one is still asked.

    `show` is the button that shows the rest to the asker alone.
    """

    emergency: Text
    same_day: Text
    maternity: Text
    safety: Text
    crisis: Text
    more: Text
    question: Text
    check: Text
    show: Label


@dataclass(frozen=True, slots=True)
class Check(Noted):
    """`emergency`, `same_day`, `maternity` and `safety` say whom to call; the rest are buttons."""

    emergency: Text
    same_day: Text
    maternity: Text
    safety: Text
    yes: Label
    no: Label
    unsure: Label


@dataclass(frozen=True, slots=True)
class Soon(Titled):
    """The note above an answer, on what was written or as a guess, and the line that stands in a channel instead."""

    wrote: Text
    guess: Text
    public: Text


@dataclass(frozen=True, slots=True)
class AnswerFrame(Words):
    """Titles and lines round a topic's own words."""

    stretches: Title
    invitation: Text
    sources: Title
    pointer: Text
    low_mood: Text
    closed: Text


@dataclass(frozen=True, slots=True)
class Footer(Words):
    """Parts of the small line at the foot."""

    bot: Text
    article: Text
    clinic: Text
    reviewed: Text
    unreviewed: Text
    stop: Text


@dataclass(frozen=True, slots=True)
class Suggestions(Short):
    """`none` is the button that turns all choices down."""

    none: Label


@dataclass(frozen=True, slots=True)
class Unread(Short):
    """`english` stands under lines in another language."""

    points: Lines
    english: Text


@dataclass(frozen=True, slots=True)
class Outside(Titled):
    """What stands above and below the words for a kind of message that the FAQ is not about."""

    note: Lines


@dataclass(frozen=True, slots=True)
class Buttons(Words):
    """Buttons that stand under several cards."""

    helpful: Label
    not_helpful: Label
    share: Label
    send: Label
    dismiss: Label
    not_me: Label
    hurts: Label
    next: Label
    another: Label
    easier: Label
    harder: Label


@dataclass(frozen=True, slots=True)
class StretchFrame(Words):
    """Titles of a stretch's parts, and the line that holds for every stretch."""

    gently: Title
    how: Title
    how_much: Title
    general: Text
    feel: Title
    stop: Title
    cautions: Title


@dataclass(frozen=True, slots=True)
class Amount(Words):
    """How hold, repetitions and sides are told."""

    line: Text
    gentle: Text
    second: Text
    seconds: Text
    once: Text
    times: Text
    each_side: Text
    in_all: Text


@dataclass(frozen=True, slots=True)
class Routine(Titled):
    """The lines of a routine."""

    warm_up: Text
    step: Text
    step_each_side: Text
    rest: Text


@dataclass(frozen=True, slots=True)
class NoRoutine(Titled):
    """Which lengths a routine may have."""

    lead: Text


@dataclass(frozen=True, slots=True)
class Withheld(Titled):
    """Why no stretch is offered, in a line for each reason."""

    unknown_name: Text
    no_fit: Text
    no_time: Text
    unsafe_place: Text
    unsafe: Text
    unsafe_stretch: Text
    unchecked: Text
    instead: Text
    note: Lines


@dataclass(frozen=True, slots=True)
class Hurts(Noted):
    """The two buttons under the question what kind of pain it was."""

    nerve: Label
    ache: Label


@dataclass(frozen=True, slots=True)
class Thanks(Titled):
    """What is said to a vote; `person` only to one that was not helped."""

    helpful: Text
    not_helpful: Text
    person: Text


@dataclass(frozen=True, slots=True)
class Privacy(Noted):
    """`line` tells one thing that is kept; `nothing` and `forget` are promises, each a line of its own."""

    nothing: Text
    kept: Title
    line: Text
    person: Text
    nobody: Text
    forget: Text


@dataclass(frozen=True, slots=True)
class Forgotten(Titled):
    """What was deleted, by how many votes it was, and that this was all."""

    none: Text
    one: Text
    several: Text
    rest: Text


@dataclass(frozen=True, slots=True)
class Chat(Short):
    """The help of `limber chat`."""

    points: Lines
    footer: Text


@dataclass(frozen=True, slots=True)
class Cards:
    """Every card by the name of its table, with what its keys must hold."""

    emergency: Annotated[
        Emergency,
        Holds(call="emergency_number", wrote="quoted", guess="notice", swallowed="poison_line", note="clinic_contact"),
    ]
    same_day: Annotated[
        Warned,
        Holds(call="urgent_line", wrote="quoted", guess="notice", points="emergency_number", note="clinic_contact"),
    ]
    maternity: Annotated[
        Warned, Holds(wrote="quoted", guess="notice", points="emergency_number", note="clinic_contact")
    ]
    safety: Annotated[Calling, Holds(call="emergency_number", points="abuse_line", note="clinic_contact")]
    crisis: Annotated[Calling, Holds(call="crisis_line", points="emergency_number", note="clinic_contact")]
    public: Annotated[
        Public,
        Holds(
            emergency="emergency_number",
            same_day="urgent_line emergency_number",
            maternity="emergency_number",
            safety="emergency_number",
            crisis="crisis_line emergency_number",
            check="emergency_number",
        ),
    ]
    check: Annotated[
        Check,
        Holds(
            lead="question",
            note="help",
            emergency="emergency_number",
            same_day="urgent_line",
            safety="emergency_number abuse_line",
        ),
    ]
    not_me: Annotated[Noted, Holds(note="notice emergency_number")]
    soon: Annotated[Soon, Holds(wrote="quoted", guess="notice")]
    answer: Annotated[AnswerFrame, Holds(pointer="emergency_number", low_mood="crisis_line", closed="when")]
    footer: Annotated[Footer, Holds(reviewed="who date")]
    suggestions: Suggestions
    unknown: Annotated[Listed, Holds(points="clinic_contact", note="emergency_number")]
    unread: Annotated[Unread, Holds(points="emergency_number clinic_contact")]
    outside: Annotated[Outside, Holds(note="emergency_number")]
    topics: Titled
    buttons: Annotated[Buttons, Holds(next="stretch", another="stretch", easier="stretch", harder="stretch")]
    stretch: StretchFrame
    amount: Annotated[Amount, Holds(line="held times sides", gentle="held times sides", seconds="count", times="count")]
    routine: Annotated[Routine, Holds(title="minutes", step="stretch held times", step_each_side="stretch held times")]
    no_routine: Annotated[NoRoutine, Holds(lead="shortest longest minutes")]
    several: Titled
    withheld: Annotated[
        Withheld,
        Holds(
            unknown_name="name",
            no_time="minutes",
            unsafe_place="instead",
            unsafe="instead",
            unsafe_stretch="stretch reason instead",
            note="clinic_contact",
        ),
    ]
    hurts: Annotated[Hurts, Holds(note="emergency_number")]
    nerve: Annotated[Listed, Holds(points="urgent_line emergency_number")]
    ache: Annotated[Listed, Holds(note="clinic_contact")]
    slowly: Annotated[Short, Holds(lead="seconds")]
    above: Annotated[Short, Holds(lead="link")]
    thanks: Annotated[Thanks, Holds(person="clinic_contact")]
    sent: Short
    shared: Annotated[Short, Holds(lead="link")]
    not_served: Short
    no_words: Short
    closed_messages: Short
    not_allowed: Short
    not_kept: Short
    gone: Short
    not_yours: Short
    error: Annotated[Noted, Holds(note="incident emergency_number")]
    privacy: Annotated[Privacy, Holds(line="what whose days why")]
    forgotten: Annotated[Forgotten, Holds(several="count")]
    chat: Chat

    def texts(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield table, key and texts of everything that is said, table by table."""
        for table in fields(self):
            words = getattr(self, table.name)
            for key in fields(words):
                said = getattr(words, key.name)
                yield table.name, key.name, (said,) if isinstance(said, str) else said


def kinds() -> dict[str, type[Words]]:
    """Return the class of each table."""
    return get_type_hints(Cards)


@cache
def _hints() -> dict[str, object]:
    """Return the annotation of each table."""
    return get_type_hints(Cards, include_extras=True)


def held(table: str, key: str) -> tuple[str, ...]:
    """Return the names in braces that a key must hold."""
    return next((holds.names.get(key, ()) for holds in getattr(_hints()[table], "__metadata__", ())), ())


def blank(kind: type[Words]) -> Words:
    """Return a card without words. It stands for one that could not be read, in a library that is never served."""
    hints = get_type_hints(kind)
    return kind(**{key.name: "" if hints[key.name] is str else () for key in fields(kind)})
