"""The hazard log: every hazard is told whole, and each test that it names is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
HAZARDS = tomllib.loads((ROOT / "docs" / "hazards.toml").read_text(encoding="utf-8"))

KEYS = {"hazard", "cause", "control", "tests", "residual", "owner"}


def test_every_hazard_says_all_that_a_hazard_says() -> None:
    assert [name for name, hazard in HAZARDS.items() if set(hazard) != KEYS or not all(hazard.values())] == []


def test_what_is_left_is_told_in_words_that_are_written_down() -> None:
    residual = re.compile(r"(minor|serious|grave), (seldom|now and then|often)")
    assert [name for name, hazard in HAZARDS.items() if not residual.fullmatch(hazard["residual"])] == []
    assert {hazard["owner"] for hazard in HAZARDS.values()} <= {"makers", "clinic", "operator"}


def test_each_test_that_a_hazard_names_is_there() -> None:
    named = [(name, *test.split("::")) for name, hazard in HAZARDS.items() for test in hazard["tests"]]
    gone = [(name, function) for name, file, function in named if not _is_there(ROOT / file, function)]
    assert gone == []


def _is_there(file: Path, function: str) -> bool:
    return file.is_file() and bool(
        re.search(rf"^(async )?def {function}\(", file.read_text(encoding="utf-8"), re.MULTILINE)
    )
