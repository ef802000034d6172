"""The rules of languages.toml beyond its form: what its cards must name, and by what its languages are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.library import prose
from bot.library.cards import Short
from bot.library.document import Document
from bot.library.finding import Finding
from bot.library.language import Language, Script
from bot.library.placeholders import PLACEHOLDERS

FEWEST_WORDS = 60
"""Words by which a language in Latin letters is known; the least that any had when this was written was 116."""

_HELD = {
    "unread": ("emergency_number", "clinic_contact"),
    "emergency": ("emergency_number",),
    "crisis": ("emergency_number", "crisis_line"),
}
"""The names in braces that each card must hold."""


def language_findings(languages: Mapping[str, Language], document: Document) -> Iterator[Finding]:
    """Yield what is missing or unknown in braces, each dose, and what keeps two languages from being told apart."""
    letters: dict[str, str] = {}
    for id, language in languages.items():
        for key, names in _HELD.items():
            yield from (document.at(sentence, id, key) for sentence in _spoken(getattr(language, key), key, names))
        for letter in language.letters:
            if (other := letters.setdefault(letter, id)) != id:
                yield document.at(f"`letters`: {letter} stands in [{other}] too; keep it in one", id, "letters")
        count = len(language.words.split())
        if language.script is Script.LATIN and count < FEWEST_WORDS:
            yield document.at(f"`words` has {count} words; at least {FEWEST_WORDS} are needed", id, "words")


def _spoken(card: Short, key: str, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what is wrong with the words of one card."""
    said = " ".join((card.title, *card.lead))
    for name in names:
        if f"{{{name}}}" not in said:
            yield f"`{key}` must hold {{{name}}}"
    yield from prose.forbidden(said, PLACEHOLDERS)
