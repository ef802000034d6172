"""Tables of a knowledge file as values of a type, or what is wrong with them and on which line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.library import messages
from bot.library.document import Document
from bot.library.finding import Finding
from bot.library.toml_lines import index_lines, line_of

T = TypeVar("T")


def validated(
    document: Document, data: dict[str, Any], kind: type[T], table: tuple[str, ...] = ()
) -> tuple[T | None, list[Finding]]:
    """Return `data`, which stands in `table` of a document, as a `kind`, or None and a finding for every fault.

    It is validated as JSON, whose strict mode takes lists for tuples and text for enums and dates.
    """
    try:
        # mypy is not sure that a type can be hashed; every one can.
        return _adapter(kind).validate_json(json.dumps(data, default=str), strict=True), []  # type: ignore[arg-type]
    except ValidationError as error:
        lines = index_lines(document.head_text)
        keys = [field.name for field in fields(kind)] if is_dataclass(kind) else []
        return None, [
            Finding(
                document.name,
                (line_of(lines, (*table, *detail["loc"])) or 1) + document.head_offset,
                messages.sentence(detail, keys),
            )
            for detail in _without_echoes(error.errors(include_url=False))
        ]


@cache
def _adapter(kind: type[T]) -> TypeAdapter[T]:
    """Return the validator of a kind, made once: making one takes longer than reading a file with it."""
    return TypeAdapter(kind)


def _without_echoes(errors: Sequence[Any]) -> list[Any]:
    """Leave out "too few entries" where the entries are there but wrong: pydantic counts only the sound ones."""
    places = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["type"] != "too_short"
        or not any(p != error["loc"] and p[: len(error["loc"])] == error["loc"] for p in places)
    ]
