"""What the clinic knows: `knowledge/` read, checked and frozen."""

from bot.library.cards import Cards
from bot.library.care import Care, CareText, Rule
from bot.library.context_rules import Category, ContextRule, Direction, Step, parse_phrase
from bot.library.examples import Examples
from bot.library.flag import Concept, Flag, Grade, Level, Sign, When
from bot.library.language import Language, Script
from bot.library.library import Library
from bot.library.out_of_scope import Outside
from bot.library.region import Region
from bot.library.stretch import Place, Position, Stretch, Variant
from bot.library.topic import Body, Origin, Source, Theme, Topic

__all__ = [
    "Body",
    "Cards",
    "Care",
    "CareText",
    "Category",
    "Concept",
    "ContextRule",
    "Direction",
    "Examples",
    "Flag",
    "Grade",
    "Language",
    "Level",
    "Library",
    "Origin",
    "Outside",
    "Place",
    "Position",
    "Region",
    "Rule",
    "Script",
    "Sign",
    "Source",
    "Step",
    "Stretch",
    "Theme",
    "Topic",
    "Variant",
    "When",
    "parse_phrase",
]
