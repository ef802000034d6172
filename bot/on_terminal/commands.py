"""The terminal's one-shot commands: ask, topics, stretch."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.answering.answer import Answer, Answerer
from bot.index import open_answerer
from bot.library import Care, Library, Place, Position
from bot.on_terminal.records import answer_record, pick_records, topic_record
from bot.stretching.pick import Picks, Wish, pick
from bot.stretching.routine import LONGEST, SHORTEST, compose


def ask(options: Namespace, folder: Path) -> int:
    """Answer the question given, or one question a line from stdin."""
    answerer = open_answerer(folder)
    questions: Iterable[str] = [" ".join(options.question)] if options.question else _lines_of_stdin()
    for question in questions:
        _print_answer(answerer, answerer.answer(question), options)
        sys.stdout.flush()
    return 0


def _print_answer(answerer: Answerer, answer: Answer, options: Namespace) -> None:
    from bot.on_terminal.why import explain

    why = list(explain(answerer.matcher, answer)) if options.why else []
    if options.json:
        _print_json({**answer_record(answer), **({"why": why} if options.why else {})})
        return
    _print_card_of(answerer, answer)
    sys.stdout.writelines(f"  {line}\n" for line in why)


def _print_card_of(answerer: Answerer, answer: Answer) -> None:
    from rich.console import Console

    from bot.desk.desk import Desk
    from bot.on_terminal.render import show
    from bot.settings import terminal_clinic

    show(Console(), Desk(answerer, terminal_clinic(answerer.library)).reply(answer))


def topics(options: Namespace, folder: Path) -> int:
    """List every topic."""
    for topic in open_answerer(folder).library.topics.values():
        if options.json:
            _print_json(topic_record(topic))
        else:
            sys.stdout.write(f"{topic.id:32} {topic.question}\n")
    return 0


def stretch(options: Namespace, folder: Path) -> int:
    """List the stretches that fit, or say why none does; with minutes, as a routine."""
    answerer = open_answerer(folder)
    wish, picks = _picked(answerer.library, options)
    if options.json:
        for record in _stretch_records(picks, options.minutes):
            _print_json(record)
        return 0
    from rich.console import Console

    from bot.desk.desk import Desk
    from bot.on_terminal.render import show
    from bot.settings import terminal_clinic

    desk = Desk(answerer, terminal_clinic(answerer.library))
    routine = options.minutes is not None and picks.offered
    show(Console(), desk.stretch(wish) if routine else desk.picks(picks, wish))
    return 0


def _picked(library: Library, options: Namespace) -> tuple[Wish, Picks]:
    """Return what was wished for and what fits it."""
    from bot.stretching.lookup import find

    name = find(library, options.name) if options.name else None
    place = Place(options.place) if options.place else None
    position = Position(options.position) if options.position else None
    wish = Wish(name, place, position, tuple(Care(care) for care in options.care), options.minutes)
    if options.name and name is None:
        return wish, Picks((), f"No stretch is called {options.name!r}. `limber stretch` lists them all.")
    return wish, pick(library, wish)


def _stretch_records(picks: Picks, minutes: int | None) -> list[dict[str, Any]]:
    """Return the records of what is offered; with minutes, those of the routine in its order."""
    if minutes is None or not picks.offered:
        return pick_records(picks)
    if not SHORTEST <= minutes <= LONGEST:
        return [{"withheld": f"A routine takes {SHORTEST} to {LONGEST} minutes, not {minutes}."}]
    chosen = tuple(part.pick for part in compose(picks.offered, minutes) if part.pick)
    return pick_records(Picks(chosen, f"No stretch fits into {minutes} minutes."))


def _lines_of_stdin() -> Iterator[str]:
    """Yield the lines of stdin as they come; only a line feed ends a line, and bad bytes are no reason to stop."""
    for line in sys.stdin.buffer:
        yield line.rstrip(b"\r\n").decode("utf-8", errors="replace")


def _print_json(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
