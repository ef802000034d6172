"""Read by Python itself before Limber starts (it stands on PYTHONPATH): the process reaches this machine and no other.

A try at another host is refused, and named on stderr, where the tests look for it.
"""

from __future__ import annotations

import sys

MARK = "FENCE: another host was called:"
HERE = ("127.0.0.1", "::1", "localhost", "")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        # A Unix socket's address is a path: that is this machine.
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = arguments[0] or ""
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name not in HERE:
        sys.stderr.write(f"{MARK} {name}\n")
        raise PermissionError(f"{MARK} {name}")


sys.addaudithook(_watch)
