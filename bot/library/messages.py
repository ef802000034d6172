"""What pydantic found wrong, in a sentence for a clinician."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

_EXPECTED = {
    "string_type": 'text in straight quotes, for example "hello"',
    "int_type": "a whole number without quotes, for example 30",
    "bool_type": "true or false, without quotes",
    "tuple_type": 'a list in square brackets, for example ["first", "second"]',
    "dict_type": 'a table, for example { title = "...", url = "..." }',
    "dataclass_type": 'a table, for example { title = "...", url = "..." }',
    "date_type": "a date without quotes, for example 2026-11-24",
    "date_parsing": "a date, for example 2026-11-24",
    "date_from_datetime_parsing": "a date, for example 2026-11-24",
    "date_from_datetime_inexact": "a date without a time, for example 2026-11-24",
}
_BOUND = {
    "greater_than_equal": ("ge", "{0} or more"),
    "less_than_equal": ("le", "{0} or less"),
}


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ` - did you mean "x"?` for the closest known spelling, or nothing."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' - did you mean "{close[0]}"?' if close else ""


def sentence(error: Any, keys: Iterable[str]) -> str:  # noqa: ANN401 - pydantic's ErrorDetails is a loose dict
    """Turn one pydantic error into a sentence that names key, value and what was expected."""
    kind, context = error["type"], error.get("ctx", {})
    name = _spell(error["loc"])
    shown = _short(error["input"])
    if kind == "missing":
        return f"`{name}` is missing; add a line `{error['loc'][-1]} = ...`"
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"`{name}` is not a name Limber knows here{nearest(str(error['loc'][-1]), keys)}"
    if kind == "enum":
        expected = context["expected"].replace("'", "")
        return f"`{name}` is {shown}; it must be one of: {expected}{nearest(str(error['input']), expected.split(', '))}"
    if kind in _EXPECTED:
        return f"`{name}` is {shown}; it must be {_EXPECTED[kind]}"
    if kind in _BOUND:
        key, text = _BOUND[kind]
        return f"`{name}` is {shown}; it must be {text.format(context[key])}"
    if kind == "value_error":
        return str(context["error"])
    return f"`{name}`{_length(error)}"


def _length(error: Any) -> str:  # noqa: ANN401 - as above
    """Word the errors about how much there is of something."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_too_short":
        return f" is {_short(error['input'])}; it must have at least {context['min_length']} characters"
    if kind == "string_too_long":
        return f" has {len(error['input'])} characters; at most {context['max_length']} are allowed"
    if kind == "too_short":
        return f" has {context['actual_length']} entries; at least {context['min_length']} are needed"
    if kind == "too_long":
        return f" has more than the {context['max_length']} entries that are allowed"
    return f" is {_short(error['input'])}: {error['msg'].lower()}"


def _spell(path: tuple[str | int, ...]) -> str:
    """Spell a path for people: `variant 1, hold_seconds`."""
    parts = [f"entry {part + 1}" if isinstance(part, int) else part for part in path]
    return ", ".join(parts)


def _short(value: object) -> str:
    """Show a value in at most 40 characters."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text[:40]}{'…' if len(text) > 40 else ''}`"
