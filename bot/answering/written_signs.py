"""Signs held against a message that has been read: which are met, by which words, and whether they are meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bot.answering.message import Read
from bot.library import Grade, Sign, When

WINDOW = 12
"""Words within which the concepts joined by `+` must stand."""

MOST_SPOTS = 6
"""Places of one concept that are tried in one sentence: enough for people, and bounded for hostile repetition."""

UNREAL = "unreal"
"""The concept of films, games and articles: what happens in them happens to nobody."""


def met(sign: Sign, grade: Grade, reads: Sequence[Read], present: frozenset[str]) -> tuple[str, ...]:
    """Return the words that meet the sign, or nothing when it is not met or not meant."""
    if any(name in present for name in grade.excused_by):
        return ()
    words: list[str] = []
    for group in sign.groups:
        found = next((here for read in reads if (here := _met_in(group, grade, read))), ())
        if not found:
            return ()
        words.extend(found)
    return tuple(words)


def _met_in(group: tuple[str, ...], grade: Grade, read: Read) -> tuple[str, ...]:
    """Return the words of one sentence that meet concepts joined by `+`."""
    if not read.names.issuperset(group) or not _meant(grade, read):
        return ()
    choices = [[s for s in read.spots if s.concept == name and read.mood.claims(s)][:MOST_SPOTS] for name in group]
    for spots in product(*choices):
        first, last = min(s.start for s in spots), max(s.end for s in spots)
        apart = not any(a.overlaps(b) for i, a in enumerate(spots) for b in spots[:i])
        if last - first <= WINDOW and apart:
            return tuple(" ".join(read.sentence.words[s.start : s.end]) for s in spots)
    return ()


def _meant(grade: Grade, read: Read) -> bool:
    """Return whether the sentence is meant as a report that this grade counts."""
    mood = read.mood
    if mood.asked or mood.others or UNREAL in read.names:
        return False
    if mood.past and When.PAST not in grade.when:
        return False
    if mood.over and When.OVER not in grade.when:
        return False
    return not any(name in read.names for name in grade.excludes)
