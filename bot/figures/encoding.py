"""SVG to files: a still PNG, an animated WebP and a GIF, each with the hash of its poses in the metadata."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import resvg_py
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.figures import palette
from bot.figures.pose import HASH_KEY

COLOURS = 64
"""Of a picture's palette: flat colours and their soft edges need no more, and the files stay small."""


@dataclass(frozen=True)
class Film:
    """Pictures and how many milliseconds each is shown."""

    frames: Sequence[Image.Image]
    durations: Sequence[int]


def rendered(svg: str, width: int) -> Image.Image:
    """Return an SVG as pixels, `width` wide, clear outside its rounded card."""
    return Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))).convert(
        "RGBA"
    )


def png(picture: Image.Image, pose_hash: str) -> bytes:
    """Return a still picture as a PNG file."""
    info = PngInfo()
    info.add_text(HASH_KEY, pose_hash)
    out = BytesIO()
    picture.save(out, "PNG", pnginfo=info, optimize=True)
    return out.getvalue()


def webp(film: Film, pose_hash: str) -> bytes:
    """Return a film as an animated WebP file without further loss."""
    first, *rest = [
        _clear_outside(card, frame) for card, frame in zip(_few_colours(film.frames), film.frames, strict=True)
    ]
    note = f'<x:xmpmeta xmlns:x="adobe:ns:meta/" {HASH_KEY}="{pose_hash}"/>'
    out = BytesIO()
    first.save(
        out,
        "WEBP",
        save_all=True,
        append_images=rest,
        duration=list(film.durations),
        loop=0,
        lossless=True,
        quality=80,
        method=4,
        xmp=note.encode(),
    )
    return out.getvalue()


def gif(film: Film, pose_hash: str) -> bytes:
    """Return a film as a GIF file; its card has square corners, for a GIF knows no half-clear pixel."""
    first, *rest = _few_colours(film.frames)
    out = BytesIO()
    first.save(
        out,
        "GIF",
        save_all=True,
        append_images=rest,
        duration=list(film.durations),
        loop=0,
        optimize=False,
        comment=f"{HASH_KEY}={pose_hash}".encode(),
    )
    return out.getvalue()


def _few_colours(frames: Sequence[Image.Image]) -> list[Image.Image]:
    """Return all frames in one palette, taken from start and end: one of its own each would make the card flicker."""
    cards = [
        Image.alpha_composite(Image.new("RGBA", frame.size, palette.CARD), frame).convert("RGB") for frame in frames
    ]
    wide, high = cards[0].size
    both = Image.new("RGB", (wide, 2 * high))
    both.paste(cards[0], (0, 0))
    both.paste(cards[len(cards) // 2], (0, high))
    colours = both.quantize(COLOURS, dither=Image.Dither.NONE)
    return [card.quantize(palette=colours, dither=Image.Dither.NONE) for card in cards]


def _clear_outside(card: Image.Image, frame: Image.Image) -> Image.Image:
    """Return a card with the clear corners of the frame it was made from."""
    clear = card.convert("RGB").convert("RGBA")
    clear.putalpha(frame.getchannel("A"))
    return clear
