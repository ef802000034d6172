"""One FAQ topic (knowledge/topics/<id>.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import MaxLen, MinLen

from bot.library.care import STRICT, Care, Text

MOST_STRETCHES = 3
"""A card shows at most three stretches: more is a list, not an answer."""


class Origin(StrEnum):
    """Where a topic's answer comes from."""

    ARTICLE = "article"
    CLINIC = "clinic"


class Theme(StrEnum):
    """A shelf for browsing."""

    HAMSTRINGS = "hamstrings"
    STRETCHING = "stretching"
    DAILY_LIFE = "daily-life"
    BACK_PAIN = "back-pain"
    NERVES_DISCS = "nerves-discs"
    TREATMENT = "treatment"
    GETTING_HELP = "getting-help"
    SPECIAL = "special"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Source:
    """A page the facts of an answer were read on."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    title: Text
    url: Annotated[str, MinLen(8)]


@dataclass(frozen=True, slots=True)
class Body:
    """What the patient reads: the answer, two to four points, one line of caution."""

    lead: str
    points: tuple[str, ...]
    caution: str

    @property
    def text(self) -> str:
        """The whole body as running text, for the check of its words, length and reading grade."""
        return " ".join((self.lead, *self.points, self.caution))


@dataclass(frozen=True, slots=True)
class Topic:
    """A question the clinic answers, the ways people ask it, and the answer.

    `stretches` names a stretch as `id` or `id:variant`. `care` lists the states the asker is in by the
    topic's own words, so that no stretch is offered that one of them withholds. `reviewed_hash` is the
    hash of the body that was signed: when the text has changed since, the topic counts as unsigned. `needs` names the
    concept a message has to speak of before this topic may be its answer, if any: what is for a child's parents is for
    nobody else. `broad` says that it answers a bare complaint: its card leads on to the topics nearest to the words.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    body: Body
    body_hash: str
    question: Annotated[str, MinLen(8), MaxLen(200)]
    asked_as: tuple[Text, ...]
    origin: Origin
    claims: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    stretches: Annotated[tuple[Text, ...], MaxLen(MOST_STRETCHES)] = ()
    stretch_note: str = ""
    related: Annotated[tuple[Text, ...], MaxLen(4)] = ()
    care: tuple[Care, ...] = ()
    needs: str = ""
    broad: bool = False
    theme: Theme = Theme.BACK_PAIN
    pointer: bool = False
    handover: bool = False
    reviewed_by: str = ""
    reviewed_on: date | None = None
    reviewed_hash: str = ""

    @property
    def signed(self) -> bool:
        """Whether a clinician has signed the text as it stands now."""
        return bool(self.reviewed_by and self.reviewed_on and self.reviewed_hash == self.body_hash)
