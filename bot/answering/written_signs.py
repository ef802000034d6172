"""The signs a clinician has written, held against a message: which are met, by which words, and if they are meant."""

from __future__ import annotations

from itertools import product

from bot.answering.concepts import Span
from bot.answering.message import Message, Sentence
from bot.answering.text import Words
from bot.answering.tuning import TUNING
from bot.library import Grade, Sign, When

MOST_SPANS = 6
"""Places of one concept that are tried in one sentence: enough for people, and bounded for hostile repetition."""

UNREAL = "unreal"
"""The concept of films, games and articles: what happens in them happens to nobody."""


def meets(message: Message, sign: Sign, grade: Grade) -> Words:
    """Return the words that meet the sign, or nothing when it is not met or not meant."""
    if not message.concepts.isdisjoint(grade.excused_by):
        return ()
    found: list[str] = []
    for joined in sign.groups:
        here = next((here for sentence in message.sentences if (here := _meets_in(sentence, joined, grade))), ())
        if not here:
            return ()
        found.extend(here)
    return tuple(found)


def _meets_in(sentence: Sentence, joined: tuple[str, ...], grade: Grade) -> Words:
    """Return the words of one sentence that meet concepts joined by `+`."""
    if not sentence.concepts.issuperset(joined) or not _is_meant(sentence, grade):
        return ()
    claimed = [span for span in sentence.spans if _is_claimed(span, sentence, grade)]
    places = [[span for span in claimed if span.concept == name][:MOST_SPANS] for name in joined]
    for spans in product(*places):
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        apart = not any(one.overlaps(other) for at, one in enumerate(spans) for other in spans[:at])
        if last - first <= TUNING.screening.sign_window and apart:
            return tuple(" ".join(sentence.words[span.start : span.end]) for span in spans)
    return ()


def _is_meant(sentence: Sentence, grade: Grade) -> bool:
    """Return whether the sentence is meant as a report that this grade counts."""
    context = sentence.context
    if context.others or UNREAL in sentence.concepts:
        return False
    if context.asked and When.ASKED not in grade.when:
        return False
    if context.over and When.OVER not in grade.when:
        return False
    return not any(span.concept in grade.excludes and not context.denied[span.start] for span in sentence.spans)


def _is_claimed(span: Span, sentence: Sentence, grade: Grade) -> bool:
    """Return whether a concept is said to be so, or supposed where this grade counts that, at a time that it counts."""
    context, at = sentence.context, span.start
    if context.denied[at] or (context.past[at] and When.PAST not in grade.when):
        return False
    return not context.supposed[at] or When.SUPPOSED in grade.when
