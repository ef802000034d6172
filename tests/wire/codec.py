"""How a gateway connection squeezes what it sends: plain, `zlib-stream` or `zstd-stream`, one stream a connection."""

from __future__ import annotations

import importlib
import importlib.util
import zlib
from collections.abc import Callable

Encode = Callable[[bytes], bytes]


def _is_here(name: str) -> bool:
    package, _, inner = name.partition(".")
    return bool(importlib.util.find_spec(package) and (not inner or importlib.util.find_spec(name)))


ZSTD = next((name for name in ("zstandard", "compression.zstd") if _is_here(name)), "")
"""The module discord.py takes zstd from, here as there; empty when there is none, and then it asks for zlib."""


def encoder(asked: str) -> Encode | None:
    """Return what turns each message into its frame; None for plain text. Raises `KeyError` for a name unknown."""
    return {"": _plain, "zlib-stream": _zlib, "zstd-stream": _zstd}[asked]()


def _plain() -> None:
    return None


def _zlib() -> Encode:
    stream = zlib.compressobj()
    # Each frame ends on a sync flush, which is how a client tells that the message is whole.
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


def _zstd() -> Encode:
    module = importlib.import_module(ZSTD)
    if ZSTD == "zstandard":
        whole = module.ZstdCompressor().compressobj()
        return lambda data: whole.compress(data) + whole.flush(module.COMPRESSOBJ_FLUSH_BLOCK)
    stream = module.ZstdCompressor()
    return lambda data: stream.compress(data, mode=stream.FLUSH_BLOCK)
