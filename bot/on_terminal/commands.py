"""The terminal's one-shot commands: ask, topics, stretch."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answering.answer import Answer, Answerer
from bot.library.knowledge import load
from bot.on_terminal.opening import open_here
from bot.on_terminal.records import answer_record, offer_records, topic_record

if TYPE_CHECKING:
    from bot.desk.card import Card
    from bot.desk.desk import Desk


def ask(options: Namespace, folder: Path) -> int:
    """Answer the question given, or one question a line from stdin."""
    answerer = open_here(folder)
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
    _show(answerer, lambda desk: desk.reply(answer))
    sys.stdout.writelines(f"  {line}\n" for line in why)


def _show(answerer: Answerer, card_of: Callable[[Desk], Card]) -> None:
    from rich.console import Console

    from bot.desk.desk import Desk
    from bot.on_terminal.render import show
    from bot.settings import terminal_clinic

    show(Console(), card_of(Desk(answerer, terminal_clinic(answerer.library))))


def topics(options: Namespace, folder: Path) -> int:
    """List every topic."""
    for topic in load(folder).library.topics.values():
        if options.json:
            _print_json(topic_record(topic))
        else:
            sys.stdout.write(f"{topic.id:32} {topic.question}\n")
    return 0


def stretch(options: Namespace, folder: Path) -> int:
    """List the stretches that fit, or say why none does; with minutes, as a routine."""
    from bot.desk.offers import StretchRequest, offer

    answerer = open_here(folder)
    request = StretchRequest(
        options.name or "", options.place or "", options.position or "", tuple(options.care), options.minutes
    )
    if options.json:
        for record in offer_records(offer(answerer.library, request)):
            _print_json(record)
    else:
        _show(answerer, lambda desk: desk.stretch(request))
    return 0


def _lines_of_stdin() -> Iterator[str]:
    """Yield the lines of stdin as they come; only a line feed ends a line, and bad bytes are no reason to stop."""
    for line in sys.stdin.buffer:
        yield line.rstrip(b"\r\n").decode("utf-8", errors="replace")


def _print_json(record: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
