"""The key of anything derived from the knowledge files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path


def digest(folder: Path) -> str:
    """Return the SHA-256 of all knowledge files, names included: the key of anything derived from them."""
    total = hashlib.sha256()
    for path in knowledge_files(folder):
        data = path.read_bytes()
        total.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def knowledge_files(folder: Path) -> Iterator[Path]:
    """Yield the files Limber reads, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".toml", ".txt") and is_kept(path):
            yield path


def is_kept(path: Path) -> bool:
    """Return whether a path is a file of the clinic's own, not what an editor or a system left beside it."""
    return not path.name.startswith(".") and path.is_file()
