"""Discord's own OpenAPI document, as a judge of what the bot sends and of what the double answers.

The document is not ours to carry: LIMBER_OPENAPI names a copy, and where it is unset nothing is judged.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.wire.call import Exchange
from tests.wire.world import Json

VARIABLE = "LIMBER_OPENAPI"
URI = "urn:discord"
JSON_BODY = ("content", "application/json", "schema")


class Document:
    """The document at `path`, read once."""

    def __init__(self, path: Path) -> None:
        contents: Json = json.loads(path.read_text(encoding="utf-8"))
        # discord.py sends ids as numbers (of attachments, of the message replied to), which Discord takes.
        contents["components"]["schemas"]["SnowflakeType"]["type"] = ["string", "integer"]
        self._paths: Json = contents["paths"]
        self._registry = Registry().with_resource(URI, Resource.from_contents(contents, DRAFT202012))
        self._validator = cache(self._make_validator)

    def faults(self, exchange: Exchange) -> Iterator[str]:
        """Yield what is wrong with an exchange: the body of the call, and that of the double's own reply."""
        call, reply = exchange.call, exchange.reply
        operation = ("paths", call.template, call.method.lower())
        if call.body is not None:
            yield from self._judge((*operation, "requestBody", *JSON_BODY), call.body, f"{exchange}, sent")
        if reply.fine and reply.body is not None:
            yield from self._judge((*operation, "responses", "200", *JSON_BODY), reply.body, f"{exchange}, answered")

    def _judge(self, place: tuple[str, ...], body: object, what: str) -> Iterator[str]:
        worst = best_match(self._validator(place).iter_errors(body))
        if worst is not None:
            yield f"{what}: {worst.json_path}: {worst.message[:300]}"

    def _make_validator(self, place: tuple[str, ...]) -> Draft202012Validator:
        pointer = "/".join(part.replace("~", "~0").replace("/", "~1") for part in place)
        return Draft202012Validator({"$ref": f"{URI}#/{pointer}"}, registry=self._registry)


def faults(exchanges: Iterable[Exchange]) -> list[str]:
    """Return what is wrong with any of the exchanges; nothing where there is no document to say."""
    judge = document()
    return [fault for exchange in exchanges for fault in judge.faults(exchange)] if judge else []


@cache
def document() -> Document | None:
    """Return the document LIMBER_OPENAPI names, or None where it names none."""
    named = os.environ.get(VARIABLE)
    return Document(Path(named)) if named else None
