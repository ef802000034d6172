"""What is known of the pictures in knowledge/pictures/ without drawing them: `limber draw` writes it beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from annotated_types import MaxLen, MinLen
from pydantic import StringConstraints

from bot.library.care import STRICT

FOLDER = "pictures"
LIST = f"{FOLDER}/pictures.toml"
SUFFIXES = (".png", ".webp", ".gif")
"""The still, the animation, and the animation for readers that know no WebP."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The pictures of one variant; `name` is that of their files without suffix, `id` or `id.variant`.

    `scene` says what they show to somebody who does not see them; title and steps are the stretch's own. `pose` is
    the hash of what they were drawn from, sixteen hex digits.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    name: str
    scene: Annotated[str, MinLen(10), MaxLen(300)]
    pose: Annotated[str, StringConstraints(pattern="^[0-9a-f]{16}$")]
