"""Whether each topic is found by its own words: every question and curated phrasing, told just as it stands.

A clinician reads those lines as a promise. What keeps one is a written warning sign in it, or the same words in another
topic; `limber check` names such lines. They are asked once, when something has been learned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.answering.answer import Answer, Answered, Answerer, Check, Urgent
from bot.library import Topic
from bot.library.document import Document
from bot.library.finding import Finding

QUESTION = -1
"""Stands for the question in place of the number of a phrasing."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A line that its topic does not answer: its topic, its number under `asked_as`, and what comes instead."""

    topic: str
    number: int
    instead: str


def lost_lines(answerer: Answerer) -> Iterator[Lost]:
    """Yield every line that is not answered with its topic."""
    for topic in answerer.library.topics.values():
        for number, text in _lines(topic):
            answer = answerer.answer(text)
            if not (isinstance(answer, Answered) and answer.topic == topic.id):
                yield Lost(topic.id, number, _instead(answer))


def _lines(topic: Topic) -> Iterator[tuple[int, str]]:
    yield QUESTION, topic.question
    yield from enumerate(topic.asked_as)


def _instead(answer: Answer) -> str:
    """Return, for a clinician, what came."""
    if isinstance(answer, (Urgent, Check)):
        return f"a sign of {answer.hit.flag} stands in it"
    return f"{answer.best} is the answer" if answer.best else "it finds nothing"


def lost_findings(lost: tuple[Lost, ...], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """Yield a warning for every line that was lost and still stands in its file."""
    for line in lost:
        if document := documents.get(f"topics/{line.topic}.md"):
            path: tuple[str | int, ...] = ("question",) if line.number == QUESTION else ("asked_as", line.number)
            told = "the question" if line.number == QUESTION else "this way to ask"
            yield document.at(f"told word for word, {told} does not get this topic: {line.instead}", *path, grave=False)
