"""Writing Anki's packages, so that exporting an item again updates what Anki has, and adds nothing twice."""

import errno
import hashlib
import itertools
import json
import os
import sqlite3
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sharpen.anki import markup, model
from sharpen.anki.package import Packed
from sharpen.anki.scheduling import creation, numbers
from sharpen.files.whole import replacing

if TYPE_CHECKING:
    import genanki


def guid(item: str) -> str:
    """What a note for an item of sharpen is known by. It may never change, or exports would come in twice."""
    return urlsafe_b64encode(hashlib.sha256(f"sharpen:{item}".encode()).digest()[:12]).decode()


def write(path: Path, cards: Iterable[Packed]) -> int:
    """Write a package that holds the cards, and return how many; those without a question are left out.

    A file that is there already is replaced once the new one is whole. Raises OSError.
    """
    now = datetime.now(UTC)
    questions = [(card, markup.html(card.question)) for card in cards if card.question.strip()]
    unique = list({model.note_guid(card.guid, card.place): (card, question) for card, question in questions}.values())
    with TemporaryDirectory(prefix=".sharpen-", dir=path.absolute().parent) as folder, replacing(path) as package:
        database = Path(folder) / "collection.anki2"
        try:
            with closing(sqlite3.connect(database)) as connection, connection:
                _write_notes(connection.cursor(), unique, now)
                _write_scheduling(connection, [card for card, _ in unique], now)
        except sqlite3.OperationalError as problem:  # it has no other way to say that the disk is full
            raise OSError(errno.ENOSPC, str(problem), os.fspath(path)) from problem
        with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(database, "collection.anki2")
            archive.writestr("media", "{}")
    return len(unique)


def _write_notes(cursor: sqlite3.Cursor, cards: Sequence[tuple[Packed, str]], now: datetime) -> None:
    import genanki

    kind = _note_type()
    decks: dict[str, genanki.Deck] = {}
    for card, question in cards:
        deck = decks.get(card.deck) or decks.setdefault(card.deck, genanki.Deck(_deck_id(card.deck), card.deck))
        fields = [question, markup.html(card.answer), card.item]
        deck.add_note(genanki.Note(kind, fields, guid=model.note_guid(card.guid, card.place)))
    stamp = now.timestamp()
    genanki.Package(list(decks.values())).write_to_db(cursor, stamp, itertools.count(int(stamp * 1000)))


def _note_type() -> "genanki.Model":
    import genanki

    return genanki.Model(
        model.MODEL,
        model.MODEL_NAME,
        fields=[{"name": name} for name in (model.QUESTION, model.ANSWER, model.ITEM)],
        templates=[{"name": "Card 1", "qfmt": model.FRONT, "afmt": model.BACK}],
        css=model.CSS,
    )


def _deck_id(name: str) -> int:
    """A deck's id, by its name: of the size of a time in milliseconds, as Anki's own are."""
    digest = hashlib.sha256(f"sharpen deck:{name}".encode()).digest()
    return 1_400_000_000_000 + int.from_bytes(digest[:5], "big") % 200_000_000_000


def _write_scheduling(connection: sqlite3.Connection, cards: Sequence[Packed], now: datetime) -> None:
    created = creation([card.memory for card in cards if card.memory], now)
    conf = json.loads(connection.execute("SELECT conf FROM col").fetchone()[0])
    offset = -int((created.utcoffset() or created - created).total_seconds() // 60)
    # The scheduler's second version has days that begin at four in the morning, in this zone.
    conf |= {"schedVer": 2, "sched2021": True, "rollover": 4, "creationOffset": offset}
    connection.execute("UPDATE col SET crt = ?, conf = ?", (int(created.timestamp()), json.dumps(conf)))
    notes = dict(connection.execute("SELECT guid, id FROM notes"))
    rows = []
    for place, card in enumerate(cards):
        to = numbers(card.memory, place, created, suspended=card.suspended)
        note = notes[model.note_guid(card.guid, card.place)]
        rows.append((to.type, to.queue, to.due, to.ivl, to.factor, to.reps, to.lapses, to.data, note))
    columns = "type = ?, queue = ?, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ?, data = ?"
    connection.executemany(f"UPDATE cards SET {columns} WHERE nid = ?", rows)
