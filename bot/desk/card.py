"""A card: what a face draws, whatever the face."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.library import Level
from bot.stretching.pick import ANY, Wish


class Tone(StrEnum):
    """How grave a card is; a face picks the colour."""

    CALM = "calm"
    CHOICE = "choice"
    UNSURE = "unsure"
    SOON = "soon"
    TODAY = "today"
    URGENT = "urgent"
    CRISIS = "crisis"

    @property
    def grave(self) -> bool:
        """Whether a card of this tone tells somebody to reach a person now or today."""
        return self in (Tone.TODAY, Tone.URGENT, Tone.CRISIS)


class Shape(StrEnum):
    """How the lines of a section are set."""

    CALL = "call"
    TEXT = "text"
    POINTS = "points"
    STEPS = "steps"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together, under an optional title."""

    shape: Shape
    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class ShowTopic:
    """A button that answers with a topic."""

    topic: str


@dataclass(frozen=True, slots=True)
class ShowStretch:
    """A button that shows a stretch (`id` or `id:variant`) to who wished for so much, its name apart."""

    stretch: str
    wish: Wish = ANY


@dataclass(frozen=True, slots=True)
class NoneOfThese:
    """A button that turns all choices down."""


class CheckReply(StrEnum):
    """What an asker says to a check, or to an urgent card that missed the point, and then to its question."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    NOT_ME = "not-me"
    STILL_NO = "still"


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """A button under a check or urgent card. `topic` is the nearest topic, to go on with; it may be empty."""

    flag: str
    level: Level
    reply: CheckReply
    topic: str


@dataclass(frozen=True, slots=True)
class ShowWarning:
    """A button under the public line of a warning: shows the rest to the asker alone."""

    flag: str
    level: Level
    topic: str
    doubtful: bool


class Where(StrEnum):
    """Where a card will stand, which decides the buttons under an answer."""

    TERMINAL = "terminal"
    PRIVATE = "private"
    PUBLIC = "public"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Vote:
    """A button that says whether an answer helped."""

    topic: str
    helpful: bool


@dataclass(frozen=True, slots=True)
class ShareTopic:
    """A button under a private answer: post it in the channel, without the question."""

    topic: str


@dataclass(frozen=True, slots=True)
class SendTopic:
    """A button that sends an answer to one's own direct messages."""

    topic: str


@dataclass(frozen=True, slots=True)
class Dismiss:
    """A button under a public answer that takes it away: for the asker and for staff."""


@dataclass(frozen=True, slots=True)
class ThatHurts:
    """A button under a stretch: it hurts."""

    stretch: str
    wish: Wish = ANY


@dataclass(frozen=True, slots=True)
class AnswerHurts:
    """What kind of pain a stretch gave: of a nerve (tingling, numb, shooting) or a plain ache."""

    stretch: str
    nerve: bool
    wish: Wish = ANY


Action = (
    ShowTopic
    | ShowStretch
    | NoneOfThese
    | AnswerCheck
    | ShowWarning
    | ThatHurts
    | AnswerHurts
    | Vote
    | ShareTopic
    | SendTopic
    | Dismiss
)


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: what it says (at most 80 characters on Discord) and what it does."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of knowledge/pictures/, by its name without suffix, and its words for who cannot see it."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One reply, in the order it is read; a picture comes first.

    `names_clinic` says that it sends people to the clinic, so that it must tell when nobody is there.
    """

    tone: Tone
    title: str
    sections: tuple[Section, ...]
    buttons: tuple[Button, ...] = ()
    footer: str = ""
    picture: Picture | None = None
    names_clinic: bool = False


def call(line: str) -> Section:
    """Return whom to call, which stands alone and loud."""
    return Section(Shape.CALL, (line,))


def text(*lines: str, title: str = "") -> Section:
    """Return running text."""
    return Section(Shape.TEXT, lines, title)


def points(*lines: str, title: str = "") -> Section:
    """Return a list of points."""
    return Section(Shape.POINTS, lines, title)


def steps(*lines: str, title: str = "") -> Section:
    """Return numbered steps."""
    return Section(Shape.STEPS, lines, title)


def note(*lines: str, title: str = "") -> Section:
    """Return a remark set apart: a caution, a source, a line to remember."""
    return Section(Shape.NOTE, lines, title)
