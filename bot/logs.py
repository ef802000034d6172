"""Logging, with one point through which every record goes before it is written."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_TOKEN = re.compile(r"\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b|/(?:webhooks|interactions)/\d+/[^/\s]+")
_WORDS = frozenset(("content", "question", "text", "words", "embed", "embeds"))


def set_up_logging(form: str) -> None:
    """Write records to stderr, as lines for people (`console`) or as JSON Lines (`json`)."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact,
    ]
    last = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        )
    )
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def redact(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:  # noqa: ANN401 - structlog's own signature
    """Drop what a person wrote and mask tokens, whatever a library logs."""
    for key in _WORDS.intersection(event):
        del event[key]
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _TOKEN.sub("[token]", value)
    return event
