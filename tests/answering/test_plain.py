"""The plainest messages people send, written by somebody who saw no phrasing: each is answered with its topic."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answer import Answered, Answerer
from bot.answering.text import words
from bot.index import FOLDER
from bot.library.examples import read_examples

ROWS = Path(__file__).parent / "plain.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """A message, and the topics that are a fair answer."""

    text: str
    topics: frozenset[str]


def rows() -> list[Row]:
    """Read the set."""
    read = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]
    return [Row(row["text"], frozenset(row["topics"])) for row in read]


def test_every_plain_message_is_answered_with_its_topic(answerer: Answerer) -> None:
    answers = [(row, answerer.answer(row.text)) for row in rows()]
    assert len(answers) >= 150
    assert [
        row.text for row, answer in answers if not (isinstance(answer, Answered) and answer.topic in row.topics)
    ] == []


def test_no_plain_message_stands_in_the_knowledge(answerer: Answerer) -> None:
    examples = read_examples(FOLDER).examples
    known = [
        text
        for room in (examples.outside, examples.flags, examples.harmless)
        for texts in room.values()
        for text in texts
    ]
    for topic in answerer.library.topics.values():
        known += [topic.question, *examples.phrasings(topic)]
    spoken = {words(text) for text in known}
    assert [row.text for row in rows() if words(row.text) in spoken] == []
