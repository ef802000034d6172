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

SHORTEST = 3
"""Letters up to which one word alone tells no language, nor a word of a grave phrase its own: it may be any slip."""

_VOWEL = re.compile("[aeiouy]")
"""What a word has that is not just keys pressed."""


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
class _Share:
    """Different words of a message: how many are English, which are of the likeliest language, which of neither."""

    english: int
    foreign: Words
    strange: Words

    @property
    def readable(self) -> bool:
        """Whether enough is English, or too little is there to tell."""
        spoken = sum(not word.isascii() or bool(_VOWEL.search(word)) for word in self.strange)
        if not self._is_heard and spoken < TUNING.telling.strange_from:
            return True
        told = self.english + len(self.foreign) + len(self.strange)
        return self.english >= TUNING.telling.english_from * told

    @property
    def _is_heard(self) -> bool:
        """Whether the other language is heard: by two words, by one too long for a slip, by one among strange ones."""
        long = any(len(word) > SHORTEST or not word.isascii() for word in self.foreign)
        return long or len(self.foreign) > 1 or (bool(self.foreign) and len(self.strange) > 1)

    @property
    def is_told(self) -> bool:
        """Whether enough of what is not English is of the one language."""
        return len(self.foreign) >= TUNING.telling.told_from * (len(self.foreign) + len(self.strange))


class LanguageReader:
    """Tells English and the languages of languages.toml apart, by the words that are listed there and by script."""

    def __init__(self, languages: Iterable[Language], vocabulary: Vocabulary) -> None:
        self._known, self._everyday = vocabulary.known, vocabulary.everyday
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
        self._spaced = {"LATIN", *self._by_script} - {Script.CJK}

    def read(self, typed: Words) -> Tongue:
        """Tell what the words of a message are written in; one without letters is as readable as any."""
        spoken = tuple(dict.fromkeys(self._pieces(typed)))
        telling = {word: found for word in spoken if (found := self._languages_of(word))}
        heard = self._heard(spoken, telling)
        share = self._shared_out(spoken, telling, heard[0] if heard else "")
        for language in heard:
            hit = _met(self._languages[language], typed)
            if hit and not (share.readable and self._is_english(hit, language)):
                return Tongue(share.readable, language, hit)
        if share.readable:
            return ENGLISH
        return Tongue(readable=False, language=heard[0] if heard and share.is_told else "")

    def _pieces(self, typed: Words) -> Iterator[str]:
        """Yield words of letters; of a script that sets no spaces, or that we know no language of, single letters."""
        for word in typed:
            if word.isalpha():
                known = _script(word[0]) in self._spaced
                yield from (word,) if known else word

    def _heard(self, spoken: Words, telling: Mapping[str, Sequence[str]]) -> Words:
        """Return the languages that some words are of, the likeliest first; a word of few languages tells more."""
        votes: dict[str, float] = defaultdict(float)
        for found in telling.values():
            for id in found:
                votes[id] += 1 / len(found)
        also = {id: len(self._listed[id].intersection(spoken)) for id in votes}
        return tuple(sorted(votes, key=lambda id: (-votes[id], -also[id])))

    def _shared_out(self, spoken: Words, telling: Mapping[str, Sequence[str]], language: str) -> _Share:
        """Tell whose each word is. One that is everyday English and of the language as well is counted nowhere."""
        listed = self._listed.get(language, frozenset())
        foreign = tuple(word for word, found in telling.items() if language in found)
        others = tuple(word for word in spoken if word not in listed and word not in foreign)
        english = sum(word in self._known for word in others)
        return _Share(english, foreign, tuple(word for word in others if word not in self._known))

    def _is_english(self, hit: Hit, language: str) -> bool:
        """Return whether all words of a grave phrase are English as well ("suicide" is French too)."""
        of_it = self._listed[language] - self._everyday
        return all(word in self._known and word not in of_it for word in hit.words[0].split())

    def _languages_of(self, word: str) -> Sequence[str]:
        """Return the languages that a word may be of: those that list it, or that its letters belong to."""
        if word in self._by_word or word.isascii():
            return self._by_word.get(word, ())
        if found := [self._by_letter[letter] for letter in word if letter in self._by_letter]:
            return found[:1]
        return self._by_script.get(_script(word[0]), ())


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Return the script of a letter, as Unicode names it."""
    return unicodedata.name(letter, "").split(" ")[0]


def _listed(language: Language) -> Iterator[str]:
    """Yield the words by which a language is known, the longer ones of its grave phrases among them."""
    says = language.says
    yield from (word for word in clean(language.words).split() if len(word) > 1)
    for kind in GRAVE:
        yield from (word for word in clean(" ".join(getattr(says, kind))).split() if len(word) >= SHORTEST)


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
    longest = TUNING.reading.longest_gap
    gap = rf" (?:\S+ ){{0,{longest}}}" if space else rf".{{0,{2 * longest}}}"  # a Chinese word has about two characters
    parts = (map(words, phrase.split(GAP)) for phrase in phrases)
    either = "|".join(gap.join(space.join(map(re.escape, part)) for part in phrase) for phrase in parts)
    return re.compile(rf"(?<!\S)(?:{either})\S*" if space else either)
