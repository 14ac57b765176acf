"""Packages built by hand, in each of the three formats, honest or not."""

import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zstandard

CREATED = 1_600_000_000
SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer, scm integer, ver integer, dty integer,
  usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer, usn integer,
  tags text, flds text not null, sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer, usn integer, type integer not null, queue integer not null, due integer not null, ivl integer not null,
  factor integer not null, reps integer not null, lapses integer not null, left integer, odue integer, odid integer,
  flags integer, data text);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer, ease integer not null, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
"""
SCHEMA_18 = """
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase, mtime_secs integer,
  usn integer, config blob NOT NULL);
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase,
  config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase,
  mtime_secs integer, usn integer, config blob NOT NULL, PRIMARY KEY (ntid, ord)) without rowid;
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase, mtime_secs integer,
  usn integer, common blob NOT NULL, kind blob NOT NULL);
"""
FORMATS = ("anki2", "anki21", "anki21b")
BACK = "{{FrontSide}}<hr id=answer>{{Back}}"


@dataclass
class Deck:
    """What goes into a package. Notes are fields; cards are rows of which `columns` overrides what is usual."""

    notes: Sequence[Sequence[str]] = (("Q", "A"),)
    fields: Sequence[str] = ("Front", "Back")
    templates: Sequence[tuple[str, str]] = (("{{Front}}", BACK),)
    cloze: bool = False
    decks: dict[int, str] = field(default_factory=lambda: {1: "Default", 7: "Learn::Math"})
    columns: dict[str, Any] = field(default_factory=dict)
    places: Sequence[int] = (0,)
    created: int = CREATED
    reviews: Sequence[tuple[int, int, int]] = ()  # milliseconds, card, ease
    sql: str = ""  # run at the end
    media: Mapping[str, bytes] = field(default_factory=dict)

    def write(self, path: Path, form: str = "anki21") -> Path:
        database = path.with_suffix(".db")
        database.unlink(missing_ok=True)
        self.database(database, form == "anki21b")
        package = packed(path, form, database.read_bytes())
        if self.media:
            add_media(package, form, self.media)
        return package

    def database(self, path: Path, new: bool) -> None:
        connection = sqlite3.connect(path)
        connection.create_collation("unicase", lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))
        connection.executescript(SCHEMA)
        models, decks = ("", "") if new else (self.models(), self.deck_objects())
        connection.execute(
            "INSERT INTO col VALUES (1, ?, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '', '')", (self.created, models, decks)
        )
        if new:
            self.write_kinds(connection)
        for number, fields in enumerate(self.notes, 1000):
            connection.execute(
                "INSERT INTO notes VALUES (?, ?, 5, 0, 0, '', ?, '', 0, 0, '')",
                (number, f"guid{number}", "\x1f".join(fields)),
            )
            for place in self.places:
                row = {
                    "id": number * 10 + place,
                    "nid": number,
                    "did": 7,
                    "ord": place,
                    "type": 0,
                    "queue": 0,
                    "due": 1,
                }
                row |= (
                    dict.fromkeys(("ivl", "factor", "reps", "lapses", "odue", "odid", "mod"), 0)
                    | {"data": ""}
                    | self.columns
                )
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO cards ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        connection.executemany("INSERT INTO revlog (id, cid, ease) VALUES (?, ?, ?)", self.reviews)
        connection.commit()
        connection.executescript(self.sql)
        connection.close()

    def models(self) -> str:
        fields = [{"name": name, "ord": place} for place, name in enumerate(self.fields)]
        templates = [{"name": "c", "ord": place, "qfmt": q, "afmt": a} for place, (q, a) in enumerate(self.templates)]
        return json.dumps({"5": {"id": 5, "name": "Kind", "type": int(self.cloze), "flds": fields, "tmpls": templates}})

    def deck_objects(self) -> str:
        return json.dumps({str(id): {"id": id, "name": name} for id, name in self.decks.items()})

    def write_kinds(self, connection: sqlite3.Connection) -> None:
        connection.executescript(SCHEMA_18)
        connection.execute("INSERT INTO notetypes VALUES (5, 'Kind', 0, 0, ?)", (b"\x08\x01" if self.cloze else b"",))
        for place, name in enumerate(self.fields):
            connection.execute("INSERT INTO fields VALUES (5, ?, ?, x'')", (place, name))
        for place, (front, back) in enumerate(self.templates):
            config = wire_text(1, front) + wire_text(2, back)
            connection.execute("INSERT INTO templates VALUES (5, ?, ?, 0, 0, ?)", (place, f"Card {place}", config))
        for id, name in self.decks.items():
            connection.execute("INSERT INTO decks VALUES (?, ?, 0, 0, x'', x'')", (id, name.replace("::", "\x1f")))


def packed(path: Path, form: str, database: bytes, **others: bytes) -> Path:
    """An archive around a database; newer formats get the stub and the meta that Anki adds."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if form == "anki21b":
            archive.writestr("meta", b"\x08\x03")
            database = zstandard.ZstdCompressor().compress(database)
        if form != "anki2":
            archive.writestr("collection.anki2", b"a stub that says: please update Anki")
        archive.writestr(f"collection.{form}", database)
        archive.writestr("media", b"{}")
        for name, content in others.items():
            archive.writestr(name, content)
    return path


def add_media(path: Path, form: str, media: Mapping[str, bytes]) -> None:
    """Files of a collection put into an archive in the way of its format, in place of the empty list of them."""
    with zipfile.ZipFile(path) as archive:
        others = {name: archive.read(name) for name in archive.namelist() if name != "media"}
    listed = json.dumps({str(number): name for number, name in enumerate(media)}).encode()
    files = list(media.values())
    if form == "anki21b":
        zstd = zstandard.ZstdCompressor().compress
        entries = [wire_text(1, name) + b"\x10" + b"\x05" for name in media]
        listed = zstd(b"".join(wire_bytes(1, entry) for entry in entries))
        files = [zstd(file) for file in files]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**others, "media": listed}.items():
            archive.writestr(name, content)
        for number, file in enumerate(files):
            archive.writestr(str(number), file)


def wire_text(number: int, text: str) -> bytes:
    """A text as Protocol Buffers have it."""
    return wire_bytes(number, text.encode())


def wire_bytes(number: int, content: bytes) -> bytes:
    """Bytes, or a message, as Protocol Buffers have them."""
    length, out = len(content), b""
    while length > 127:
        out += bytes([length & 127 | 128])
        length >>= 7
    return bytes([number << 3 | 2]) + out + bytes([length]) + content
