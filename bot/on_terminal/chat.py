"""`limber chat`: ask and be answered, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.console import Console

from bot.desk.card import Button, Card
from bot.desk.desk import Desk
from bot.desk.labels import COMMANDS
from bot.desk.offers import StretchRequest
from bot.on_terminal.render import show


class Chat:
    """A conversation: remembers the choices of the last card, nothing else."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._choices: tuple[Button, ...] = ()

    def reply(self, line: str) -> Card:
        """Return the card that answers one line."""
        card = self._card(line.strip())
        self._choices = card.buttons
        return card

    def _card(self, line: str) -> Card:
        command, _, rest = line.partition(" ")
        match command:
            case "/help":
                return self.desk.chat_help()
            case "/ask":
                return self.desk.ask(rest) if rest else self.desk.welcome()
            case "/stretch":
                return self.desk.stretch(StretchRequest(rest.strip()))
            case "/topics":
                return self.desk.topics()
            case "/privacy":
                return self.desk.privacy()
            case "/forget-me":
                return self.desk.forgotten(0)
        if line.isdecimal() and 1 <= int(line) <= len(self._choices):
            return self.desk.press(self._choices[int(line) - 1].action)
        return self.desk.ask(line)


def run(desk: Desk) -> int:
    """Chat until the input ends. On a terminal with history and completion, plain when piped."""
    console = Console()
    chat = Chat(desk)
    if console.is_terminal:
        show(console, desk.chat_help())
    for line in _typed(desk) if sys.stdin.isatty() else _piped():
        if line.strip() in ("/quit", "/exit"):
            break
        show(console, chat.reply(line))
        if not console.is_terminal:
            console.print()
    return 0


def _piped() -> Iterator[str]:
    """Yield the lines of a pipe."""
    for line in sys.stdin.buffer:
        yield line.rstrip(b"\r\n").decode("utf-8", errors="replace")


def _typed(desk: Desk) -> Iterator[str]:
    """Yield the lines a person types; Ctrl-C clears the line, Ctrl-D ends. The history lives as long as the chat."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.history import InMemoryHistory

    names = [f"/stretch {stretch.id}" for stretch in desk.library.stretches.values()]
    completer = WordCompleter([*(f"/{name}" for name in COMMANDS), "/help", "/quit", *names], sentence=True)
    session: PromptSession[str] = PromptSession("you › ", history=InMemoryHistory(), completer=completer)
    while True:
        try:
            yield session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
