from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench.questions import OUTSIDE, Question, Row, read_questions
from tests.bench.safety import NONE, Message, read_messages

QUESTIONS: list[tuple[str, Row, tuple[str, set[str]]]] = [
    ("plain", {"topics": ["a", "b"]}, ("a", {"a", "b"})),
    ("plain, nothing of ours", {"topics": []}, (OUTSIDE, {OUTSIDE})),
    ("authored", {"topic": "a", "also": ["b"], "level": None}, ("a", {"a", "b"})),
    ("authored, outside", {"topic": OUTSIDE, "also": [], "level": None}, (OUTSIDE, {OUTSIDE})),
]
MESSAGES: list[tuple[str, Row, tuple[str, str, str]]] = [
    ("report", {"flag": "rf-dvt", "level": "same-day"}, ("rf-dvt", "same-day", NONE)),
    ("harmless", {"kind": "harmless"}, (NONE, NONE, "harmless")),
    ("a trap", {"flag": NONE, "level": NONE, "kind": "idiom"}, (NONE, NONE, "idiom")),
]
NEITHER: list[tuple[str, Row]] = [
    ("it reports a sign", {"topic": "a", "also": [], "level": "crisis"}),
    ("debatable", {"topic": "a", "also": [], "level": None, "maybe": True}),
]


def written(folder: Path, row: Row) -> Path:
    path = folder / "set.jsonl"
    path.write_text(json.dumps({"text": "so", **row}) + "\n\n", "utf-8")
    return path


@pytest.mark.parametrize(("row", "read"), [case[1:] for case in QUESTIONS], ids=[case[0] for case in QUESTIONS])
def test_a_row_with_topics_is_a_question(tmp_path: Path, row: Row, read: tuple[str, set[str]]) -> None:
    path = written(tmp_path, row)
    assert read_questions(path) == [Question("so", read[0], frozenset(read[1]))]
    assert read_messages(path) == []


@pytest.mark.parametrize(("row", "read"), [case[1:] for case in MESSAGES], ids=[case[0] for case in MESSAGES])
def test_a_row_with_a_flag_or_a_kind_is_a_message(tmp_path: Path, row: Row, read: tuple[str, str, str]) -> None:
    path = written(tmp_path, row)
    assert read_messages(path) == [Message("so", *read)]
    assert read_questions(path) == []


@pytest.mark.parametrize("row", [case[1] for case in NEITHER], ids=[case[0] for case in NEITHER])
def test_a_question_that_reports_a_sign_or_is_debatable_counts_nowhere(tmp_path: Path, row: Row) -> None:
    path = written(tmp_path, row)
    assert [*read_questions(path), *read_messages(path)] == []
