"""One knowledge file as text: a TOML head between `+++` lines, then a Markdown body."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.library.finding import Finding
from bot.library.toml_lines import index_lines, line_of

FENCE = "+++"
CURLY = "“”„‘’"
_POSITION = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


class Unreadable(Exception):  # noqa: N818 - a reading stopped, not a programming error
    """Raised inside this package when a file cannot be parsed at all; carries its finding."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


@dataclass(frozen=True)
class Document:
    """A parsed file. `head_text` starts on line 1 + `head_offset`; the body starts on line `body_line`."""

    name: str
    head: dict[str, Any]
    head_text: str
    head_offset: int
    body: str
    body_line: int

    @property
    def body_hash(self) -> str:
        """Twelve hex digits of the body's SHA-256, blank space apart: what a signature is bound to."""
        return hashlib.sha256(" ".join(self.body.split()).encode()).hexdigest()[:12]

    def at(self, sentence: str, *path: str | int, grave: bool = True) -> Finding:
        """Return a finding at a key of the head, or on the first line when the key is not there."""
        line = line_of(index_lines(self.head_text), path)
        return Finding(self.name, line + self.head_offset if line else 1, sentence, grave)

    def in_body(self, words: str, sentence: str) -> Finding:
        """Return a finding at the first body line that holds `words`, or where the body starts."""
        lines = self.body.split("\n")
        offset = next((number for number, line in enumerate(lines) if words and words in line), 0)
        return Finding(self.name, self.body_line + offset, sentence)


def read_text(path: Path, name: str) -> str:
    """Return the file's text with line feeds only; a UTF-8 BOM is dropped. Raises `Unreadable`."""
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(Finding(name, 0, "is saved as UTF-16; save it again as UTF-8 (in Notepad: Save as, Encoding)"))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable(
            Finding(
                name,
                line,
                f"has the byte 0x{data[error.start]:02x}, which is not UTF-8; save the file as UTF-8",
            )
        ) from error


def read_markdown(path: Path, name: str) -> Document:
    """Read a topic, stretch or flag file. Raises `Unreadable`."""
    lines = read_text(path, name).split("\n")
    fences = [i for i, line in enumerate(lines) if line.strip() == FENCE]
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not fences or fences[0] != first:
        raise Unreadable(
            Finding(name, first + 1, f"must start with a line {FENCE}, then the head, then a second {FENCE}")
        )
    if len(fences) < 2:
        raise Unreadable(
            Finding(name, fences[0] + 1, f"the head is opened by {FENCE} but never closed by a second {FENCE}")
        )
    start, end = fences[:2]
    head_text = "\n".join(lines[start + 1 : end])
    head = parse_toml(head_text, name, offset=start + 1)
    return Document(name, head, head_text, start + 1, "\n".join(lines[end + 1 :]).strip("\n"), end + 2)


def read_toml(path: Path, name: str) -> Document:
    """Read a file that is TOML throughout. Raises `Unreadable`."""
    text = read_text(path, name)
    return Document(name, parse_toml(text, name, offset=0), text, 0, "", 0)


def parse_toml(text: str, name: str, *, offset: int) -> dict[str, Any]:
    """Parse TOML, turning a syntax error into a sentence for a clinician. Raises `Unreadable`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.search(str(error))
        lines = text.split("\n")
        line = int(found.group(1)) if found and found.group(1) else len(lines)
        reason = _POSITION.sub("", str(error))
        line, sentence = _toml_sentence(reason, lines, min(line, len(lines)))
        raise Unreadable(Finding(name, line + offset, sentence)) from error
    except RecursionError as error:
        raise Unreadable(Finding(name, 0, "has too many brackets within brackets to be read")) from error


def _toml_sentence(reason: str, lines: list[str], number: int) -> tuple[int, str]:
    """Return the line to look at and what a clinician should do there."""
    line = lines[number - 1].strip()
    before = next((i for i in range(number - 1, 0, -1) if lines[i - 1].strip()), 0)
    shown = f"`{line[:60]}`"
    if any(mark in line for mark in CURLY) and '"' not in line:
        return number, f'{shown} has curly quotes, as Word makes them; use straight ones: "'
    if "Cannot overwrite" in reason or "Cannot declare" in reason:
        key = line.split("=")[0].strip(" []")
        return number, f"`{key}` stands twice; keep one of them"
    if "Illegal character" in reason or line.count('"') % 2:
        return number, f"{shown}: the closing quote is missing on this line"
    if "Unclosed array" in reason or ("Invalid value" in reason and not line):
        if before and lines[before - 1].rstrip().endswith(('"', "}")):
            return before, f"`{lines[before - 1].strip()[:60]}`: a comma is missing at the end of this line"
        return number, f"{shown}: a list opened with [ is never closed with ]"
    if "after a key" in reason:
        return number, f"{shown} is not of the form `key = value`"
    if "Invalid value" in reason:
        return number, f'{shown}: the value must stand in straight quotes, for example `name = "text"`'
    if "escape" in reason or "Unescaped" in reason:
        return number, f"{shown}: a backslash \\ has a meaning of its own here; leave it out or double it"
    return number, f"{shown} cannot be read ({reason.lower()})"
