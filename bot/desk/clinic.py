"""The clinic a card speaks for: its name, how to reach it, and the numbers of its region."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.desk.hours import Hours
from bot.library import Region
from bot.library.placeholders import PLACEHOLDERS, put


@dataclass(frozen=True, slots=True)
class Clinic:
    """What fills the placeholders of the clinic's texts. The defaults read well where nothing is set.

    `region` is the id of the region that the numbers are from, but for those that are the clinic's `own`.
    """

    clinic_name: str = "the clinic"
    clinic_contact: str = "the clinic's front desk"
    emergency_number: str = "your local emergency number"
    urgent_line: str = "your own doctor"
    crisis_line: str = "your local crisis line"
    abuse_line: str = "your local helpline for people who are hurt at home"
    poison_line: str = "your local poison line"
    hours: Hours | None = None
    region: str = ""
    own: frozenset[str] = frozenset()

    @classmethod
    def in_region(cls, region: Region, hours: Hours | None = None, **overrides: str) -> Clinic:
        """Return a clinic with the numbers of its region; an override that is not empty wins."""
        given = {key: value for key, value in overrides.items() if value}
        return cls(**{**_numbers(region), **given}, hours=hours, region=region.id, own=frozenset(given))

    def renewed(self, regions: Mapping[str, Region]) -> Clinic:
        """Return the clinic with its region's numbers as they stand now; where the region is gone, as it is."""
        region = regions.get(self.region)
        if region is None:
            return self
        numbers: dict[str, Any] = {key: value for key, value in _numbers(region).items() if key not in self.own}
        return replace(self, **numbers)

    @property
    def fill(self) -> Callable[[str], str]:
        """What puts the clinic's own words in place of `{clinic_contact}` and the like, sentence by sentence."""
        return partial(put, **{name: getattr(self, name) for name in PLACEHOLDERS})


def _numbers(region: Region) -> dict[str, str]:
    """Return what a region has to fill in."""
    return {
        "emergency_number": region.emergency_number,
        "urgent_line": region.urgent_line,
        "crisis_line": region.crisis_line,
        "abuse_line": region.abuse_line,
        "poison_line": region.poison_line,
    }
