"""The clinic a card speaks for: its name, how to reach it, and the numbers of its region."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk.hours import Hours
from bot.library import Region
from bot.library.placeholders import PLACEHOLDERS, put


@dataclass(frozen=True, slots=True)
class Clinic:
    """What fills the placeholders of the clinic's texts. The defaults read well where nothing is set."""

    clinic_name: str = "the clinic"
    clinic_contact: str = "the clinic's front desk"
    emergency_number: str = "your local emergency number"
    urgent_line: str = "your own doctor"
    crisis_line: str = "your local crisis line"
    poison_line: str = "your local poison line"
    hours: Hours | None = None

    @classmethod
    def in_region(cls, region: Region, hours: Hours | None = None, **overrides: str) -> Clinic:
        """Return a clinic with the numbers of its region; an override that is not empty wins."""
        numbers = {
            "emergency_number": region.emergency_number,
            "urgent_line": region.urgent_line,
            "crisis_line": region.crisis_line,
            "poison_line": region.poison_line,
        }
        return cls(**{**numbers, **{key: value for key, value in overrides.items() if value}}, hours=hours)

    def fill(self, sentence: str) -> str:
        """Put the clinic's own words in place of `{clinic_contact}` and the like."""
        return put(sentence, **{name: getattr(self, name) for name in PLACEHOLDERS})
