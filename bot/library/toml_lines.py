"""On which line a key of a TOML text stands: no TOML library tells once the text is parsed."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]
_HEADER = re.compile(r'^\s*(\[\[?)\s*("[^"]+"|[\w.\-]+)\s*\]')
_KEY = re.compile(r'^\s*"?([\w\-. ]+?)"?\s*=')
_ITEM = re.compile(r"""^\s*["'{]""")


def index_lines(text: str) -> dict[Path, int]:
    """Map each key path (as pydantic spells it: names and list positions) to its 1-based line.

    Strings and inline tables of a list that stand on lines of their own are mapped too.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    array: Path | None = None
    items = 0
    for number, line in enumerate(text.split("\n"), 1):
        if array is not None:
            if _ITEM.match(line):
                lines[(*array, items)] = number
                items += 1
            if line.strip().startswith("]"):
                array = None
        elif header := _HEADER.match(line):
            table = _resolve(header.group(2), header.group(1) == "[[", counts)
            lines[table] = number
        elif key := _KEY.match(line):
            path = (*table, key.group(1))
            lines[path] = number
            value = line.split("=", 1)[1].strip()
            if value.startswith("[") and "]" not in value:
                array, items = path, 0
    return lines


def _resolve(dotted: str, opens: bool, counts: dict[Path, int]) -> Path:
    """Return the path of a table header, counting up when it opens a new entry of a list of tables."""
    path: Path = ()
    names = [dotted.strip('"')] if dotted.startswith('"') else dotted.split(".")
    for i, name in enumerate(names):
        path = (*path, name)
        if opens and i == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest thing around it; 0 when there is none."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 0
