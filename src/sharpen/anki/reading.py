"""Reading Anki's packages: `.apkg` and `.colpkg`, in all three formats. All of it or nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from sharpen.anki import collection, database, limits, scheduling
from sharpen.anki.archive import unpacked
from sharpen.anki.collection import CardRow, Note, NoteType
from sharpen.anki.database import Database
from sharpen.anki.html_tokens import without_tags
from sharpen.anki.media import Media
from sharpen.anki.model import ITEM, MODEL_NAME, guid_and_place
from sharpen.anki.package import BadPackage, Package, Packed
from sharpen.anki.page import Unreadable
from sharpen.anki.patience import Patience
from sharpen.anki.prose import prose
from sharpen.anki.scripts import script_in
from sharpen.anki.template import Card, Piece, TemplateBroken, parsed, rendered
from sharpen.domain.image import names_in
from sharpen.domain.memory import Memory

UNSEEN = re.compile(
    r"[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""What cannot be seen in a name, and could make a terminal act or a line read backwards. Joiners are part of words."""
OCCLUSION = "::image-occlusion:"
"""What follows the number of a gap that is a shape on an image."""
ITEM_ID = re.compile(r"[a-z0-9-]{1,100}(?:/[a-z0-9-]{1,100})?")


def read(path: Path, *, now: datetime | None = None) -> Package:
    """The cards of a package, and how well they are remembered; `now` is when the reading is done (UTC).

    Raises BadPackage, with what, why and what to do, for a file that is damaged, or could do harm.
    """
    patience = Patience()
    with unpacked(path) as file, database.opened(file, patience) as opened, closing(Media(path)) as files:
        return _Reading(opened, patience, now or datetime.now(UTC), files).package()


@dataclass
class _Reading:
    """One reading of one package."""

    database: Database
    patience: Patience
    now: datetime
    files: Media

    def package(self) -> Package:
        self.left_out: Counter[str] = Counter()
        self.media: set[str] = set()
        self.ids: set[int] = set()
        length = 0
        rows: dict[int, list[CardRow]] = {}
        for row in collection.cards(self.database):
            rows.setdefault(row.note, []).append(row)
            self.ids.add(row.id)
        self.patience.extend(sum(map(len, rows.values())))
        cards: list[Packed] = []
        for note in collection.notes(self.database):
            self.patience.check()
            _refuse_scripts(note)
            for card in self.cards(note, sorted(rows.pop(note.id, ()), key=lambda row: row.place)):
                cards.append(card)
                length += len(card.question) + len(card.answer)
                _check_length(length)
        self.left_out["orphans"] += sum(map(len, rows.values()))
        shown = {name for card in cards for name in names_in(card.question + card.answer)}
        images = {name: data for name, data in self.files.found.items() if name in shown}
        return Package(tuple(cards), tuple(_sentences(self.left_out, len(self.media))), images)

    @cached_property
    def note_types(self) -> dict[int, NoteType]:
        return collection.note_types(self.database)

    @cached_property
    def decks(self) -> dict[int, str]:
        return collection.decks(self.database)

    @cached_property
    def created(self) -> int:
        return collection.created(self.database)

    @cached_property
    def reviewed(self) -> tuple[dict[int, int], dict[int, int]]:
        return collection.last_reviews(self.database, self.ids)

    @cached_property
    def templates(self) -> dict[tuple[int, int], tuple[tuple[Piece, ...], tuple[Piece, ...]] | None]:
        """The templates in pieces by kind of note and place; None for one that is broken."""
        found: dict[tuple[int, int], tuple[tuple[Piece, ...], tuple[Piece, ...]] | None] = {}
        pieces = 0
        for id, kind in self.note_types.items():
            for place, (front, back) in enumerate(kind.templates):
                self.patience.check()
                try:
                    found[id, place] = sides = parsed(front), parsed(back)
                except TemplateBroken:
                    found[id, place] = None
                    continue
                pieces += sum(map(len, sides))
                _check_pieces(pieces)
        return found

    def cards(self, note: Note, rows: list[CardRow]) -> Iterator[Packed]:
        """The cards of a note that have something to ask."""
        kind = self.note_types.get(note.note_type)
        for row in rows:
            self.patience.check()
            template = self.templates.get((note.note_type, 0 if kind and kind.cloze else row.place))
            if kind is None or template is None:
                self.left_out["broken"] += 1
                continue
            if kind.cloze and any(OCCLUSION in field for field in note.fields):
                self.left_out["occlusion"] += 1
                continue
            question, answer = self.sides(note, kind, row, template)
            if not question or not answer:
                self.left_out["answer" if question else "empty"] += 1
                continue
            if max(len(question), len(answer)) > limits.SHOWN:
                self.left_out["long"] += 1
                continue
            changed, moved = scheduling.changed(row, self.reviewed[1].get(row.id))
            guid, place = guid_and_place(note.guid, row.place) if _is_ours(kind) else (note.guid, row.place)
            yield Packed(
                guid=guid,
                place=place,
                deck=self.deck(row),
                question=question,
                answer=answer,
                item=_item(note, kind) if _is_ours(kind) else "",
                memory=self.memory(note, row),
                suspended=scheduling.is_suspended(row),
                changed=changed,
                moved=moved,
            )

    def sides(
        self, note: Note, kind: NoteType, row: CardRow, template: tuple[tuple[Piece, ...], tuple[Piece, ...]]
    ) -> tuple[str, str]:
        """Question and answer as Markdown. What a back repeats of the front, up to its line, is no answer."""
        fields = self.special(note, kind, row) | dict(zip(kind.fields, note.fields, strict=False))
        try:
            front, back = (
                prose(rendered(pieces, fields, Card(row.place, front=front)), self.files.image)
                for pieces, front in zip(template, (True, False), strict=True)
            )
        except Unreadable as error:
            raise BadPackage(
                f"{_named(note)} {error}, more than sharpen reads. Simplify it in Anki (Ctrl+Shift+X shows the HTML),"
                " and export again."
            ) from error
        self.media |= front.media | back.media
        return front.text or front.before, back.text or back.before

    def special(self, note: Note, kind: NoteType, row: CardRow) -> dict[str, str]:
        """What templates may name besides fields."""
        deck = self.deck(row)
        return {
            "Tags": _plain(note.tags.strip()),
            "Type": _plain(kind.name),
            "Deck": _plain(deck),
            "Subdeck": _plain(deck.rpartition("::")[2]),
        }

    def deck(self, row: CardRow) -> str:
        name = self.decks.get(row.original_deck or row.deck) or self.decks.get(row.deck, "")
        name = UNSEEN.sub("", name)
        return "::".join(filter(None, (" ".join(level.split()) for level in name[:500].split("::")))) or "Default"

    def memory(self, note: Note, row: CardRow) -> Memory | None:
        try:
            return scheduling.memory(row, self.created, self.reviewed[0].get(row.id), self.now)
        except scheduling.Absurd as error:
            raise BadPackage(
                f"{_named(note)} has a card with {error}, which no review can lead to: the package is damaged, or was"
                " not made by Anki. In Anki, use Tools > Check Database, or export without scheduling."
            ) from error


