"""The safety sets, and the figures that are made on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answer import Answer, Answerer, Check, Urgent
from bot.library import Level

NONE = "none"


@dataclass(frozen=True, slots=True)
class Message:
    """A labelled message: the flag and level it reports, or "none" and the kind of trap it is."""

    text: str
    flag: str
    level: str
    kind: str


def read_messages(path: Path) -> list[Message]:
    """Read a safety set."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Message(row["text"], row["flag"], row["level"], row["kind"]) for row in rows]


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with what Limber made of it: "found", "check", "missed", or for a trap "alarm", "check", "quiet"."""

    message: Message
    answer: Answer
    verdict: str


def judge(answerer: Answerer, messages: Sequence[Message]) -> list[Judged]:
    """Answer every message and compare with its label (docs/bench.md)."""
    judged = []
    for message in messages:
        answer = answerer.answer(message.text)
        verdict = _trap(answer) if message.level == NONE else _report(answer, Level(message.level))
        judged.append(Judged(message, answer, verdict))
    return judged


def _trap(answer: Answer) -> str:
    return "alarm" if isinstance(answer, Urgent) else "check" if isinstance(answer, Check) else "quiet"


def _report(answer: Answer, level: Level) -> str:
    """Found: urgent at the labelled level or graver; of "soon", any sign shown at all."""
    if isinstance(answer, Urgent):
        return "found" if answer.hit.level.gravity >= level.gravity else "missed"
    if isinstance(answer, Check):
        return "check"
    return "found" if level is Level.SOON and answer.soon else "missed"


def table(judged: Sequence[Judged]) -> list[str]:
    """Return the figures as lines: by level, by kind of trap, and the right flag named."""
    lines = []
    for level in Level:
        counts = Counter(j.verdict for j in judged if j.message.level == level)
        if total := counts.total():
            found, asked = counts["found"] / total, counts["check"] / total
            lines.append(
                f"{level:10} {total:4}  found {found:.3f}  by check {asked:.3f}  missed {1 - found - asked:.3f}"
            )
    traps = Counter(j.verdict for j in judged if j.message.level == NONE)
    if traps.total():
        alarm, asked = traps["alarm"] / traps.total(), traps["check"] / traps.total()
        lines.append(f"traps      {traps.total():4}  alarm {alarm:.3f}  check {asked:.3f}")
    named = [
        j.message.flag == j.answer.hit.flag for j in judged if isinstance(j.answer, Urgent) and j.verdict == "found"
    ]
    if named:
        lines.append(f"right flag named, of those found urgent: {sum(named) / len(named):.3f}")
    return lines
