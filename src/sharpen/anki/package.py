"""What an Anki package holds, as far as sharpen is concerned: cards of text, and how well they are remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sharpen.domain.errors import SharpenError
from sharpen.domain.memory import Memory


@dataclass(frozen=True)
class Packed:
    """One card of an Anki package, in or out.

    `guid` is that of its note, and stable; `place` says which card of the note it is (the ordinal of
    its template, from 0). `deck` is the full name, its levels joined by `::`. `question` and
    `answer` are Markdown with TeX as `$...$` and `$$...$$`, never HTML. `item` is sharpen's own id
    when the card was exported from sharpen, else "". `memory` is None for a card never reviewed there,
    or forgotten since. `changed` is when anything of it last was, `moved` when it was last forgotten or given
    another day by hand (UTC); both only on the way in.
    """

    guid: str
    place: int
    deck: str
    question: str
    answer: str
    item: str = ""
    memory: Memory | None = None
    suspended: bool = False
    changed: datetime | None = None
    moved: datetime | None = None


@dataclass(frozen=True)
class Package:
    """The cards of a package; `left_out` says in sentences for people what was not taken from it.

    `images` are the files of those that the cards show, by the names they have there, see `domain.image`.
    """

    cards: tuple[Packed, ...]
    left_out: tuple[str, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)


class BadPackage(SharpenError):
    """A file that cannot be read as an Anki package, or must not be. Its text says what, why, and what to do."""
