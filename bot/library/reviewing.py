"""What nobody has signed, or signed too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.library.finding import Finding
from bot.library.flag import Flag
from bot.library.library import Library
from bot.library.stretch import Stretch
from bot.library.topic import Topic

GOOD_FOR = timedelta(days=365)
"""How long a signature or a dialled number holds: medicine moves, and so do telephone lines."""


def review(library: Library, today: date) -> Iterator[Finding]:
    """Yield a warning for everything that waits for a clinician, with the lines that would sign it."""
    for folder, items in (("topics", library.topics), ("stretches", library.stretches), ("flags", library.flags)):
        for item in items.values():
            if sentence := _unsigned(item, today):
                yield Finding(f"{folder}/{item.id}.md", 0, sentence, grave=False)
    for region in library.regions.values():
        if region.checked_on is None or today - region.checked_on > GOOD_FOR:
            sentence = f"[{region.id}]: nobody has dialled these numbers within a year; then add `checked_on = {today}`"
            yield Finding("regions.toml", 0, sentence, grave=False)
    for language in library.languages.values():
        if not language.signed:
            how = f'`reviewed_by = "NAME"` and `reviewed_on = {today}`'
            sentence = f"[{language.id}]: nobody who speaks it has read it; then add {how}"
            yield Finding("languages.toml", 0, sentence, grave=False)


def _unsigned(item: Topic | Stretch | Flag, today: date) -> str:
    """Return what is to be done before `item` counts as reviewed, or nothing."""
    how = f'`reviewed_by = "NAME"`, `reviewed_on = {today}`, `reviewed_hash = "{item.body_hash}"`'
    if not (item.reviewed_by and item.reviewed_on):
        return f"nobody has signed it; to sign, put into the head: {how}"
    if item.reviewed_hash != item.body_hash:
        return f"the text has changed since {item.reviewed_by} signed it; read it again and put into the head: {how}"
    if today - item.reviewed_on > GOOD_FOR:
        return f"{item.reviewed_by} signed it more than a year ago; read it again and put into the head: {how}"
    return ""
