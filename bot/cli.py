"""The front door: `limber chat · ask · topics · stretch · check · draw · run`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.errors import KnowledgeError, LimberError, SettingError

FINE, WRONG, USAGE = 0, 1, 2
"""Exit status: fine · found something wrong · usage, setting or token (docs/contracts.md)."""

PLACES = ("desk", "bed", "floor", "gym", "car")
POSITIONS = ("standing", "seated", "lying", "kneeling", "all-fours")
CARES = ("disc", "flare", "osteoporosis", "pregnancy", "surgery", "balance", "beginner")
"""The values of three options. They stand here too, so that `--help` imports nothing; a test holds them equal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    _speak_utf8()
    try:
        return _run(options)
    except KnowledgeError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the terminal is this module's reader
        return WRONG
    except (SettingError, LimberError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - as above
        return USAGE
    except BrokenPipeError:
        # The reader has gone (`limber topics | head`): fine. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return FINE


def _run(options: argparse.Namespace) -> int:
    """Import what one command needs, and run it: each has its own stack, and `ask` must start fast."""
    match options.command:
        case "check":
            from bot.figures.check import check as check_poses
            from bot.on_terminal.check import check

            folder = options.folder or _folder()
            return check(options, folder, check_poses(folder))
        case "new":
            from bot.on_terminal.check import new

            return new(options, _folder())
        case "draw":
            from bot.figures.draw import draw

            return draw(_folder())
        case "chat":
            from bot.desk.desk import Desk
            from bot.on_terminal.chat import run
            from bot.on_terminal.opening import open_here
            from bot.settings import terminal_clinic

            answerer = open_here(_folder())
            return run(Desk(answerer, terminal_clinic(answerer.library)))
        case "run":
            from bot.on_discord.running import run as run_discord

            return run_discord(_folder())
        case _:
            from bot.on_terminal import commands

            command = {"ask": commands.ask, "topics": commands.topics, "stretch": commands.stretch}[options.command]
            return command(options, _folder())


def _folder() -> Path:
    """Return the knowledge folder: KNOWLEDGE_DIR, or the one that ships with Limber."""
    from bot.index import FOLDER

    named = os.environ.get("KNOWLEDGE_DIR")
    if not named and Path(".env").is_file():
        from dotenv import dotenv_values

        named = dotenv_values(".env", encoding="utf-8-sig").get("KNOWLEDGE_DIR")
    return Path(named) if named else FOLDER


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="limber", description="Answers to back-pain questions, from what the clinic knows."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("chat", help="ask questions here in the terminal")
    ask = commands.add_parser("ask", help="answer one question, or one a line from stdin")
    ask.add_argument("question", nargs="*", metavar="QUESTION")
    ask.add_argument("--json", action="store_true", help="one JSON record a line")
    ask.add_argument("--why", action="store_true", help="say how the answer came about")
    topics = commands.add_parser("topics", help="list every question Limber can answer")
    topics.add_argument("--json", action="store_true", help="one JSON record a line")
    _add_stretch(commands.add_parser("stretch", help="list the stretches that fit"))
    check = commands.add_parser("check", help="check the knowledge files")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="another knowledge folder")
    check.add_argument("--review", action="store_true", help="also list what nobody has signed within a year")
    new = commands.add_parser("new", help="write a commented skeleton into the knowledge folder")
    new.add_argument("kind", choices=("topic", "stretch", "flag", "pose"))
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens")
    commands.add_parser("draw", help="draw the pictures from the poses (needs the extra `draw`)")
    commands.add_parser("run", help="answer on Discord")
    return parser


def _add_stretch(stretch: argparse.ArgumentParser) -> None:
    stretch.add_argument("--json", action="store_true", help="one JSON record a line")
    stretch.add_argument("--name", metavar="ID", help="one stretch, by id or name")
    stretch.add_argument("--place", choices=PLACES)
    stretch.add_argument("--position", choices=POSITIONS)
    stretch.add_argument("--minutes", type=int, metavar="N", help="a routine of so many minutes")
    stretch.add_argument(
        "--care", choices=CARES, action="append", default=[], help="a reason to be careful; may be repeated"
    )


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what cannot be written is shown as an escape, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
