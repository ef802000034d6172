"""Kinds of failure, so that what fails is told apart, and not only how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.answering.answer import Answer, Answered, Check, Suggestions, Urgent
from tests.bench.questions import ABOUT, Asked, Question, helps, rank


class Failure(StrEnum):
    """What went wrong with a question, by what whoever asked it has seen."""

    WRONG = "in scope: answered wrongly"
    ONLY_OFFERED = "in scope: right first, only offered"
    NOT_FIRST = "in scope: offered, the right one not first"
    NOT_OFFERED = "in scope: offered, the right one not among them"
    UNKNOWN = "in scope: not known"
    ALARM = "in scope: alarm"
    CHECK = "in scope: check"
    OUTSIDE_ANSWERED = "outside: answered"
    OUTSIDE_OFFERED = "outside: offered"
    OUTSIDE_ALARM = "outside: alarm"
    OUTSIDE_CHECK = "outside: check"


def failure(asked: Asked) -> Failure | None:
    """Return what went wrong, if anything. A greeting's answer is never wrong, as in `questions.figures`."""
    if asked.question.outside:
        return _outside(asked.answer)
    match asked.answer:
        case Urgent():
            return Failure.ALARM
        case Check():
            return Failure.CHECK
        case Answered(topic=topic):
            return None if topic in {*asked.question.fine, ABOUT} else Failure.WRONG
        case Suggestions() as offered:
            return _offered(asked.question, offered)
        case _:
            return Failure.UNKNOWN


def _offered(question: Question, answer: Suggestions) -> Failure:
    if not helps(question, answer):
        return Failure.NOT_OFFERED
    return Failure.ONLY_OFFERED if rank(question, answer) == 1 else Failure.NOT_FIRST


def _outside(answer: Answer) -> Failure | None:
    match answer:
        case Urgent():
            return Failure.OUTSIDE_ALARM
        case Check():
            return Failure.OUTSIDE_CHECK
        case Answered(topic=topic):
            return None if topic == ABOUT else Failure.OUTSIDE_ANSWERED
        case Suggestions():
            return Failure.OUTSIDE_OFFERED
        case _:
            return None


def counts(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield how often each kind of failure is met, in their order."""
    found = Counter(failure(one) for one in asked)
    for kind in Failure:
        if found[kind]:
            yield f"{kind} {found[kind]}"


def told(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield every failure with its text, kind by kind. For developers' eyes: they are other people's words."""
    for kind in Failure:
        for one in asked:
            if failure(one) is kind:
                wanted = ", ".join(sorted(one.question.fine))
                yield f"{kind}: {one.question.text!r} [{outcome(one.answer)}; {wanted}]"


def outcome(answer: Answer) -> str:
    """Spell what Limber made of a message."""
    match answer:
        case Urgent(hit=hit) | Check(hit=hit):
            return f"{type(answer).__name__.lower()} {hit.flag} {hit.level}"
        case Answered(topic=topic):
            return f"answered {topic} {answer.candidates[0].confidence:.2f}"
        case _:
            return f"{type(answer).__name__.lower()}, nearest {answer.best}"
