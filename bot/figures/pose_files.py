"""Read the pose files of a knowledge folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.errors import KnowledgeError
from bot.figures.pose import Movement
from bot.library.document import Unreadable, read_toml
from bot.library.finding import Finding
from bot.library.validating import validated

FOLDER = "poses"


@dataclass(frozen=True)
class PoseFiles:
    """The movements that could be read, by the name of their pictures, and what is wrong with the others."""

    movements: dict[str, Movement]
    findings: tuple[Finding, ...]


def read_poses(folder: Path) -> PoseFiles:
    """Read every `poses/<name>.toml` of a knowledge folder; a file with a fault becomes findings."""
    movements: dict[str, Movement] = {}
    findings: list[Finding] = []
    for path in sorted((folder / FOLDER).glob("*.toml")):
        try:
            document = read_toml(path, f"{FOLDER}/{path.name}")
        except Unreadable as stopped:
            findings.append(stopped.finding)
            continue
        movement, faults = validated(document, document.head, Movement)
        findings += faults
        if movement is not None:
            movements[path.stem] = movement
    return PoseFiles(movements, tuple(findings))


def load_poses(folder: Path) -> dict[str, Movement]:
    """Return every movement of a knowledge folder by name. Raises `KnowledgeError` with every finding."""
    files = read_poses(folder)
    if files.findings:
        raise KnowledgeError(tuple(str(finding) for finding in files.findings))
    return files.movements
