"""Warning signs that used to pass, a table of kinds: how people say each, and what is near it in words and is none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.answering.answer import Answerer, Check, Urgent
from bot.answering.text import words
from bot.index import FOLDER
from bot.library import Level

TABLE = Path(__file__).with_name("missing_signs.toml")

FEWEST = 10
"""Sentences of a kind on either side: one that is mended alone is no kind."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Reports that one of some flags has to be raised or asked about for, and neighbours that none may be."""

    name: str
    neighbours: tuple[str, ...]
    flags: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


def _kinds() -> Iterator[Kind]:
    for told in tomllib.loads(TABLE.read_text(encoding="utf-8"))["kind"]:
        flags, rows = tuple(told.get("flags", ())), tuple(told.get("reports", ()))
        yield Kind(str(told["name"]), tuple(told["neighbours"]), flags, rows)


KINDS = tuple(_kinds())

OTHER_FLAG = {
    "i'm on chemo and my lower back is killing me": "a weak immune system is the longer sign",
    "had a disc operation in 2012 and today i can't feel my legs": "the operation is heard first",
    "my boyfriend pushed me against the wall and now my back hurts": "heard as a blow to the back",
    "she keeps slapping me": "heard as a crisis",
    "had an accident on the way to the loo, third this week, sore back": "heard as a crash",
    "shock in my back and arms when i tilt my head down": "heard as a pain in the chest",
}
"""What is raised for a flag of another kind, graver or as grave, and why."""


def reports() -> Iterator[tuple[Kind, str]]:
    return ((kind, text) for kind in KINDS for text in kind.reports)


def neighbours(*names: str) -> Iterator[str]:
    return (text for kind in KINDS if not names or kind.name in names for text in kind.neighbours)


@pytest.mark.parametrize(("kind", "text"), list(reports()), ids=lambda given: getattr(given, "name", given))
def test_a_sign_of_the_kind_is_raised_or_asked_about(answerer: Answerer, kind: Kind, text: str) -> None:
    answer = answerer.answer(text)
    assert isinstance(answer, Urgent | Check)
    assert answer.hit.flag in kind.flags or text in OTHER_FLAG


@pytest.mark.parametrize("text", list(neighbours()))
def test_what_is_only_near_in_words_is_neither(answerer: Answerer, text: str) -> None:
    assert not isinstance(answerer.answer(text), Urgent | Check)


@pytest.mark.parametrize("text", list(neighbours("carrying small children")))
def test_who_carries_a_child_is_no_child(answerer: Answerer, text: str) -> None:
    soon = {hit.flag for hit in answerer.answer(text).screening.hits if hit.level is Level.SOON}
    assert "rf-child" not in soon


def test_the_table_holds_kinds_and_no_sentence_of_the_knowledge() -> None:
    texts = {" ".join(words(text)): text for kind in KINDS for text in (*kind.reports, *kind.neighbours)}
    for kind in KINDS:
        assert len(kind.neighbours) >= FEWEST
        assert not kind.flags or len(kind.reports) >= FEWEST
    assert OTHER_FLAG.keys() <= {text for _, text in reports()}
    files = [path for path in FOLDER.rglob("*") if path.suffix in (".md", ".toml", ".txt")]
    known = {" ".join(words(line)) for path in files for line in path.read_text(encoding="utf-8").splitlines()}
    assert [text for said, text in texts.items() if said in known] == []
