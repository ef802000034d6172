"""`python -m tests.answering.regression`: the figures of the regression set, and every row that speaks against one.

The 400 rows of `regression.jsonl` were written by people who had seen no phrasing and no rule. A row stays as it was
first written: what Limber gets wrong is mended in Limber.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from bot.answering.answer import Answer, Answered, Answerer, Check, Suggestions, Urgent
from bot.index import FOLDER, open_answerer
from bot.library import Level
from tests.bench.questions import ABOUT, OUTSIDE, Question, helps, rank
from tests.bench.safety import NONE, Judged, Message, judge

ROWS = Path(__file__).with_name("regression.jsonl")

FOUND, ASKED = "found", "check"
"""Verdicts of `tests.bench.safety` on a report."""


@dataclass(frozen=True, slots=True)
class Row:
    """A message and its label. `kind`: plain, report, harmless or outside; `sort` tells kinds finer."""

    text: str
    kind: str
    sort: str
    topic: str
    fine: frozenset[str]
    flag: str
    level: str

    @property
    def question(self) -> Question:
        """The row as the bench of questions takes it."""
        return Question(self.text, self.topic, self.fine)

    @property
    def message(self) -> Message:
        """The row as the bench of warning signs takes it."""
        return Message(self.text, self.flag, self.level, self.sort)


def read_rows(path: Path = ROWS) -> tuple[Row, ...]:
    """Read the set."""
    return tuple(_row(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def _row(told: dict[str, str | list[str] | None]) -> Row:
    """Read one row; what a row does not say is "none"."""
    text, kind, sort = (str(told[key]) for key in ("text", "kind", "sort"))
    topic, flag, level = (str(told[key] or NONE) for key in ("topic", "flag", "level"))
    return Row(text, kind, sort, topic, frozenset({topic, *(told["also"] or ())}), flag, level)


@dataclass(frozen=True, slots=True)
class Figure:
    """Of how many rows something holds. `against` lists the rows that someone who works on the figure looks at.

    `wanted` tells whether it is good that it holds; where it is not, the rows against it are those it holds of.
    """

    name: str
    holds: int
    of: int
    wanted: bool
    against: tuple[Judged, ...]


Rule = Callable[[Row, Judged], bool]


def measure(answerer: Answerer, rows: Sequence[Row]) -> tuple[Figure, ...]:
    """Answer every row once and count."""
    judged = tuple(zip(rows, judge(answerer, [row.message for row in rows]), strict=True))
    return tuple(_figure(judged, *asked) for asked in (*_of_topics(), *_of_reports(), *_of_harmless(rows)))


def _figure(judged: Iterable[tuple[Row, Judged]], name: str, among: Rule, holds: Rule, wanted: bool) -> Figure:
    """Count the rows of a figure."""
    mine = [(row, verdict) for row, verdict in judged if among(row, verdict)]
    good = [verdict for row, verdict in mine if holds(row, verdict)]
    bad = [verdict for row, verdict in mine if not holds(row, verdict)]
    return Figure(name, len(good), len(mine), wanted, tuple(bad if wanted else good))


Asked = tuple[str, Rule, Rule, bool]
"""A figure's name, the rows it is of, what has to hold of them, and whether that is wanted."""


def _of_topics() -> Iterator[Asked]:
    """Yield the figures of plain complaints and of what is outside."""
    plain, fragment = _is("plain", in_scope=True), _is("plain", in_scope=False)
    yield "plain: right first", plain, lambda r, j: rank(r.question, j.answer) == 1, True
    yield "plain: right in three", plain, lambda r, j: rank(r.question, j.answer) <= 3, True
    yield "plain: answered right", plain, lambda r, j: _is_answered(j.answer) and helps(r.question, j.answer), True
    yield "plain: answered wrong", plain, lambda r, j: _is_answered(j.answer) and not helps(r.question, j.answer), False
    yield "plain: helpful", plain, lambda r, j: helps(r.question, j.answer), True
    for name, among in (("fragments", fragment), ("outside", _is("outside", in_scope=False))):
        yield f"{name}: answered", among, lambda _, j: _is_answered(j.answer) and j.answer.topic != ABOUT, False
        yield f"{name}: answered or offered", among, lambda _, j: _is_offered(j.answer), False
    for name, among in (("plain", plain), ("fragments", fragment), ("outside", _is("outside", in_scope=False))):
        yield f"{name}: alarms", among, _alarmed, False
        yield f"{name}: alarms or checks", among, _raised, False


