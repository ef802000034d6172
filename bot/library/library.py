"""All that the clinic knows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from bot.library.cards import Cards
from bot.library.care import Care, CareText
from bot.library.context_rules import ContextRule
from bot.library.flag import Concept, Flag
from bot.library.language import Language
from bot.library.out_of_scope import Outside
from bot.library.picture import Picture
from bot.library.region import Region
from bot.library.stretch import Stretch, Variant
from bot.library.topic import Topic


@dataclass(frozen=True)
class Library:
    """Topics, stretches, flags, regions, cards and words.

    `words` maps a lay word or phrase to the words the clinic uses ("hammies" → "hamstrings").
    """

    topics: dict[str, Topic]
    stretches: dict[str, Stretch]
    flags: dict[str, Flag]
    concepts: dict[str, Concept]
    context: dict[str, ContextRule]
    regions: dict[str, Region]
    languages: dict[str, Language]
    cares: dict[Care, CareText]
    cards: Cards
    outside: dict[str, Outside]
    pictures: dict[str, Picture]
    words: dict[str, str]
    claims: dict[str, str]

    def variant(self, reference: str) -> tuple[Stretch, Variant] | None:
        """Return the stretch and variant that `id` or `id:variant` names, or None; a bare id means the first."""
        stretch_id, _, variant_id = reference.partition(":")
        stretch = self.stretches.get(stretch_id)
        if stretch is None:
            return None
        if not variant_id:
            return stretch, stretch.variant[0]
        return next(((stretch, v) for v in stretch.variant if v.id == variant_id), None)
