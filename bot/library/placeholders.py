"""The closed list of placeholders that a knowledge file may use in braces."""

from __future__ import annotations

PLACEHOLDERS = (
    "clinic_name",
    "clinic_contact",
    "emergency_number",
    "urgent_line",
    "crisis_line",
    "poison_line",
)
