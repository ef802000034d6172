"""Cards for words that cannot be read: in the language they are written in, where knowledge/languages.toml has it."""

from __future__ import annotations

from dataclasses import replace

from bot.desk.card import Card, Section, Tone, note, points, text
from bot.library import Cards, Language, Level


def unread_card(cards: Cards, language: Language | None) -> Card:
    """Say that Limber reads English only, whom to call in an emergency, and how to reach the clinic."""
    words = cards.unread
    if language is None:
        return Card(Tone.UNSURE, words.title, (text(*words.lead), points(*words.points)), (), cards.footer.bot)
    said = (text(*language.unread.lead), _small(cards, language))
    return Card(Tone.UNSURE, f"{language.unread.title} · {words.title}", said, (), cards.footer.bot)


def in_language(card: Card, cards: Cards, language: Language, level: Level) -> Card:
    """Put the first lines of a warning, in the language it was read in, above its English ones."""
    words = {Level.CRISIS: language.crisis, Level.EMERGENCY: language.emergency}.get(level, language.unread)
    said = (text(*words.lead), _small(cards, language), *card.sections)
    return replace(card, title=f"{words.title} · {card.title}", sections=said)


def _small(cards: Cards, language: Language) -> Section:
    """Return the small lines: that no native speaker has read this yet, and that it may be misread."""
    unsigned = () if language.signed else (language.unsigned,)
    return note(*unsigned, cards.unread.english)
