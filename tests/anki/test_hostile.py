"""Hostile and damaged files: each is refused in words that help, in good time, and with nothing half read."""

import struct
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard

from sharpen.anki import limits
from sharpen.anki.package import BadPackage, Package
from sharpen.anki.reading import read
from tests.anki.packages import FORMATS, Deck, packed

SECONDS = 20.0
"""How long a hostile file may keep the processor, generously; on a busy machine the clock would say more."""


@pytest.fixture(autouse=True)
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for temporary files of our own, which is empty again after each test."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert not list(folder.iterdir())


def refused(path: Path, words: str = "") -> str:
    """The words with which a file is refused."""
    start = time.process_time()
    with pytest.raises(BadPackage) as raised:
        read(path)
    assert time.process_time() - start < SECONDS
    message = str(raised.value)
    assert words in message
    assert message.endswith(".")
    assert message.count(". ") >= 1 or "Export" in message
    return message


def database(tmp_path: Path, deck: Deck | None = None) -> bytes:
    path = tmp_path / "made.db"
    path.unlink(missing_ok=True)
    (deck or Deck()).database(path, new=False)
    return path.read_bytes()


# Archives.


def test_no_file_and_folders(tmp_path: Path) -> None:
    refused(tmp_path / "none.apkg", "There is no file")
    refused(tmp_path, "is a folder")


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"not a zip at all" * 100, b"PK\x05\x06" + b"\0" * 10, b"\0" * 100_000]
)
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.apkg"
    path.write_bytes(content)
    refused(path, "not an Anki package")


def test_an_empty_archive_and_another_s(tmp_path: Path) -> None:
    for names in ((), ("hello.txt",), ("media",)):
        path = tmp_path / "a.apkg"
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "hello")
        refused(path, "holds no collection")


@pytest.mark.parametrize("form", FORMATS)
def test_every_cut_is_noticed(tmp_path: Path, form: str) -> None:
    whole = Deck(notes=[("Q" * 3000, "A")]).write(tmp_path / "a.apkg", form).read_bytes()
    for share in (0.01, 0.3, 0.6, 0.9, 0.999):
        path = tmp_path / "cut.apkg"
        path.write_bytes(whole[: int(len(whole) * share)])
        refused(path)


@pytest.mark.parametrize("form", FORMATS)
def test_flipped_bytes_never_do_more_than_refuse(tmp_path: Path, form: str) -> None:
    whole = bytearray(Deck(notes=[("Q" * 300, "A")]).write(tmp_path / "a.apkg", form).read_bytes())
    path = tmp_path / "flipped.apkg"
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        flipped = whole.copy()
        flipped[place] ^= 0xFF
        path.write_bytes(flipped)
        attempt(path)


def test_flipped_bytes_of_the_database_never_do_more_than_refuse(tmp_path: Path) -> None:
    whole = bytearray(database(tmp_path, Deck(notes=[("Q" * 300, "A")] * 3)))
    for place in [*range(200), *range(200, len(whole), max(1, len(whole) // 200))]:
        flipped = whole.copy()
        flipped[place] ^= 0xFF
        attempt(packed(tmp_path / "a.apkg", "anki2", bytes(flipped)))


def attempt(path: Path) -> None:
    """Read a file that may or may not be good."""
    with suppress(BadPackage):
        assert isinstance(read(path), Package)


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "..\\evil", "C:\\evil", "a/../../b", "\\\\server\\share"])
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path), **{name: b"x"}), "outside its folder")
    assert not (tmp_path.parent / "evil").exists()


def test_a_collection_twice(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.apkg", "anki2", database(tmp_path))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("collection.anki2", b"another")
    refused(path, "twice")


def test_an_encrypted_archive(tmp_path: Path) -> None:
    content = bytearray(packed(tmp_path / "a.apkg", "anki2", database(tmp_path)).read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        content[place + at] |= 1
    (tmp_path / "a.apkg").write_bytes(content)
    refused(tmp_path / "a.apkg", "encrypted")


def test_other_ways_of_packing(tmp_path: Path) -> None:
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        path = tmp_path / "a.apkg"
        with zipfile.ZipFile(path, "w", method) as archive:
            archive.writestr("collection.anki2", database(tmp_path))
        refused(path, "does not use")


def test_a_newer_version(tmp_path: Path) -> None:
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path), meta=b"\x08\x09"), "newer than sharpen knows")
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path), meta=b"\x08\x03"), "but it does not")
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path), meta=b"\x08"), "damaged")
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path), meta=b"\x0a\xff\xff\xff\x0f"), "damaged")
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path), meta=b"x" * 100_000), "meta is more than")


