"""Other languages: by what they are known, and what is said to whoever writes in one (knowledge/languages.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import MinLen

from bot.library.cards import Short
from bot.library.care import STRICT, Text

FILE = "languages.toml"


class Script(StrEnum):
    """The letters of a language, as Unicode names them."""

    LATIN = "Latin"
    CYRILLIC = "Cyrillic"
    ARABIC = "Arabic"
    DEVANAGARI = "Devanagari"
    BENGALI = "Bengali"
    GURMUKHI = "Gurmukhi"
    CJK = "CJK"


Phrases = Annotated[tuple[Text, ...], MinLen(1)]


@dataclass(frozen=True, slots=True)
class Says:
    """Grave phrases of a language by what they tell of, and `idioms`: harmless ones that hold such a phrase."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    crisis: Phrases
    urine: Phrases
    chest: Phrases
    paralysis: Phrases
    idioms: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """A language that Limber does not read. `name` is its own for itself.

    `words` are parted by spaces. `letters` are such as no other language of this script has. `unsigned` stands on its
    cards until somebody who speaks it has read them (`reviewed_by`).
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    name: Text
    unsigned: Text
    unread: Short
    emergency: Short
    crisis: Short
    says: Says
    script: Script = Script.LATIN
    letters: str = ""
    words: str = ""
    reviewed_by: str = ""
    reviewed_on: date | None = None

    @property
    def signed(self) -> bool:
        """Whether a speaker of the language has read its texts."""
        return bool(self.reviewed_by and self.reviewed_on)
