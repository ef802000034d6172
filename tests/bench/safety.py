"""The safety sets, and the figures that are made on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answering.answer import Answer, Answerer, Check, Urgent
from bot.library import Level
from tests.bench.count import Count
from tests.bench.failures import outcome
from tests.bench.questions import Row, read_rows

NONE = "none"


@dataclass(frozen=True, slots=True)
class Message:
    """A labelled message: the flag and level it reports, or "none" and the kind of trap it is."""

    text: str
    flag: str
    level: str
    kind: str


def read_messages(path: Path) -> list[Message]:
    """Read the messages of a set that are labelled by what they report: `{"text", "flag", "level"}`.

    One without a flag reports nothing; its `kind` says what it is: `harmless`, `fragment`, or a kind of trap.
    """
    return [_message(row) for row in read_rows(path) if not row.get("topic") and ("flag" in row or "kind" in row)]


def _message(row: Row) -> Message:
    flag, level, kind = (row.get(key) or NONE for key in ("flag", "level", "kind"))
    return Message(row["text"], flag, level, kind)


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


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the figures as lines: by level, of what reports nothing by its kind, and the flag and level shown."""
    for level in Level:
        verdicts = [j.verdict for j in judged if j.message.level == level]
        if verdicts:
            found, asked, missed = (Count.over(v == told for v in verdicts) for told in ("found", "check", "missed"))
            yield f"{level:10} found {found} · by a check {asked} · missed {missed}"
    yield from _of_harmless([j for j in judged if j.message.level == NONE])
    heard = [j for j in judged if j.message.level != NONE and j.verdict != "missed"]
    if heard:
        yield f"the right flag shown, of those heard {Count.over(shown_flag(j) == j.message.flag for j in heard)}"
        found_at = [j for j in heard if isinstance(j.answer, Urgent)]
        yield f"the right level, of those raised {Count.over(shown_level(j) == j.message.level for j in found_at)}"


def _of_harmless(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield alarms and checks on what reports nothing, all together and by kind where there are several."""
    kinds = Counter(j.message.kind for j in judged)
    if judged:
        yield f"harmless: {_raised(judged)}"
    for kind in kinds if len(kinds) > 1 else ():
        yield f"  {kind}: {_raised([j for j in judged if j.message.kind == kind])}"


def _raised(judged: Sequence[Judged]) -> str:
    alarms, checks = (Count.over(j.verdict == told for j in judged) for told in ("alarm", "check"))
    return f"alarms {alarms} · checks {checks}"


def shown_flag(judged: Judged) -> str:
    """Return the flag that is shown, raised or asked about, or nothing."""
    answer = judged.answer
    hit = answer.hit if isinstance(answer, Urgent | Check) else answer.soon
    return hit.flag if hit else ""


def shown_level(judged: Judged) -> str:
    """Return the level of the flag that is raised or asked about, or nothing."""
    return judged.answer.hit.level if isinstance(judged.answer, Urgent | Check) else ""


def failures(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield every message that was missed, shown another flag, or raised for nothing, with its text."""
    for j in judged:
        wrong = j.verdict in ("missed", "alarm") or (j.verdict == "check" and j.message.level == NONE)
        another = j.message.level != NONE and shown_flag(j) != j.message.flag
        if wrong or another:
            kind = j.verdict if wrong else "another flag"
            yield f"{kind}: {j.message.text!r} [{outcome(j.answer)}; {j.message.flag} {j.message.level}]"