def test_a_table_of_contents_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    path.write_bytes(b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, 0xF0000000, 0, 0))
    refused(path, "more than any honest collection")
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 10**9, 10**9, 46, 0)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 0, 1)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(record + locator + end)
    refused(path, "more than any honest collection")


def test_a_table_of_contents_that_is_named_elsewhere(tmp_path: Path) -> None:
    """The long record that is named may be honest, and the one in its usual place the one that is read."""
    record = b"PK\x06\x06" + struct.pack("<QHHII", 44, 45, 45, 0, 0)
    honest, hostile = (record + struct.pack("<QQQQ", count, count, 46 * count, 0) for count in (1, 10**9))
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path = tmp_path / "a.apkg"
    for first, last in ((honest, hostile), (hostile, honest)):
        path.write_bytes(first + last + b"PK\x06\x07" + struct.pack("<IQI", 0, 0, 1) + end)
        refused(path, "1,000,000,000 files")


def test_zip_bombs(tmp_path: Path) -> None:
    zeros = b"\0" * (limits.RATIO_FROM * 2)
    path = tmp_path / "a.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki21", zeros)
    assert path.stat().st_size < 1 << 20
    refused(path, "zip bomb")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("collection.anki21b", zstandard.ZstdCompressor().compress(zeros))
    assert path.stat().st_size < 1 << 20
    refused(path, "zip bomb")


def test_a_collection_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "COLLECTION", 10_000)
    refused(packed(tmp_path / "a.apkg", "anki2", database(tmp_path)), "larger than")


def test_sizes_that_lie(tmp_path: Path) -> None:
    content = bytearray(packed(tmp_path / "a.apkg", "anki2", database(tmp_path)).read_bytes())
    place = content.find(b"PK\x01\x02")
    struct.pack_into("<I", content, place + 24, 100)
    (tmp_path / "a.apkg").write_bytes(content)
    refused(tmp_path / "a.apkg")


def test_zstd_that_wants_all_memory(tmp_path: Path) -> None:
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=30, enable_ldm=True)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    frame = compressor.compress(database(tmp_path)) + compressor.flush()
    with zipfile.ZipFile(tmp_path / "a.apkg", "w") as archive:
        archive.writestr("collection.anki21b", frame)
    refused(tmp_path / "a.apkg", "too much memory")


