"""Templates: how Anki makes the two sides of a card from the fields of its note.

Scripts and styles in templates are common in honest decks. They are dropped here, and nothing runs.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sharpen.anki import limits
from sharpen.anki.cloze import cloze
from sharpen.anki.html_tokens import without_tags
from sharpen.anki.package import BadPackage
from sharpen.anki.scripts import without_scripts


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template: HTML as it is, a field through filters, or the start or end of a condition."""

    kind: str  # "html", "field", "if", "unless", "end"
    text: str
    filters: tuple[str, ...] = ()


class TemplateBroken(Exception):
    """A template whose conditions do not match; Anki shows an error in place of its cards."""


@dataclass(frozen=True)
class Card:
    """What a template may ask for, besides fields: the place of the card, and the side that is rendered."""

    place: int
    front: bool


KINDS = {"#": "if", "^": "unless", "/": "end"}
EMPTY = re.compile(r"(?:\s|&nbsp;|</?(?:br|div) ?/?>)*+", re.IGNORECASE)
"""A field of nothing but these counts as empty."""


def parsed(template: str) -> tuple[Piece, ...]:
    """A template in pieces. Raises TemplateBroken, and BadPackage for one too long."""
    if template.lstrip().startswith("{{=<% %>=}}"):
        template = template.replace("{{=<% %>=}}", "").replace("<%", "{{").replace("%>", "}}")
    template = without_scripts(template)
    if len(template) > limits.TEMPLATE:
        raise BadPackage(
            f"A template of the package is longer than {limits.TEMPLATE:,} characters, even without its scripts."
            " Shorten it in Anki, and export again."
        )
    pieces: list[Piece] = []
    at = 0
    while (start := template.find("{{", at)) >= 0:
        end = template.find("}}", start)
        if end < 0:
            raise TemplateBroken
        pieces += [Piece("html", template[at:start])] if start > at else []
        pieces += _piece(template[start + 2 : end].strip().strip("{}"))
        at = end + 2
    pieces.append(Piece("html", template[at:]))
    _check_conditions(pieces)
    return tuple(pieces)


def _piece(tag: str) -> list[Piece]:
    if tag[:1] in KINDS:
        return [Piece(KINDS[tag[0]], tag[1:].strip())]
    if tag.startswith(("!", "=")):
        return []
    *filters, name = (part.strip() for part in tag.split(":"))
    return [Piece("field", name, tuple(reversed(filters)))]


def _check_conditions(pieces: list[Piece]) -> None:
    open_: list[str] = []
    for piece in pieces:
        if piece.kind in ("if", "unless"):
            open_.append(piece.text)
        elif piece.kind == "end" and (not open_ or open_.pop() != piece.text):
            raise TemplateBroken
    if open_:
        raise TemplateBroken


def rendered(pieces: tuple[Piece, ...], fields: Mapping[str, str], card: Card) -> str:
    """One side of a card as HTML. Raises BadPackage when it grows beyond any honest size."""
    out: list[str] = []
    length = read = 0
    filled: dict[str, bool] = {}  # there may be many conditions on one long field
    hidden = 0  # conditions around this place that do not hold
    shown: list[bool] = []
    for piece in pieces:
        if piece.kind in ("if", "unless"):
            if piece.text not in filled:
                filled[piece.text] = is_filled(piece.text, fields, card)
            shown.append(filled[piece.text] == (piece.kind == "if"))
            hidden += not shown[-1]
        elif piece.kind == "end":
            hidden -= not shown.pop()
        elif not hidden:
            out.append(piece.text if piece.kind == "html" else _field(piece, fields, card))
            length += len(out[-1])
            read += len(fields.get(piece.text, "")) * len(piece.filters)
            if length > limits.SIDE or read > limits.READ:
                raise BadPackage(
                    f"A card is longer than {limits.SIDE:,} characters, because its template repeats its fields."
                    " Mend the template in Anki, and export again."
                )
    return "".join(out)


def is_filled(name: str, fields: Mapping[str, str], card: Card) -> bool:
    """Whether a condition on a field holds; for cards of cloze also on the number of a gap, such as `c1`."""
    if name in fields:
        return not EMPTY.fullmatch(fields[name])
    return name == f"c{card.place + 1}"


def _field(piece: Piece, fields: Mapping[str, str], card: Card) -> str:
    text = fields.get(piece.text, "")
    for name in piece.filters:
        text = FILTERS.get(name.split(" ")[0], _as_it_is)(text, card)
    return text


def _as_it_is(text: str, _card: Card) -> str:
    return text


def _type(text: str, card: Card) -> str:
    # `type:` is the last filter: on the back it shows what should have been typed.
    return "" if card.front else text


def _hint(text: str, card: Card) -> str:
    return "" if card.front else text


def _cloze(text: str, card: Card) -> str:
    return cloze(text, card.place + 1, reveal=not card.front)


def _text(text: str, _card: Card) -> str:
    return without_tags(text)


def _silent(_text: str, _card: Card) -> str:
    return ""


FILTERS: dict[str, Callable[[str, Card], str]] = {
    "cloze": _cloze,
    "cloze-only": _cloze,
    "hint": _hint,
    "text": _text,
    "tts": _silent,
    "type": _type,
}
"""The filters that change what is read; others, such as those for Japanese, leave the field as it is."""
