"""In which language a message is, whether it can be read, and the grave phrases of those that cannot.

Limber has learned from English alone. Where too few words are English, pieces of foreign letters would speak to what
it has learned, so such a message gets no topic and no learned sign: only what knowledge/languages.toml lists is heard.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.screening import Hit
from bot.answering.spelling import Vocabulary
from bot.answering.text import Words, clean, words
from bot.answering.tuning import TUNING
from bot.library import Language, Level, Script

GAP = "..."
"""What stands in a phrase for a few words that may be anything (`TUNING.reading.longest_gap`)."""

GRAVE = {
    "crisis": ("rf-crisis", Level.CRISIS),
    "urine": ("rf-cauda-equina", Level.EMERGENCY),
    "chest": ("rf-chest", Level.EMERGENCY),
    "paralysis": ("rf-leg-weakness", Level.EMERGENCY),
}
"""The flag and level of each list of grave phrases, the gravest first."""

SHORT = 2
"""Letters of a word of a grave phrase that does not tell its language by itself."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a message is written in: `language` is the id of the likeliest one of languages.toml, or nothing.

    It is told where the message is not `readable`, or where a grave phrase of that language was met (`hit`).
    """

    readable: bool
    language: str = ""
    hit: Hit | None = None


ENGLISH = Tongue(readable=True)


@dataclass(frozen=True, slots=True)
class _Count:
    """Different words of a message: English ones, those of the likeliest other language, and those of neither."""

    english: int
    foreign: int
    strange: int

    @property
    def readable(self) -> bool:
        """Whether enough is English, or too little is there to tell."""
        tuning = TUNING.telling
        if not self.foreign and self.strange < tuning.strange_from:
            return True
        return self.english >= tuning.english_from * (self.english + self.foreign + self.strange)

    @property
    def is_told(self) -> bool:
        """Whether enough of what is not English is of the one language."""
        return self.foreign >= TUNING.telling.told_from * (self.foreign + self.strange)


class LanguageReader:
    """Tells English and the languages of languages.toml apart, by the words that are listed there and by script."""

    def __init__(self, languages: Iterable[Language], vocabulary: Vocabulary) -> None:
        self._known = vocabulary.known
        self._languages = {language.id: language for language in languages}
        self._listed = {id: frozenset(_listed(language)) for id, language in self._languages.items()}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._by_letter: dict[str, str] = {}
        self._by_script: dict[str, list[str]] = defaultdict(list)
        for id, language in self._languages.items():
            for word in self._listed[id] - vocabulary.everyday:  # what is everyday English too tells nothing
                self._by_word[word].append(id)
            self._by_letter |= dict.fromkeys(language.letters, id)
            if language.script is not Script.LATIN:
                self._by_script[language.script.upper()].append(id)

    def read(self, typed: Words) -> Tongue:
        """Tell what the words of a message are written in; one without letters is as readable as any."""
        spoken = tuple(dict.fromkeys(_pieces(typed)))
        telling = {word: found for word in spoken if (found := self._languages_of(word))}
        heard = _ranked(telling)
        count = self._count(spoken, telling, heard[0] if heard else "")
        readable = count.readable
        for language in heard:
            hit = _met(self._languages[language], typed)
            if hit and not (readable and self._known.issuperset(hit.words[0].split())):
                return Tongue(readable, language, hit)
        return ENGLISH if readable else Tongue(readable, heard[0] if heard and count.is_told else "")

    def _count(self, spoken: Words, telling: Mapping[str, Sequence[str]], language: str) -> _Count:
        """Count words by whose they are. What is English and of the language as well is counted nowhere."""
        listed = self._listed.get(language, frozenset())
        foreign = {word for word, found in telling.items() if language in found}
        others = [word for word in spoken if word not in listed and word not in foreign]
        english = sum(word in self._known for word in others)
        return _Count(english, len(foreign), len(others) - english)

    def _languages_of(self, word: str) -> Sequence[str]:
        """Return the languages that a word may be of: those that list it, or that its letters belong to."""
        if word in self._by_word or word.isascii():
            return self._by_word.get(word, ())
        if found := [self._by_letter[letter] for letter in word if letter in self._by_letter]:
            return found[:1]
        return self._by_script.get(_script(word[0]), ())


def _pieces(typed: Words) -> Iterator[str]:
    """Yield words of letters; a Chinese character is about a word."""
    for word in typed:
        if word.isalpha():
            yield from word if _script(word[0]) == Script.CJK else (word,)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the script of a letter, as Unicode names it."""
    return unicodedata.name(letter, "").split(" ")[0]


def _listed(language: Language) -> Iterator[str]:
    """Yield the words by which a language is known, the longer ones of its grave phrases among them."""
    says = language.says
    yield from (word for word in clean(language.words).split() if len(word) > 1)
    for kind in GRAVE:
        yield from (word for word in clean(" ".join(getattr(says, kind))).split() if len(word) > SHORT)


def _ranked(telling: Mapping[str, Sequence[str]]) -> Words:
    """Return the languages that some words are of, the likeliest first; a word of few languages tells more."""
    votes: dict[str, float] = defaultdict(float)
    for found in telling.values():
        for id in found:
            votes[id] += 1 / len(found)
    return tuple(sorted(votes, key=lambda id: -votes[id]))


def _met(language: Language, typed: Words) -> Hit | None:
    """Return the gravest phrase of a language in the words of a message."""
    space = "" if language.script is Script.CJK else " "
    said = space.join(typed)
    if language.says.idioms:
        said = _pattern(language.says.idioms, space).sub(".", said)
    for kind, (flag, level) in GRAVE.items():
        if found := _pattern(getattr(language.says, kind), space).search(said):
            return Hit(flag, level, f"{language.name}: {kind}", (found.group(),), doubtful=False)
    return None


@lru_cache(maxsize=256)
def _pattern(phrases: Words, space: str) -> re.Pattern[str]:
    """Return what finds any of some phrases in words with `space` between them; the last word may go on."""
    gap = rf"{space}(?:\S+{space}){{0,{TUNING.reading.longest_gap}}}"
    parts = (map(words, phrase.split(GAP)) for phrase in phrases)
    either = "|".join(gap.join(space.join(map(re.escape, part)) for part in phrase) for phrase in parts)
    return re.compile(rf"(?<!\S)(?:{either})" if space else either)
