"""What an index learns from beside the topics' own phrasings (knowledge/examples/): plain lines, one example a line.

`topics/<topic>.txt` holds more ways people ask, `flags/<flag>.<level>.txt` how people tell of a warning sign,
`harmless/<kind>.txt` what only looks like one, `outside/<kind>.txt` what Limber does not answer. A line that begins
with `#` is a comment. Examples are read apart from the Library: only who makes an index or checks the files needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from bot.library.digest import is_kept
from bot.library.document import Unreadable, read_text
from bot.library.finding import Finding
from bot.library.flag import Level
from bot.library.messages import nearest
from bot.library.topic import Topic

FOLDER = "examples"
ROOMS = ("topics", "flags", "harmless", "outside")

HARMLESS = ("plain", "looks-alike", "ordinary", "low-mood")
"""The kinds of messages without a warning sign: bare complaints, those with the words of a sign in them, everyday
questions, and people worn down who are in no danger."""

LONGEST = 4000
"""Characters of an example: the longest message Discord takes."""

_COMMENT = "#"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Control characters, tabs among them, and line ends of other kinds."""

Lines = dict[str, int]
"""The examples of one file in their order, each with its 1-based line."""


@dataclass(frozen=True)
class Examples:
    """Examples by what they stand for, in the order of their files' lines."""

    topics: dict[str, tuple[str, ...]]
    flags: dict[tuple[str, Level], tuple[str, ...]]
    harmless: dict[str, tuple[str, ...]]
    outside: dict[str, tuple[str, ...]]

    def phrasings(self, topic: Topic) -> tuple[str, ...]:
        """Return every way to ask for a topic: those in its own file first."""
        return topic.asked_as + self.topics.get(topic.id, ())


@dataclass(frozen=True)
class ReadExamples:
    """Examples as far as they could be read, the lines of each file, and everything that was found on the way."""

    examples: Examples
    files: dict[str, Lines]
    findings: tuple[Finding, ...]


def read_examples(folder: Path) -> ReadExamples:
    """Read `examples/` of a knowledge folder; what cannot be read is a finding and is left out."""
    files: dict[str, Lines] = {}
    findings: list[Finding] = []
    for path in sorted((folder / FOLDER).rglob("*")):
        if not is_kept(path):
            continue
        name = path.relative_to(folder).as_posix()
        if misplaced := _misplaced(path, name):
            findings.append(misplaced)
            continue
        try:
            text = read_text(path, name)
        except Unreadable as stopped:
            findings.append(stopped.finding)
            continue
        files[name] = _lines(text)
        findings += _slips(name, text)
    return ReadExamples(_sorted(files), files, tuple(sorted(findings)))


def named_after(file: str) -> str:
    """Return what a file of examples is named after: a topic, a flag with its level, or a kind."""
    return PurePath(file).stem


def flag_and_level(file: str) -> tuple[str, Level]:
    """Return the flag and level that a file of `flags/` is named after."""
    flag, _, level = named_after(file).rpartition(".")
    return flag, Level(level)


def _sorted(files: dict[str, Lines]) -> Examples:
    """Put the examples of every file under what they stand for."""
    rooms: dict[str, dict[str, tuple[str, ...]]] = {
        room: {file: tuple(lines) for file, lines in files.items() if PurePath(file).parent.name == room}
        for room in ROOMS
    }
    harmless = {named_after(file): texts for file, texts in rooms["harmless"].items()}
    return Examples(
        topics={named_after(file): texts for file, texts in rooms["topics"].items()},
        flags={flag_and_level(file): texts for file, texts in rooms["flags"].items()},
        harmless={kind: harmless[kind] for kind in HARMLESS if kind in harmless},
        outside={named_after(file): texts for file, texts in rooms["outside"].items()},
    )


def _misplaced(path: Path, name: str) -> Finding | None:
    """Return what is wrong with a file's place or name, or None."""
    room = PurePath(name).parent.relative_to(FOLDER).as_posix()
    if path.suffix != ".txt" or room not in ROOMS:
        return Finding(name, 0, f"is not read; only .txt files in {', '.join(ROOMS)} hold examples")
    if room == "harmless" and path.stem not in HARMLESS:
        return Finding(
            name, 0, f"is named after no kind; these are: {', '.join(HARMLESS)}{nearest(path.stem, HARMLESS)}"
        )
    if room == "flags":
        level = path.stem.rpartition(".")[2]
        if level not in list(Level):
            return Finding(
                name, 0, f"must be named after a flag and a level, rf-example.{Level.SOON}.txt{nearest(level, Level)}"
            )
    return None


def _lines(text: str) -> Lines:
    """Return the examples of a file's text, each with the line where it stands first."""
    found: Lines = {}
    for number, example in _numbered(text):
        found.setdefault(example, number)
    return found


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Yield the examples of a file's text with their lines; blank lines and comments are none."""
    for number, line in enumerate(text.split("\n"), 1):
        example = line.strip()
        if example and not example.startswith(_COMMENT):
            yield number, example


def _slips(name: str, text: str) -> Iterator[Finding]:
    """Yield what is wrong with the lines of a file."""
    first: Lines = {}
    for number, example in _numbered(text):
        if _CONTROL.search(example):
            yield Finding(name, number, "has a tab or another control character in it; write the example without it")
        if len(example) > LONGEST:
            yield Finding(name, number, f"has {len(example)} characters; a message has at most {LONGEST}")
        if example in first:
            yield Finding(name, number, f"`{example[:60]}` stands on line {first[example]} too; keep one of them")
        first.setdefault(example, number)
    if not first:
        yield Finding(name, 0, "holds no example; write one a line, or delete the file")