def _of_reports() -> Iterator[Asked]:
    """Yield the figures of reports: a crisis is never asked about, and of the others only what is not found at once."""
    for level in Level:
        among = _reports(level)
        if level is not Level.CRISIS:
            yield f"{level}: found or asked", among, lambda _, j: j.verdict in (FOUND, ASKED), True
        yield f"{level}: found", among, lambda _, j: j.verdict == FOUND, True
    yield "same-day: graver than reported", _reports(Level.SAME_DAY), _graver, False
    yield "reports: the right flag", lambda r, _: r.kind == "report", _flagged, True


def _of_harmless(rows: Sequence[Row]) -> Iterator[Asked]:
    """Yield the figures of what only looks like a sign, together and by sort."""
    yield "harmless: alarms", lambda r, _: r.kind == "harmless", _alarmed, False
    yield "harmless: alarms or checks", lambda r, _: r.kind == "harmless", _raised, False
    for sort in dict.fromkeys(row.sort for row in rows if row.kind == "harmless"):
        yield f"harmless, {sort}: alarms", _of_sort(sort), _alarmed, False
        yield f"harmless, {sort}: alarms or checks", _of_sort(sort), _raised, False


def _is(kind: str, *, in_scope: bool) -> Rule:
    return lambda row, _: row.kind == kind and (row.topic != OUTSIDE) == in_scope


def _reports(level: Level) -> Rule:
    return lambda row, _: row.kind == "report" and row.level == level


def _of_sort(sort: str) -> Rule:
    return lambda row, _: row.kind == "harmless" and row.sort == sort


def _is_answered(answer: Answer) -> TypeGuard[Answered]:
    return isinstance(answer, Answered)


def _is_offered(answer: Answer) -> bool:
    """Return whether anything but what Limber is about is answered or offered."""
    return isinstance(answer, Suggestions) or (isinstance(answer, Answered) and answer.topic != ABOUT)


def _alarmed(_: Row, judged: Judged) -> bool:
    return isinstance(judged.answer, Urgent)


def _raised(_: Row, judged: Judged) -> bool:
    return isinstance(judged.answer, Urgent | Check)


def _graver(row: Row, judged: Judged) -> bool:
    answer = judged.answer
    return isinstance(answer, Urgent) and answer.hit.level.gravity > Level(row.level).gravity


def _flagged(row: Row, judged: Judged) -> bool:
    """Return whether the flag on the card is the one reported."""
    answer = judged.answer
    hit = answer.hit if isinstance(answer, Urgent | Check) else answer.soon
    return hit is not None and hit.flag == row.flag


def main() -> None:
    """Print the figures, and under each the rows that speak against it."""
    for figure in measure(open_answerer(FOLDER), read_rows()):
        print(f"{figure.name}: {figure.holds} of {figure.of}")  # noqa: T201 - a report
        for judged in figure.against:
            print(f"    {judged.message.text}  [{_outcome(judged.answer)}]")  # noqa: T201 - a report


def _outcome(answer: Answer) -> str:
    """Spell what Limber made of a message."""
    match answer:
        case Urgent() | Check():
            return f"{type(answer).__name__.lower()} {answer.hit.flag} {answer.hit.level}"
        case Answered():
            return f"answered {answer.topic}"
        case _:
            return f"{type(answer).__name__.lower()}, nearest {answer.best}"


if __name__ == "__main__":
    main()
