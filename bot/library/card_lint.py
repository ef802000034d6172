"""The rules of the words of cards.toml, beyond that every key is there and not too long for its place."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library import prose
from bot.library.cards import Cards, Short, held
from bot.library.document import Document
from bot.library.finding import Finding
from bot.library.placeholders import PLACEHOLDERS
from bot.library.toml_lines import index_lines, line_of

CARDS = "cards.toml"

EMERGENCY_NUMBER, DEPARTMENT = "{emergency_number}", "emergency department"
"""What stands beside each other: an ambulance may take long, and a hospital may be near (docs/sources.md, "Cards")."""

LONGEST_CARD = 1800
"""Characters of a card's own words: with what is filled in and the words of a flag it stays under Discord's 4,096."""


def card_findings(cards: Cards, document: Document) -> Iterator[Finding]:
    """Yield what is missing or unknown in braces, each dose and diagnosis, each card that is too long or too hard."""
    lines = index_lines(document.head_text)
    for path, sentence in _findings(cards):
        yield Finding(CARDS, line_of(lines, path), sentence)


def _findings(cards: Cards) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where in the file something stands, and what is wrong with it."""
    spoken: dict[str, list[str]] = {}
    for table, key, texts in cards.texts():
        spoken.setdefault(table, []).extend(texts)
        names = held(table, key)
        missing = [name for name in names if not any(f"{{{name}}}" in text for text in texts)]
        for name in missing if all(texts) and texts else ():  # a blank card has its finding already
            yield (table, key), f"`{key}` of [{table}] must hold {{{name}}}"
        known = tuple(dict.fromkeys((*PLACEHOLDERS, *names)))
        for number, text in enumerate(texts):
            yield from (
                ((table, key, number), sentence) for sentence in (*prose.forbidden(text, known), *_beside(text))
            )
    for table, texts_of in spoken.items():
        yield from (((table,), sentence) for sentence in _whole(cards, table, texts_of))


def _beside(text: str) -> Iterator[str]:
    """Yield what is missing beside the emergency number."""
    if EMERGENCY_NUMBER in text and DEPARTMENT not in text:
        yield f"beside {EMERGENCY_NUMBER} must stand: or go to the nearest {DEPARTMENT}"


def _whole(cards: Cards, table: str, texts: list[str]) -> Iterator[str]:
    """Yield what is wrong with a card as a whole. Only what is read as sentences has a grade."""
    if (size := sum(map(len, texts))) > LONGEST_CARD:
        yield f"[{table}] has {size} characters; at most {LONGEST_CARD} fit a card"
    read_as_sentences = isinstance(getattr(cards, table), Short) and any(texts)
    if read_as_sentences and (grade := prose.grade(" ".join(texts))) > prose.HARDEST_GRADE:
        yield f"[{table}] reads at grade {grade:.1f}; {prose.HARDEST_GRADE:.0f} is the most: use shorter sentences"
