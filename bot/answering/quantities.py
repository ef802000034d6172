"""What a number in a message counts: somebody's age, how bad a pain is, or something else.

"He is 78", "78 years old" and "hold for 78 seconds" share a number and nothing more. An age and a pain score are read
as the words they stand for, so that "12/10 pain" speaks of no child; any other number stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.text import Words, number

ADULT_FROM, ELDERLY_FROM = 18, 65
"""Years from which somebody is no child any more, and from which a clinic calls a patient an older adult."""

OLDEST = 110
"""Years: nobody is older, so a greater number is no age."""

SEVERE_FROM = 7
"""Of ten, from which a pain is called severe (the usual cut of a numerical rating scale: 7 to 10)."""

_AGE_BEHIND = frozenset({("year", "old"), ("years", "old"), ("yr", "old"), ("yrs", "old"), ("y", "o")})
_AGE_BEHIND_ONE = frozenset({"yo", "yrold", "yearold"})
_AGE_BEFORE = frozenset({"im", "hes", "shes", "aged", "age", "turned", "turning"})
_PEOPLE_SAID = (
    "i he she who son daughter mum mom mother dad father wife husband nan nana gran grandma grandad grandpa grandson "
    "granddaughter boy girl kid child brother sister uncle aunt niece nephew friend partner baby"
)
_PEOPLE = frozenset(_PEOPLE_SAID.split())
_IS = frozenset({"is", "am", "was", "just", "turned", "turns"})
_OF_TEN = frozenset({("out", "of", "10"), ("out", "of", "ten"), ("of", "10"), ("of", "ten")})
_UNITS_SAID = (
    "week weeks wk wks day days month months mth mths year years yr yrs hour hours hr hrs minute minutes min mins "
    "second seconds sec secs time times rep reps set sets kg kgs kilo kilos lb lbs pound pounds stone g mg ml cm mm "
    "metre metres meter meters m km mile miles foot feet ft inch inches degree degrees percent session sessions "
    "step steps stairs pm am oclock out of yards games goals cups beers pints quid dollars euros people"
)
_UNITS = frozenset(_UNITS_SAID.split())


def is_counting(words: Sequence[str], at: int) -> bool:
    """Return whether the number at a place counts something named behind it, and so ends no phrase of its own."""
    return at + 1 < len(words) and (words[at + 1] in _UNITS or words[at + 1] == "10")


def told(words: Words) -> Words:
    """Return the words with each age and each pain score as the word it stands for, "12/10" as one word."""
    return tuple(
        _told(words, at) if word[0].isdigit() else word
        for at, word in enumerate(words)
        if word != "10" or not at or number(words[at - 1]) is None
    )


def _told(words: Words, at: int) -> str:
    """Return what a number in figures stands for; itself where it is no age and no score."""
    said = number(words[at])
    if said is None:
        return words[at]
    if _is_score(words, at):
        return "severe" if said >= SEVERE_FROM else "mild"
    if said <= OLDEST and _is_age(words, at):
        return "child" if said < ADULT_FROM else "adult" if said < ELDERLY_FROM else "elderly"
    return words[at]


def _is_score(words: Words, at: int) -> bool:
    """Return whether a number is so many of ten."""
    return words[at + 1 : at + 2] == ("10",) or any(words[at + 1 : at + 1 + len(end)] == end for end in _OF_TEN)


def _is_age(words: Words, at: int) -> bool:
    """Return whether a number is how old somebody is."""
    behind = words[at + 1 : at + 3]
    if behind in _AGE_BEHIND or (behind[:1] and behind[0] in _AGE_BEHIND_ONE):
        return True
    if is_counting(words, at):
        return False
    before = words[max(0, at - 2) : at]
    if before and before[-1] in _AGE_BEFORE:
        return True
    return len(before) == 2 and before[0] in _PEOPLE and before[1] in _IS