def _check_pieces(pieces: int) -> None:
    if pieces > limits.PIECES:
        raise BadPackage(
            f"The templates of the package name more than {limits.PIECES:,} fields and conditions, more than sharpen"
            " reads. Export it with fewer kinds of note."
        )


def _check_length(characters: int) -> None:
    if characters > limits.TOGETHER:
        raise BadPackage(
            f"The cards have more than {limits.TOGETHER:,} characters together, more than sharpen reads. Export a"
            " smaller selection of decks."
        )


def _is_ours(kind: NoteType) -> bool:
    return kind.name.startswith(MODEL_NAME) and ITEM in kind.fields


def _item(note: Note, kind: NoteType) -> str:
    """Sharpen's own id of an item that was exported from here, else nothing."""
    place = kind.fields.index(ITEM)
    item = without_tags(note.fields[place]).strip() if place < len(note.fields) else ""
    return item if ITEM_ID.fullmatch(item) else ""


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _refuse_scripts(note: Note) -> None:
    for field in note.fields:
        if found := script_in(field):
            raise BadPackage(
                f"{_named(note)} holds {found}, which could run when the card is shown, so nothing was read from"
                " the file. If you trust who made the deck, remove it in Anki (Ctrl+Shift+X shows the HTML), and export"
                " again."
            )


def _named(note: Note) -> str:
    words = " ".join(without_tags(note.fields[0][:300]).split())
    return f"The note {note.id} (“{words[:60]}”)"


def _sentences(left_out: Counter[str], media: int) -> Iterator[str]:
    if media:
        what, were = ("1 picture or sound", "was") if media == 1 else (f"{media:,} pictures and sounds", "were")
        yield (
            f"{what} {were} not taken: sharpen keeps images that are in the file (PNG, JPEG, GIF or WebP, at most "
            f"{limits.IMAGE >> 20} MiB each and {limits.IMAGES_TOGETHER >> 20} MiB together), and no sounds."
        )
    for reason, why in REASONS.items():
        if count := left_out[reason]:
            cards = "1 card was" if count == 1 else f"{count:,} cards were"
            yield f"{cards} not taken: {why}"


REASONS = {
    "occlusion": "it asks for a place in a picture.",
    "empty": "nothing of the question is text or an image.",
    "answer": "nothing of the answer is text or an image.",
    "long": f"a side has more than {limits.SHOWN:,} characters. Split the note in Anki.",
    "broken": "the template is missing, or Anki itself would show an error in place of it.",
    "orphans": "the note is missing. In Anki, Tools > Check Database mends that.",
}
"""Why a card may be left out."""