@pytest.mark.parametrize("content", [b"", b"junk", b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd" + b"\xff" * 50])
def test_zstd_that_is_none(tmp_path: Path, content: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "a.apkg", "w") as archive:
        archive.writestr("collection.anki21b", content)
    refused(tmp_path / "a.apkg")


# Databases.


def test_a_database_cut_short(tmp_path: Path) -> None:
    whole = database(tmp_path, Deck(notes=[("Q" * 3000, "A")] * 20))
    refused(packed(tmp_path / "a.apkg", "anki21", whole[:-4096]), "cut short")
    refused(packed(tmp_path / "a.apkg", "anki21b", whole[: len(whole) // 2]), "cut short")
    refused(packed(tmp_path / "a.apkg", "anki2", whole[:50]), "not a database")
    refused(packed(tmp_path / "a.apkg", "anki2", b"a stub"), "not a database")


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT 1; END", "trigger named 't'"),
        ("CREATE VIEW v AS SELECT 1", "view named 'v'"),
        ("ALTER TABLE notes RENAME TO real; CREATE VIEW notes AS SELECT * FROM real", "view named 'notes'"),
        ("CREATE VIRTUAL TABLE x USING fts5(a)", "table named 'x'"),
        ("DROP TABLE notes", "no table notes"),
        ("DROP TABLE col", "no table col"),
        ("DELETE FROM col", "no description"),
        ("ALTER TABLE notes DROP COLUMN flds", "damaged"),
        ("ALTER TABLE cards ADD COLUMN more AS (hex(zeroblob(1000000)))", "computes its column cards.more"),
        ("CREATE INDEX i ON notes (abs(id))", ""),
        ("UPDATE col SET models = 'nonsense'", "note types cannot be read"),
        ("UPDATE col SET models = '" + "[" * 1_100 + "'", "note types cannot be read"),
        ("UPDATE col SET models = '{\"1\": 5}'", "note types cannot be read"),
        ('UPDATE col SET models = \'{"1": {"id": 1}}\'', "note types cannot be read"),
        ("UPDATE col SET decks = '[]'", "decks cannot be read"),
        ("UPDATE notes SET flds = x'00ff00'", "no text where text belongs"),
        ("UPDATE notes SET mid = 'abc'", "where a number belongs"),
        ("UPDATE cards SET due = x'00', type = 2", "where a number belongs"),
        ("UPDATE col SET crt = 99999999999999; UPDATE cards SET type = 2", "due date"),
        ("UPDATE col SET crt = 0; UPDATE cards SET type = 2", "due date"),
    ],
)
def test_databases_that_anki_never_made(tmp_path: Path, sql: str, words: str) -> None:
    path = Deck(sql=sql).write(tmp_path / "a.apkg", "anki2")
    if words:
        refused(path, words)
    else:
        attempt(path)


def test_a_schema_written_by_hand(tmp_path: Path) -> None:
    """The table of tables can be made to say anything; nothing of it is carried out."""
    for sql in (
        "UPDATE sqlite_master SET sql = 'CREATE TABLE notes (' || hex(zeroblob(60000)) || ')' WHERE name = 'notes'",
        "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'notes'",
        "UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'cards'",
        "UPDATE sqlite_master SET type = 'index' WHERE name = 'cards'",
        "UPDATE sqlite_master SET sql = 'CREATE VIEW notes AS SELECT load_extension(''x'')' WHERE name = 'notes'",
        "UPDATE sqlite_master SET sql = NULL",
    ):
        path = Deck(sql=f"PRAGMA writable_schema = ON; {sql}").write(tmp_path / "a.apkg", "anki2")
        refused(path)


def test_too_many_tables(tmp_path: Path) -> None:
    sql = ";".join(f"CREATE TABLE t{number} (a)" for number in range(limits.OBJECTS))
    refused(Deck(sql=sql).write(tmp_path / "a.apkg"), "tables")


def test_too_many_notes_and_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Deck(notes=[("Q", "A")] * 11).write(tmp_path / "a.apkg")
    monkeypatch.setattr(limits, "NOTES", 10)
    refused(path, "more than 10 rows of notes")
    monkeypatch.setattr(limits, "NOTES", 11)
    assert len(read(path).cards) == 11
    monkeypatch.setattr(limits, "CARDS", 10)
    refused(path, "more than 10 rows of cards")


def test_a_database_in_wal_mode_is_read_without_its_neighbors(tmp_path: Path) -> None:
    """Where the archive names a log beside the database, it is no more than a name."""
    made = bytearray(database(tmp_path))
    made[18:20] = b"\x02\x02"
    others = {
        "collection.anki2-wal": b"x" * 4096,
        "collection.db-wal": b"x" * 4096,
        "collection.db-journal": b"x" * 512,
    }
    assert len(read(packed(tmp_path / "a.apkg", "anki2", bytes(made), **others)).cards) == 1


def test_it_can_only_be_read(tmp_path: Path) -> None:
    from sharpen.anki.database import opened
    from sharpen.anki.patience import Patience

    path = tmp_path / "a.db"
    path.write_bytes(database(tmp_path))
    for sql in (
        "DELETE FROM notes",
        "ATTACH 'x' AS y",
        "PRAGMA writable_schema = ON",
        "CREATE TABLE x (a)",
        "SELECT hex(zeroblob(1000000000))",
        "SELECT * FROM sqlite_master",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r",
    ):
        with pytest.raises(BadPackage), opened(path, Patience()) as one:
            one.connection.execute(sql).fetchall()
    assert path.read_bytes() == database(tmp_path)


def test_patience_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Deck(notes=[("Q", "A")] * 2000).write(tmp_path / "a.apkg")
    monkeypatch.setattr(limits, "SECONDS", 0.0)
    monkeypatch.setattr(limits, "SECONDS_A_CARD", 0.0)
    refused(path, "given up")


# Fields and templates.


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<script>alert(1)</script>", "a <script> element"),
        ("<SCRIPT src=//x.org>", "a <script> element"),
        ("<scr\0ipt>x", "a <script> element"),
        ("<iframe src=x></iframe>", "a <iframe> element"),
        ("<object data=x>", "a <object> element"),
        ("<embed src=x>", "a <embed> element"),
        ("<img src=x onerror=alert(1)>", "an attribute onerror="),
        ("<svg/onload=alert(1)>", "an attribute onload="),
        ("<b\nonclick\n=\n'x'>", "an attribute onclick="),
        ("<a href='javascript:alert(1)'>x</a>", "an address that runs, in href="),
        ("<a href=' JaVa\tScRiPt:alert(1)'>x</a>", "an address that runs, in href="),
        ("<a href='jav\nascr\nipt:x'>x</a>", "an address that runs, in href="),
        ("<a href='&#106;avascript:alert(1)'>x</a>", "an address that runs, in href="),
        ("<a href=java&Tab;script&colon;x>x</a>", "an address that runs, in href="),
        ("<form action=vbscript:x>", "an address that runs, in action="),
        ("<a href='data:text/html,<script>'>x</a>", "an address that runs, in href="),
    ],
)
def test_scripts_in_fields(tmp_path: Path, html: str, words: str) -> None:
    path = Deck(notes=[("fine", "A"), ("What is it?", f"text {html} text")]).write(tmp_path / "a.apkg")
    message = refused(path, words)
    assert "note 1001 (“What is it?”)" in message


@pytest.mark.parametrize(
    "html",
    [
        "the &lt;script&gt; element",
        "javascript: the good parts, on=1, onclick= is an attribute",
        "<b title='onclick=1'>x</b>",
        "<a href='https://x.org/?q=javascript:1'>x</a>",
        "<pre>&lt;img onerror=1&gt;</pre>",
        "\\(a<b\\) on = 3",
    ],
)
def test_talk_of_scripts_is_fine(tmp_path: Path, html: str) -> None:
    assert len(read(Deck(notes=[(html, html)]).write(tmp_path / "a.apkg")).cards) == 1


def test_huge_fields(tmp_path: Path) -> None:
    refused(Deck(notes=[("Q", "x" * (limits.FIELD + 1))]).write(tmp_path / "a.apkg"), "has a field of more than")
    refused(Deck(notes=[("x" * (limits.VALUE + 10), "A")]).write(tmp_path / "a.apkg", "anki21b"))


def test_deep_and_endless_html(tmp_path: Path) -> None:
    refused(Deck(notes=[("Q", "<div>" * 500)]).write(tmp_path / "a.apkg"), "within one another")
    refused(Deck(notes=[("Q", "<blockquote>" * 500)]).write(tmp_path / "a.apkg"), "within one another")
    refused(Deck(notes=[("Q", "<p>a" * 50_000)]).write(tmp_path / "a.apkg"), "elements of HTML")


SLOW: dict[str, Callable[[int], str]] = {
    "spaces": lambda n: "a" + " " * n + "b",
    "lines": lambda n: "<pre>" + "\n" * n + "</pre>",
    "formulas": lambda n: "\\(" * (n // 2),
    "closed formulas": lambda n: "\\(x\\)\\[y\\]" * (n // 10),
    "latex": lambda n: "[latex]" * (n // 7),
    "displays": lambda n: "\\[x\\]  (" * (n // 8),
    "dollars": lambda n: "[latex]$" + "x$ " * (n // 3) + "[/latex]",
    "brackets": lambda n: "<" * n,
    "tags": lambda n: "<a " * (n // 3),
    "attributes": lambda n: "<a " + "b='" * (n // 3),
    "many attributes": lambda n: "<a " + " ".join(f"b{each}=1" for each in range(n // 9)) + ">x",
    "comments": lambda n: "<!--" * (n // 4),
    "spans": lambda n: "<span>" * (n // 6),
    "bold": lambda n: "<b>" * (n // 3),
    # A browser's tree has each of the first within each of the second.
    "bold in paragraphs": lambda n: "<p>" + "".join(f"<b a={each}>" for each in range(n // 30)) + "<p>x" * 4000,
    "closing": lambda n: "</div>" * (n // 6),
    "links": lambda n: "<a href='https://" + "(" * n + "'>x</a>",
    "entities": lambda n: "&amp" * (n // 4),
    "stars": lambda n: "*" * n,
    "underscores": lambda n: "_a" * (n // 2),
    "backticks": lambda n: "<code>" + "`" * n + "</code>",
    "codes": lambda n: "<code>x" * (n // 7),
    "hashes": lambda n: " #" * (n // 2),
    "backslashes": lambda n: "\\(" + "\\" * n + "\\)",
    "percents": lambda n: "\\(" + "%" * n + "\\)",
    "sounds": lambda n: "[sound:" * (n // 7),
    "items": lambda n: "<ul>" + "<li>a" * min(n, 9000),
    "rows": lambda n: "<table>" + "<tr><td>a" * min(n, 4900),
    "gaps": lambda n: "{{c1::" * (n // 6),
    "answers": lambda n: "<hr id=answer>" * (n // 14),
    "digits": lambda n: "1" * n + ".",
}


@pytest.mark.parametrize("name", SLOW)
def test_strange_text_takes_no_longer(tmp_path: Path, name: str) -> None:
    deck = Deck(
        notes=[("Q {{c1::x}} " + SLOW[name](300_000), "A")], templates=(("{{cloze:Front}}", "{{Back}}"),), cloze=True
    )
    path = deck.write(tmp_path / "a.apkg")
    start = time.process_time()
    attempt(path)
    assert time.process_time() - start < SECONDS / 2


def test_kinds_of_note_without_end(tmp_path: Path) -> None:
    refused(Deck(templates=[("{{Front}}", "")] * (limits.TEMPLATES + 1)).write(tmp_path / "a.apkg"), "templates")
    refused(Deck(templates=[("x" * (limits.TEMPLATE + 1), "")]).write(tmp_path / "a.apkg"), "template")
    refused(
        Deck(notes=[("x" * 500_000, "A")], templates=[("{{Front}}" * 9000, "")]).write(tmp_path / "a.apkg"), "repeats"
    )


HALF = limits.FIELD - 10


@pytest.mark.parametrize(
    ("field", "template"),
    [
        pytest.param(" " * HALF + "x", "Q" + "{{#Front}}{{/Front}}" * 9000, id="conditions"),
        pytest.param("{{c9::x}} " * (HALF // 10), "Q" + "{{cloze:Front}}" * 2000, id="gaps"),
        pytest.param("<b></b>" * (HALF // 7), "Q" + "{{text:Front}}" * 2000, id="texts"),
        pytest.param("<b></b>" * (HALF // 7), "Q{{" + "text:" * 2000 + "Front}}", id="filters"),
    ],
)
def test_templates_that_look_at_a_field_without_end(tmp_path: Path, field: str, template: str) -> None:
    path = Deck(notes=[(field, "A")], templates=[(template, "{{Back}}")], cloze=True).write(tmp_path / "a.apkg")
    start = time.process_time()
    attempt(path)
    assert time.process_time() - start < SECONDS


def test_all_templates_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PIECES", 100)
    refused(Deck(templates=[("{{Front}}", "{{Back}}" * 49)] * 3).write(tmp_path / "a.apkg"), "fields and conditions")


def test_all_cards_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOGETHER", 100)
    refused(Deck(notes=[("Q" * 30, "A" * 30)] * 2).write(tmp_path / "a.apkg"), "characters together")


def test_a_side_of_many_pages_is_left_out_and_counted(tmp_path: Path) -> None:
    long = "\u4e2d" * (limits.SHOWN + 1)
    package = read(Deck(notes=[("Q", long), (long, "A"), ("Q", long[1:])]).write(tmp_path / "a.apkg"))
    assert [len(card.answer) for card in package.cards] == [limits.SHOWN]
    assert package.left_out == (
        "2 cards were not taken: a side has more than 50,000 characters. Split the note in Anki.",
    )


def test_a_history_of_other_cards_is_not_kept(tmp_path: Path) -> None:
    from sharpen.anki.collection import last_reviews
    from sharpen.anki.database import opened
    from sharpen.anki.patience import Patience

    path = tmp_path / "a.db"
    path.write_bytes(database(tmp_path, Deck(reviews=[(10**12 + n, n, 3) for n in range(500)])))
    with opened(path, Patience()) as one:
        assert last_reviews(one, {7}) == ({7: 10**12 + 7}, {})


def test_no_control_codes_come_in(tmp_path: Path) -> None:
    codes = "\x1b]0;spoof\x07\x9b31m\u202e"
    fields = (f"Q{codes} &#x1b;[31m&#x9b;31m <code>c{codes}</code> \\(x{codes}\\)", f"A{codes}")
    deck = Deck(notes=[fields], decks={7: f"D{codes}\u200d::\u200f{codes}E"})
    (card,) = read(deck.write(tmp_path / "a.apkg")).cards
    for text in (card.question, card.answer, card.deck):
        assert not [code for code in text if code < " " or "\x7f" <= code < "\xa0"]
    assert card.deck == "D]0;spoof31m\u200d::]0;spoof31mE"


def test_hostile_names_are_only_names(tmp_path: Path) -> None:
    deck = Deck(decks={7: "../../etc::<script>x</script>::  ::\ud800"}, fields=("Front", "Back"))
    (card,) = read(deck.write(tmp_path / "a.apkg", "anki2")).cards
    assert card.deck.startswith("../../etc::<script>x</script>")
    assert "\ud800" not in card.deck
