"""A face draws cards; what a patient reads stands in the knowledge files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).parents[1] / "bot"

FEWEST_WORDS = 4
"""Words from which a text counts as a sentence; what is shorter is a name or a format."""

NOT_FOR_PATIENTS = {
    "running.py": "settings and tokens, for who starts the bot",
    "check.py": "findings, for who edits the knowledge",
    "why.py": "how an answer came about, for who looks into it",
}
"""Files of a face that speak to somebody else, and to whom."""

MODULES = sorted(
    path
    for room in ("on_discord", "on_terminal")
    for path in (BOT / room).glob("*.py")
    if path.name not in NOT_FOR_PATIENTS
)


def sentences(source: str) -> Iterator[str]:
    """Yield the texts of a module that are long enough to be a sentence and that a patient could be shown."""
    tree = ast.parse(source)
    unseen = {id(text) for node in ast.walk(tree) for part in not_shown(node) for text in ast.walk(part)}
    for node in ast.walk(tree):
        said = words_of(node) if id(node) not in unseen else ""
        if len(said.split()) >= FEWEST_WORDS:
            yield said


def words_of(node: ast.AST) -> str:
    """Return the text of a literal; what is filled into an f-string counts as a word."""
    match node:
        case ast.Constant(str(said)):
            return said
        case ast.JoinedStr(parts):
            return "".join(words_of(part) or "{}" for part in parts)
    return ""


def not_shown(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what no patient is shown on a card: docstrings, logs, errors, and what describes a command.

    Discord shows a description in its own menu. It is registered with the command, before there is any library.
    """
    match node:
        case ast.Expr(ast.Constant()) | ast.Raise() | ast.Call(ast.Attribute(ast.Name("log"))):
            yield node
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from node.decorator_list


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_to_a_patient_is_left_in_a_face(path: Path) -> None:
    assert list(sentences(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ('show("Please come back again tomorrow.")', True),
        ('LINE = f"Please call {number} right away."', True),
        ('def help():\n    """Say in so many words."""', False),
        ('log.info("told nobody of these words")', False),
        ('raise SettingError("That is no setting.")', False),
        ('@command(description="Find a stretch for you.")\nasync def stretch(): ...', False),
        ('name = "not so long"', False),
    ],
)
def test_what_counts_as_a_sentence_to_a_patient(source: str, seen: bool) -> None:
    assert bool(list(sentences(source))) is seen
