"""An error under an id that can be quoted: in the log stands where it happened, never what a person wrote."""

from __future__ import annotations

import logging
import secrets
import traceback

from bot.errors import StoreError

log = logging.getLogger(__name__)


def log_incident(error: Exception) -> str:
    """Log an error, and return the id it stands under."""
    incident = secrets.token_hex(3)
    if isinstance(error, StoreError):
        log.error("incident %s: %s", incident, error)
        return incident
    # Where it happened, not what was in hand: an exception's text may repeat what a person typed.
    places = "".join(traceback.format_tb(error.__traceback__))
    log.error("incident %s: %s at\n%s", incident, type(error).__name__, places)
    return incident
