"""A session that is over is begun anew; a line that holds is kept alive; a frame is squeezed as it was asked for."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.wire import codec
from tests.wire.double import LocalDiscord
from tests.wire.events import PLAIN, mention
from tests.wire.gateway import Gateway, Op
from tests.wire.stage import Start, one_limber_on

Disturb = Callable[[Gateway], Awaitable[None]]


async def op_9_final(gateway: Gateway) -> None:
    await gateway.invalidate(resumable=False)


async def cut_and_forgotten(gateway: Gateway) -> None:
    gateway.forget()
    gateway.cut()


async def identifies_and_resumes(disturb: Disturb, folder: Path) -> tuple[int, int]:
    """Return how many of each there have been when a question after a disturbance is answered."""
    async with one_limber_on(folder) as local:
        await disturb(local.gateway)
        await local.gateway.ready.wait()
        assert PLAIN in (await local.ask(mention(PLAIN))).words
        return local.gateway.count(Op.IDENTIFY), local.gateway.count(Op.RESUME)


async def test_a_session_that_is_over_is_begun_anew(tmp_path_factory: pytest.TempPathFactory) -> None:
    # Side by side, since discord.py waits five seconds before it identifies a second time.
    final = identifies_and_resumes(op_9_final, tmp_path_factory.mktemp("final"))
    forgotten = identifies_and_resumes(cut_and_forgotten, tmp_path_factory.mktemp("forgotten"))
    assert list(await asyncio.gather(final, forgotten)) == [(2, 0), (2, 1)]


async def test_heartbeats_keep_coming(local: LocalDiscord, start: Start) -> None:
    local.gateway.heartbeat = 0.2
    await start()
    await local.gateway.frames.wait(lambda frame: frame.op is Op.HEARTBEAT, count=5)


MESSAGES = [b'{"op":10}', b'{"op":0,"d":"' + b"x" * 100_000 + b'"}', "{“é”}".encode()]


def test_every_zlib_frame_is_a_whole_message_of_one_stream() -> None:
    encode, stream = codec.encoder("zlib-stream"), zlib.decompressobj()
    assert encode is not None
    for message in MESSAGES:
        frame = encode(message)
        assert frame.endswith(b"\x00\x00\xff\xff")
        assert stream.decompress(frame) == message


@pytest.mark.skipif(not codec.ZSTD, reason="no zstd here, so discord.py asks for zlib")
def test_every_zstd_frame_is_a_whole_message_of_one_stream() -> None:
    from discord.utils import _ActiveDecompressionContext

    encode, stream = codec.encoder("zstd-stream"), _ActiveDecompressionContext()
    assert encode is not None
    for message in MESSAGES:
        assert stream.decompress(encode(message)) == message.decode()
