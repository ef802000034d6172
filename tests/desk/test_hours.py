"""Opening hours as a clinic writes them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.hours import EXAMPLE, parse_hours
from bot.errors import SettingError

LONDON = parse_hours(EXAMPLE)
SIESTA = parse_hours("Mon-Fri 9:00-12:30, Mon-Fri 15:00-18:00 Europe/Madrid")


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026, whose 23rd is a Monday; London keeps UTC then."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        pytest.param(utc(23, 9), True, id="at the minute of opening"),
        pytest.param(utc(23, 8, 59), False, id="a minute before"),
        pytest.param(utc(23, 16, 59), True, id="the last minute"),
        pytest.param(utc(23, 17), False, id="at the minute of closing"),
        pytest.param(utc(28, 11), True, id="Saturday"),
        pytest.param(utc(28, 13), False, id="Saturday afternoon"),
        pytest.param(utc(29, 11), False, id="Sunday"),
        pytest.param(datetime(2026, 7, 6, 8, 30, tzinfo=UTC), True, id="summer time is the clinic's"),
    ],
)
def test_a_clinic_is_open_from_its_first_minute_to_its_last(now: datetime, is_open: bool) -> None:
    assert LONDON.is_open(now) is is_open


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        pytest.param(utc(23, 7), "Monday 9:00", id="later today"),
        pytest.param(utc(23, 18), "Tuesday 9:00", id="tomorrow"),
        pytest.param(utc(27, 18), "Saturday 10:00", id="at another hour"),
        pytest.param(utc(28, 13), "Monday 9:00", id="over a Sunday"),
        pytest.param(
            datetime(2026, 7, 5, 23, 30, tzinfo=UTC), "Monday 9:00", id="it is tomorrow at the clinic already"
        ),
    ],
)
def test_people_are_back_when_the_next_span_begins(now: datetime, opens: str) -> None:
    assert LONDON.opens(now) == opens


def test_a_clinic_that_opens_twice_a_day_is_back_in_the_afternoon() -> None:
    assert not SIESTA.is_open(utc(23, 12))
    assert SIESTA.opens(utc(23, 12)) == "Monday 15:00"


def test_a_clinic_that_is_open_once_a_week_is_back_in_a_week() -> None:
    assert parse_hours("Wed 9:00-12:00 Europe/London").opens(utc(25, 13)) == "Wednesday 9:00"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds it
def test_at_the_moment_that_is_named_people_are_there(now: datetime) -> None:
    day, clock = LONDON.opens(now).split()
    hour, minute = (int(number) for number in clock.split(":"))
    for ahead in range(8):
        local = now.astimezone(LONDON.zone) + timedelta(days=ahead)
        moment = datetime.combine(local.date(), time(hour, minute), LONDON.zone)
        if f"{local:%A}" == day and moment > now:
            assert LONDON.is_open(moment)
            return
    pytest.fail(f"{day} {clock} is not within a week of {now}")


@pytest.mark.parametrize(
    "written",
    [
        "mon-fri 9:00-17:00 Europe/London",
        "Mon - Fri 9:00 - 17:00 Europe/London",
        "  Mon-Fri 09:00-17:00,  Europe/London ",
        "Mon 9:00-17:00,Tue-Fri 9:00-17:00 Europe/London",
    ],
)
def test_hours_are_read_as_people_write_them(written: str) -> None:
    assert parse_hours(written).spans == parse_hours("Mon-Fri 9:00-17:00 Europe/London").spans


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(" ", id="nothing"),
        pytest.param("Europe/London", id="a zone alone"),
        pytest.param("Mon-Fri 9:00-17:00", id="no zone"),
        pytest.param("Mon-Fri 9:00-17:00 London", id="no such zone"),
        pytest.param("Mon-Fri 9:00-17:00 Europe", id="a continent"),
        pytest.param("Mon-Fri 9:00-17:00 ../London", id="a path"),
        pytest.param("Monday 9:00-17:00 Europe/London", id="a day in full"),
        pytest.param("Fri-Mon 9:00-17:00 Europe/London", id="over the weekend's end"),
        pytest.param("Mon 17:00-9:00 Europe/London", id="over night"),
        pytest.param("Mon 9:00-9:00 Europe/London", id="no time at all"),
        pytest.param("Mon 9:00-24:00 Europe/London", id="no such hour"),
        pytest.param("Mon 9-17 Europe/London", id="no minutes"),
        pytest.param("Mon-Fri 9-17, Sat 10:00-12:00 Europe/London", id="one span of two"),
        pytest.param("Mon-Fri 9:00-17:00, closed on Sunday Europe/London", id="words"),
        pytest.param("Mon-Fri 9:00-17:00 and Sat 10:00-12:00 Europe/London", id="two spans without a comma"),
    ],
)
def test_hours_that_cannot_be_read_are_said_with_an_example(written: str) -> None:
    with pytest.raises(SettingError) as caught:
        parse_hours(written)
    assert str(caught.value) == f"OPENING_HOURS is {written!r}; write it like this: {EXAMPLE}"
