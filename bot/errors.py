"""Everything Limber raises on purpose.

LimberError
├── KnowledgeError   the knowledge folder cannot be used as it is
├── SettingError     a setting is missing or cannot be used
└── StoreError       the database cannot be read or written
"""

from __future__ import annotations


class LimberError(Exception):
    """Raised when Limber cannot go on; its text is a sentence the reader can act on."""


class KnowledgeError(LimberError):
    """Raised when the knowledge folder has findings that keep it from being served."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(findings))


class SettingError(LimberError):
    """Raised when a setting (key, value or what was expected of it) stops the start."""


class StoreError(LimberError):
    """Raised when the database does not let us read or write; nothing was half-written."""
