"""Warning signs that real people told of: how many are heard, by which reader, and if the right card is shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answering.answer import Answer, Answerer, Check, Urgent
from bot.answering.learned_signs import SignClassifier
from bot.answering.message import Message
from bot.answering.screening import Hit, Screener, Screening
from bot.index import FOLDER
from bot.index.files import places
from bot.index.learning import learn
from bot.library import Level
from tests.bench.count import Count
from tests.bench.failures import outcome
from tests.bench.questions import SETS, Asked, read_rows

GRAVE = ("emergency", "urgent")
"""Labels of a message that must be raised or asked about."""

GRAVEST = (Level.CRISIS, Level.EMERGENCY)
"""Levels at which an emergency is shown as one."""

FLAGS = SETS / "real" / "flags.json"
"""Which of our flags each label may be met by, if it is there."""


@dataclass(frozen=True, slots=True)
class Report:
    """A message that reports a sign, and what Limber made of it. `flags`: those that may be shown, if that is known."""

    text: str
    label: str
    level: str
    with_back: bool
    flags: frozenset[str]
    answer: Answer

    @property
    def heard(self) -> bool:
        """Whether it was raised or asked about."""
        return isinstance(self.answer, Urgent | Check)

    @property
    def shown_right(self) -> bool:
        """Whether the flag that was raised or asked about may be shown for it."""
        return isinstance(self.answer, Urgent | Check) and self.answer.hit.flag in self.flags


def read_reports(answerer: Answerer, folder: Path) -> list[Report]:
    """Read the reports of a folder that must be heard, and ask Limber about each."""
    flags = json.loads(FLAGS.read_text(encoding="utf-8")) if FLAGS.is_file() else {}
    return [
        Report(
            text=row["text"],
            label=row["flag"],
            level=row["level"],
            with_back=bool(row["with_back_or_leg"]),
            flags=frozenset(flags.get(row["flag"], ())),
            answer=answerer.answer(row["text"]),
        )
        for row in read_rows(folder / "red_flag.jsonl")
        if row["level"] in GRAVE
    ]


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """Yield what was heard, with back or leg and of other kinds, and how often the right card was shown."""
    for where, with_back in (("with back or leg", True), ("others", False)):
        here = [report for report in reports if report.with_back is with_back]
        raised = Count.over(isinstance(report.answer, Urgent) for report in here)
        asked = Count.over(isinstance(report.answer, Check) for report in here)
        missed = Count.over(not report.heard for report in here)
        yield f"warning signs, {where}: raised {raised} · asked about {asked} · missed {missed}"
    yield f"the right flag shown, of those heard {Count.over(r.shown_right for r in reports if r.heard and r.flags)}"
    grave = [r.answer.hit.level for r in reports if r.level == "emergency" and isinstance(r.answer, Urgent)]
    yield f"emergencies shown as one, of those raised {Count.over(level in GRAVEST for level in grave)}"


def failures(reports: Sequence[Report]) -> Iterator[str]:
    """Yield every report that was missed or shown another card, with its text. For developers' eyes."""
    for report in reports:
        if not report.heard or (report.flags and not report.shown_right):
            kind = "shown another flag" if report.heard else "missed"
            yield f"warning sign {kind}: {report.text!r} [{outcome(report.answer)}; {report.level} {report.label}]"


class LearnedAlone(Screener):
    """Meets no written sign; it knows the flags' words all the same."""

    def _written(self, message: Message) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
        return (), ()


def alone(answerer: Answerer, reports: Sequence[Report], asked: Sequence[Asked]) -> Iterator[str]:
    """Yield what each of the two readers of signs would find and raise if there were no other."""
    model = learn(answerer.library, FOLDER, places()).signs
    flags = answerer.library.flags.values()
    silent = SignClassifier(replace(model, signs=()))
    readers = (
        ("written signs alone", Screener(flags, silent)),
        ("learned reader alone", LearnedAlone(flags, SignClassifier(model))),
    )
    inside, outside = ([a for a in asked if a.question.outside is out] for out in (False, True))
    texts = [[r.answer for r in reports if r.with_back], [a.answer for a in inside], [a.answer for a in outside]]
    for name, screener in readers:
        of_signs, of_inside, of_outside = (_heard(screener, answers) for answers in texts)
        yield f"{name}: signs with back or leg {of_signs}; in scope {of_inside}; outside {of_outside}"


def _heard(screener: Screener, answers: Sequence[Answer]) -> str:
    verdicts = [_verdict(screener.screen(answer.message)) for answer in answers]
    return f"{verdicts.count('raised')} raised + {verdicts.count('asked')} asked of {len(verdicts)}"


def _verdict(screening: Screening) -> str:
    """Return what `Answerer.answer` would make of a screening."""
    if screening.sure and screening.sure.level.urgent:
        return "raised"
    return "asked" if screening.doubtful and screening.doubtful.level.urgent else ""
