"""Read a knowledge folder into a Library, collecting everything that is wrong with it at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.library import messages
from bot.library.cards import Cards, Words, blank, kinds
from bot.library.care import Care, CareText
from bot.library.context_rules import FILE as CONTEXT
from bot.library.context_rules import ContextRule
from bot.library.digest import is_kept
from bot.library.document import Document, Unreadable, read_markdown, read_text, read_toml
from bot.library.finding import Finding
from bot.library.flag import Concept, Flag
from bot.library.language import FILE as LANGUAGES
from bot.library.language import Language
from bot.library.library import Library
from bot.library.out_of_scope import Outside
from bot.library.picture import LIST, Picture
from bot.library.region import Region
from bot.library.stretch import Stretch
from bot.library.toml_lines import index_lines, line_of
from bot.library.topic import Topic
from bot.library.topic_body import parse_body
from bot.library.validating import validated

T = TypeVar("T")
_CLAIM = re.compile(r"^- \*\*(A\d+)\*\* (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Loaded:
    """A library as far as it could be read, and everything that was found on the way."""

    library: Library
    documents: dict[str, Document]
    findings: tuple[Finding, ...]


def read(folder: Path) -> Loaded:
    """Read every file of `folder`; what cannot be read is a finding and is left out of the library."""
    reader = _Reader(folder)
    if not folder.is_dir():
        reader.note(
            str(folder),
            0,
            "is not a folder; KNOWLEDGE_DIR must name the folder with topics/, stretches/ and flags/",
        )
    library = Library(
        topics=reader.folder("topics", Topic, _topic_extras),
        stretches=reader.folder("stretches", Stretch, _plain_extras),
        flags=reader.folder("flags", Flag, _plain_extras),
        concepts=reader.concepts(),
        context=reader.tables(CONTEXT, ContextRule),
        regions=reader.tables("regions.toml", Region),
        languages=reader.tables(LANGUAGES, Language),
        cares={Care(key): care for key, care in reader.tables("cares.toml", CareText, key="care").items()},
        cards=reader.cards(),
        outside=reader.tables("outside.toml", Outside),
        pictures=reader.tables(LIST, Picture, key="name"),
        words=reader.words(),
        claims=reader.claims(),
    )
    return Loaded(library, reader.documents, tuple(sorted(reader.findings)))


def _topic_extras(document: Document) -> dict[str, object]:
    """Return what a topic has from its body."""
    body = parse_body(document.body)
    return {"body": {"lead": body.lead, "points": body.points, "caution": body.caution}}


def _plain_extras(document: Document) -> dict[str, object]:
    """Return what a stretch or flag has from its body."""
    if not document.body.strip():
        raise ValueError("has no text under its head; say in a sentence or two what this is for")
    return {"body": document.body.strip()}


class _Reader:
    """Reads files of one folder and remembers documents and findings."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.documents: dict[str, Document] = {}
        self.findings: list[Finding] = []

    def note(self, file: str, line: int, sentence: str) -> None:
        self.findings.append(Finding(file, line, sentence))

    def folder(self, name: str, kind: type[T], extras: Callable[[Document], dict[str, object]]) -> dict[str, T]:
        """Read every `<name>/*.md`; the file's name is the id."""
        made: dict[str, T] = {}
        for path in sorted((self.root / name).glob("*.md")):
            if not is_kept(path):
                continue
            file = f"{name}/{path.name}"
            try:
                document = read_markdown(path, file)
            except Unreadable as stopped:
                self.findings.append(stopped.finding)
                continue
            self.documents[file] = document
            value = self._one(document, path.stem, kind, extras)
            if value is not None:
                made[path.stem] = value
        return made

    def _one(
        self, document: Document, stem: str, kind: type[T], extras: Callable[[Document], dict[str, object]]
    ) -> T | None:
        data: dict[str, Any] = dict(document.head)
        for key in ("id", "body", "body_hash"):
            if key in data:
                self.note(
                    document.name,
                    0,
                    f"`{key}` is not written in the head: the file's name is the id and its text the body",
                )
        try:
            data |= extras(document)
        except ValueError as error:
            self.note(document.name, document.body_line, str(error))
            return None
        data |= {"id": stem, "body_hash": document.body_hash}
        return self._validated(document, data, kind, ())

    def tables(self, name: str, kind: type[T], *, key: str = "id") -> dict[str, T]:
        """Read a TOML file of tables, one value a table; the table's name is its `key`."""
        document = self._toml(name)
        if document is None:
            return {}
        made = {}
        for table, data in document.head.items():
            if not isinstance(data, dict):
                self.note(name, self._line(name, table), f"`{table}` must be a table: [{table}]")
                continue
            value = self._validated(document, {**data, key: table}, kind, (table,))
            if value is not None:
                made[table] = value
        return made

    def cards(self) -> Cards:
        """Read cards.toml. A card that is missing or wrong is a finding, and blank."""
        document = self._toml("cards.toml")
        if not (self.root / "cards.toml").is_file():
            self.note("cards.toml", 0, "is missing; copy it from the knowledge folder that comes with Limber")
        for table in document.head.keys() - kinds().keys() if document else ():
            sentence = f"`{table}` is not a card Limber knows{messages.nearest(table, kinds())}"
            self.note("cards.toml", self._line("cards.toml", table), sentence)
        made: dict[str, Any] = {table: self._card(document, table, kind) for table, kind in kinds().items()}
        return Cards(**made)

    def _card(self, document: Document | None, table: str, kind: type[Words]) -> Words:
        """Return the words of one card."""
        if document is None:
            return blank(kind)
        data = document.head.get(table)
        if not isinstance(data, dict):
            sentence = f"the card [{table}] is missing; copy it from the file that comes with Limber"
            self.note(document.name, 0, sentence)
            return blank(kind)
        return self._validated(document, data, kind, (table,)) or blank(kind)

    def concepts(self) -> dict[str, Concept]:
        """Read `concepts/*.toml`; a name may stand in one of them only."""
        made: dict[str, Concept] = {}
        for path in sorted((self.root / "concepts").glob("*.toml")):
            file = f"concepts/{path.name}"
            if not is_kept(path):
                continue
            for name, says in self.lists(file).items():
                if name in made:
                    self.note(
                        file,
                        self._line(file, name),
                        f"`{name}` stands in another file of concepts/ too; keep one",
                    )
                made[name] = Concept(name, says)
        return made

    def words(self) -> dict[str, str]:
        """Read words.toml (`clinic word = [lay words]`) into lay word → clinic word."""
        return {lay: word for word, lays in self.lists("words.toml").items() for lay in lays}

    def lists(self, file: str) -> dict[str, tuple[str, ...]]:
        """Read a TOML file of `name = [phrases]`."""
        document = self._toml(file)
        if document is None:
            return {}
        return self._validated(document, document.head, dict[str, tuple[str, ...]], ()) or {}

    def _line(self, file: str, *path: str) -> int:
        return line_of(index_lines(self.documents[file].head_text), path)

    def claims(self) -> dict[str, str]:
        """Read the numbered claims of article.md."""
        path = self.root / "article.md"
        if not path.is_file():
            return {}
        try:
            return dict(_CLAIM.findall(read_text(path, "article.md")))
        except Unreadable as stopped:
            self.findings.append(stopped.finding)
            return {}

    def _toml(self, name: str) -> Document | None:
        path = self.root / name
        if not path.is_file():
            return None
        try:
            self.documents[name] = read_toml(path, name)
        except Unreadable as stopped:
            self.findings.append(stopped.finding)
            return None
        return self.documents[name]

    def _validated(self, document: Document, data: dict[str, Any], kind: type[T], table: tuple[str, ...]) -> T | None:
        value, findings = validated(document, data, kind, table)
        self.findings += findings
        return value
