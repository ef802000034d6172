"""`limber ask --why`: how an answer came about, in lines for a curious person."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.answer import Answer
from bot.answering.matching import Matcher
from bot.answering.urgency import contributions, urgency


def explain(matcher: Matcher, answer: Answer) -> Iterator[str]:
    """Yield what the screen and the match went by."""
    for hit in answer.screening.hits:
        doubt = ", doubtful" if hit.doubtful else ""
        met = ", ".join(f'"{words}"' for words in hit.words)
        yield f"sign: {hit.flag} ({hit.level}{doubt}) by {hit.sign}: {met}"
    for unmeant in answer.screening.unmeant:
        yield f"not meant: {unmeant}"
    if evidence := answer.screening.evidence:
        said = ", ".join(f"{name} {part:+.1f}" for name, part in contributions(evidence).items() if part)
        yield f"urgent sign {urgency(evidence):.2f}: {said}"
    if answer.screening.low_mood:
        yield "low mood: a warm line"
    for candidate in answer.candidates:
        yield f"topic: {candidate.topic} {candidate.confidence:.2f}"
    if not answer.best:
        return
    why = matcher.why(answer.message, answer.best)
    for typed, meant in why.read_as:
        yield f'read "{typed}" as "{meant}"'
    for feature, vote in why.votes:
        yield f"for {answer.best}: {feature} {vote:+.2f}"
