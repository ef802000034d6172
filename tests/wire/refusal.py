"""Answers that are planned: what the next matching request is told, whatever it asks."""

from __future__ import annotations

from dataclasses import dataclass

from tests.wire.call import Call, Reply, error


@dataclass(frozen=True, slots=True)
class Refusal:
    """Answer the next request of that method and path template so; `kept`: it takes effect all the same."""

    method: str
    template: str
    reply: Reply
    kept: bool = False

    def meets(self, call: Call) -> bool:
        """Say whether a call is the one."""
        return (self.method, self.template) == (call.method, call.template)


def limited(seconds: float) -> Reply:
    """Return a 429. `Via` is what discord.py tells Discord's own limit from a ban at the edge by."""
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    return Reply(429, body, {"Via": "1.1 local", "Retry-After": str(seconds), "X-RateLimit-Scope": "user"})


BAD_GATEWAY = error(502, 0, "502: Bad Gateway")
FORBIDDEN = error(403, 50013, "Missing Permissions")
GONE = error(404, 10003, "Unknown Channel")
LATE = error(404, 10062, "Unknown interaction")
