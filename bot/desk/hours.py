"""Opening hours as a clinic writes them: `Mon-Fri 9:00-17:00, Sat 10:00-12:00 Europe/London`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import SettingError

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SPAN = re.compile(r"(\w{3})(?:\s*-\s*(\w{3}))?\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
EXAMPLE = "Mon-Fri 9:00-17:00, Sat 10:00-12:00 Europe/London"


@dataclass(frozen=True, slots=True)
class Hours:
    """When people are at the clinic: spans by weekday (0 = Monday), in the clinic's own time zone."""

    written: str
    spans: tuple[tuple[int, time, time], ...]
    zone: ZoneInfo

    def is_open(self, now: datetime) -> bool:
        """Return whether people are there at `now`, a moment with a zone of its own."""
        local = now.astimezone(self.zone)
        return any(d == local.weekday() and start <= local.time() < end for d, start, end in self.spans)

    def opens(self, now: datetime) -> str:
        """Say when people are back, such as `Monday 9:00`."""
        local = now.astimezone(self.zone)
        for ahead in range(8):
            day = local + timedelta(days=ahead)
            starts = [start for d, start, _ in self.spans if d == day.weekday() and (ahead or start > local.time())]
            if starts:
                return f"{day:%A} {min(starts):%H:%M}".replace(" 0", " ")
        return self.written


def parse_hours(written: str) -> Hours:
    """Read opening hours. Raises `SettingError` when they cannot be read."""
    spoken, _, zone_name = written.strip().rpartition(" ")
    try:
        zone = ZoneInfo(zone_name)
        spans = tuple(span for part in spoken.strip(" ,").split(",") for span in _spans(part.strip()))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: "Europe" is a folder of zones
        raise SettingError(f"OPENING_HOURS is {written!r}; write it like this: {EXAMPLE}") from error
    return Hours(written, spans, zone)


def _spans(part: str) -> list[tuple[int, time, time]]:
    """Return one span a day of `Mon-Fri 9:00-17:00`. Raises ValueError for anything else."""
    found = _SPAN.fullmatch(part)
    if found is None:
        raise ValueError(part)
    first, last, *numbers = found.groups()
    start, end = DAYS.index(first.title()), DAYS.index((last or first).title())
    hour, minute, to_hour, to_minute = (int(number) for number in numbers)
    opens, closes = time(hour, minute), time(to_hour, to_minute)
    if opens >= closes or start > end:
        raise ValueError(part)
    return [(day, opens, closes) for day in range(start, end + 1)]
