"""What the README shows works, and it names every command."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import _parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

LIMBER = ".venv/bin/limber "
SHOWN = sorted(set(re.findall(rf"^{re.escape(LIMBER)}[^#\n]+", README, re.MULTILINE)))


def commands() -> set[str]:
    """Return the names of the parser's commands."""
    (subparsers,) = (action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return set(subparsers.choices)


def test_the_readme_shows_commands() -> None:
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_that_the_readme_shows_works(line: str) -> None:
    arguments = shlex.split(line.removeprefix(LIMBER))
    done = subprocess.run(  # noqa: S603 - the README's own command
        [sys.executable, "-m", "bot", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_readme_names_every_command() -> None:
    named = {name for name in commands() if re.search(rf"\b(?:limber|make) {name}\b", README)}
    assert named == commands()


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/editing.md", "docs/contracts.md", "docs/house.md"]
)
def test_no_page_names_a_command_that_is_not_there(page: str) -> None:
    words = set(re.findall(r"`(?:\.venv/bin/)?limber ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8")))
    assert words <= commands()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/contracts.md"])
def test_no_page_names_a_target_that_is_not_there(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(
        re.findall(r"(?:`|^|\s)make ([a-z-]+)(?:`|$|\s{2,})", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert named
    assert named <= targets
