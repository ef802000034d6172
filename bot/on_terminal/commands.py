"""The terminal's one-shot commands: ask, topics, stretch."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.answering.answer import Answer, Answerer
from bot.library import Care, Place, Position
from bot.on_terminal.records import answer_record, pick_records, topic_record
from bot.opening import open_answerer
from bot.stretching.pick import Picks, Wish, pick


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

    why = list(explain(answer)) if options.why else []
    if options.json:
        _print_json({**answer_record(answer), **({"why": why} if options.why else {})})
        return
    _print_card_of(answerer, answer)
    sys.stdout.writelines(f"  {line}\n" for line in why)


def _print_card_of(answerer: Answerer, answer: Answer) -> None:
    from rich.console import Console

    from bot.desk.desk import Desk
    from bot.on_terminal.drawing import show
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
    """List the stretches that fit, or say why none does."""
    answerer = open_answerer(folder)
    library = answerer.library
    from bot.stretching.naming import find

    name = find(library, options.name) if options.name else None
    if options.name and name is None:
        picks = Picks((), f"No stretch is called {options.name!r}. `limber stretch` lists them all.")
    else:
        place = Place(options.place) if options.place else None
        position = Position(options.position) if options.position else None
        wish = Wish(name, place, position, tuple(Care(care) for care in options.care))
        picks = pick(library, wish)
    if options.json:
        for record in pick_records(picks):
            _print_json(record)
        return 0
    from rich.console import Console

    from bot.desk.desk import Desk
    from bot.on_terminal.drawing import show
    from bot.settings import terminal_clinic

    desk = Desk(answerer, terminal_clinic(library))
    show(Console(), desk.picks(picks, tuple(Care(care) for care in options.care)))
    return 0


def _lines_of_stdin() -> Iterator[str]:
    """Yield the lines of stdin as they come; only a line feed ends a line, and bad bytes are no reason to stop."""
    for line in sys.stdin.buffer:
        yield line.rstrip(b"\r\n").decode("utf-8", errors="replace")


def _print_json(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
