"""Images: pictures on cards that a learner brought, known by what they are a digest of."""

import re
from dataclasses import dataclass

NAME = re.compile(r"image-[0-9a-f]{32}-([1-9][0-9]{0,4})x([1-9][0-9]{0,4})\.(png|jpg|gif|webp)")
"""What an image is called: a digest of its bytes, its width and height in pixels, its format."""
SHOWN = re.compile(rf"!\[([^\]\n]*)\]\(({NAME.pattern})\)")
"""An image within a text in Markdown: what is said of it, then its name."""


@dataclass(frozen=True)
class Image:
    """One image. `data` is the file as it came; its name says all about it that a page must know."""

    learner: str
    name: str
    data: bytes


def names_in(text: str) -> set[str]:
    """The names of the images that a text in Markdown shows."""
    return {found[2] for found in SHOWN.finditer(text)}
