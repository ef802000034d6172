"""What stands in braces in a text, and what is put there."""

from __future__ import annotations

PLACEHOLDERS = (
    "clinic_name",
    "clinic_contact",
    "emergency_number",
    "urgent_line",
    "crisis_line",
    "abuse_line",
    "poison_line",
)
"""The closed list that any knowledge file may use. cards.toml has further names, a closed list for each key."""


def put(text: str, **values: object) -> str:
    """Put values in place of their names in braces; braces that a value brings with it stay as they are."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text
