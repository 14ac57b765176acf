"""What is read of a collection, old (schema 11) or new (18): kinds of note, decks, notes and cards."""

import json
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sharpen.anki import limits, wire
from sharpen.anki.database import Database
from sharpen.anki.package import BadPackage

Placed = TypeVar("Placed")
Read = TypeVar("Read")
CLOZE = 1
"""What both schemas call a kind of note whose cards are gaps in a text."""


@dataclass(frozen=True)
class NoteType:
    """A kind of note. `templates` are front and back; one of cloze has a single template for all of its cards."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Note:
    """A note. `fields` are HTML."""

    id: int
    guid: str
    note_type: int
    fields: tuple[str, ...]
    tags: str


@dataclass(frozen=True)
class CardRow:
    """A card as its row has it; `scheduling.py` knows what the numbers mean."""

    data: str
    id: int
    note: int
    deck: int
    place: int
    type: int
    queue: int
    due: int
    interval: int
    ease: int
    reviews: int
    lapses: int
    original_due: int
    original_deck: int
    changed: int


CARD = ("data", "id", "nid", "did", "ord", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "odue", "odid",
        "mod")  # fmt: skip
"""The columns of a `CardRow`, in its order."""


def note_types(database: Database) -> dict[int, NoteType]:
    """The kinds of note by their ids. Raises BadPackage."""
    types = _note_types_18(database) if "notetypes" in database.tables else _note_types_11(database)
    if len(types) > limits.NOTE_TYPES:
        raise BadPackage(f"The package holds more than {limits.NOTE_TYPES:,} kinds of note. Export fewer decks.")
    for kind in types.values():
        if len(kind.fields) > limits.FIELDS or len(kind.templates) > limits.TEMPLATES:
            raise BadPackage(
                f"The notes of kind “{kind.name[:80]}” have more than {limits.FIELDS:,} fields or {limits.TEMPLATES}"
                " templates, more than sharpen reads. Export the package without them."
            )
    return types


def decks(database: Database) -> dict[int, str]:
    """The names of the decks by their ids, levels joined by `::`. Raises BadPackage."""
    if "decks" in database.tables:
        rows = database.rows("decks", ("id", "name"), limits.DECKS)
        return {_whole(id): _text(name).replace("\x1f", "::") for id, name in rows}
    return _described(_first(database, "decks"), "decks", lambda deck: _text(deck["name"]))


def created(database: Database) -> int:
    """When the collection was made, in seconds since 1970: its days are counted from there. Raises BadPackage."""
    return _whole(_first(database, "crt"))


def cards(database: Database) -> Iterator[CardRow]:
    """Every card. Raises BadPackage."""
    for data, *numbers in database.rows("cards", CARD, limits.CARDS):
        yield CardRow(data if isinstance(data, str) else "", *map(_whole, numbers))


def notes(database: Database) -> Iterator[Note]:
    """Every note. Raises BadPackage, also for a field that is too long."""
    for id, guid, kind, fields, tags in database.rows("notes", ("id", "guid", "mid", "flds", "tags"), limits.NOTES):
        parts = tuple(_text(fields).split("\x1f", limits.FIELDS))
        if any(len(part) > limits.FIELD for part in parts):
            raise BadPackage(
                f"The note {_whole(id)} (“{parts[0][:60]}”) has a field of more than {limits.FIELD:,} characters, more"
                " than sharpen reads. Shorten it in Anki, and export again."
            )
        yield Note(_whole(id), _text(guid)[:200], _whole(kind), parts, _text(tags)[:1000])


def last_reviews(database: Database, of: Container[int]) -> tuple[dict[int, int], dict[int, int]]:
    """When each of some cards was last rated, and last moved by hand, in milliseconds since 1970. Raises BadPackage."""
    rated: dict[int, int] = {}
    moved: dict[int, int] = {}
    rows = database.rows("revlog", ("id", "cid", "ease"), limits.CARDS * 1000)
    for at, card, ease in rows:
        if not isinstance(at, int) or not isinstance(ease, int) or not 0 <= ease <= 4 or card not in of:
            continue
        last = rated if ease else moved  # an ease of 0 is a change by hand, not a review
        if at > last.get(card, 0):
            last[_whole(card)] = at
    return rated, moved


def _note_types_11(database: Database) -> dict[int, NoteType]:
    return _described(_first(database, "models"), "note types", _note_type_11)


def _note_type_11(kind: dict[str, Any]) -> NoteType:
    fields, templates = (sorted(kind[part], key=lambda each: int(each.get("ord") or 0)) for part in ("flds", "tmpls"))
    return NoteType(
        _text(kind["name"]),
        int(kind.get("type") or 0) == CLOZE,
        tuple(_text(field["name"]) for field in fields),
        tuple((_text(template["qfmt"]), _text(template["afmt"])) for template in templates),
    )


def _note_types_18(database: Database) -> dict[int, NoteType]:
    kinds = {
        _whole(id): (_text(name), wire.number(wire.fields(_bytes(config)), 1) == CLOZE)
        for id, name, config in database.rows("notetypes", ("id", "name", "config"), limits.NOTE_TYPES)
    }
    fields: dict[int, dict[int, str]] = {id: {} for id in kinds}
    rows = database.rows("fields", ("ntid", "ord", "name"), limits.NOTE_TYPES * 20)
    for id, place, name in rows:
        fields.setdefault(_whole(id), {})[_whole(place)] = _text(name)
    templates: dict[int, dict[int, tuple[str, str]]] = {id: {} for id in kinds}
    rows = database.rows("templates", ("ntid", "ord", "config"), limits.NOTE_TYPES * 20)
    for id, place, config in rows:
        message = wire.fields(_bytes(config))
        templates.setdefault(_whole(id), {})[_whole(place)] = (wire.text(message, 1), wire.text(message, 2))
    return {id: NoteType(*kind, _in_order(fields[id]), _in_order(templates[id])) for id, kind in kinds.items()}


def _in_order(placed: dict[int, Placed]) -> tuple[Placed, ...]:
    return tuple(placed[place] for place in sorted(placed))


def _first(database: Database, column: str) -> object:
    for (value,) in database.rows("col", (column,), 1):
        return value
    raise BadPackage("The package's collection is empty: it has no description of itself. Export it from Anki again.")


def _described(text: object, what: str, read: Callable[[dict[str, Any]], Read]) -> dict[int, Read]:
    """The objects in a JSON object by the ids within them, each read by a function. Raises BadPackage."""
    try:
        return {int(each["id"]): read(each) for each in json.loads(_text(text)).values()}
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise BadPackage(
            f"The package's {what} cannot be read, because their description is damaged. Export it from Anki again."
        ) from error


def _whole(number: object) -> int:
    # Old versions of Anki left a fraction in some columns.
    if isinstance(number, float) and abs(number) < 2**63:
        return int(number)
    if isinstance(number, int):
        return number
    raise BadPackage(
        f"The package's collection holds {str(number)[:40]!r} where a number belongs: it is damaged, or was not made by"
        " Anki. Export it from Anki again."
    )


def _text(text: object) -> str:
    if isinstance(text, int | float):
        return str(text)
    if not isinstance(text, str):
        raise BadPackage("The package's collection holds no text where text belongs. Export it from Anki again.")
    # JSON may hold halves of characters, which cannot be written anywhere.
    return text.encode("utf-8", "replace").decode("utf-8")


def _bytes(blob: object) -> bytes:
    if not isinstance(blob, bytes):
        raise BadPackage("The package's collection holds no bytes where bytes belong. Export it from Anki again.")
    return blob
