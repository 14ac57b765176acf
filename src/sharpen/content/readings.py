"""Readings: `readings.toml`, what companies and teachers published, and what to take from each; read when asked for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sharpen.content.errors import ContentError
from sharpen.content.schema import Field, near, one_of, text_up_to, texts, whole_within
from sharpen.content.table_file import ID, TableFile, tables
from sharpen.content.toml_cache import Remembered
from sharpen.domain.reading import SENTENCES, Basis, Kind, Reading, sentences
from sharpen.domain.topic import Outline

FILE = "readings.toml"
LONGEST_TAKE = 700
"""Characters."""


def _is_url(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > 500 or any(letter.isspace() for letter in value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc


def _is_take(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(_one_line(value)) <= LONGEST_TAKE


def _urls(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_url, value))


_texts = texts(80, once=True)
URL = "an address that begins with https:// or http://"
FIELDS = {"reading": Field("[[reading]] tables", tables)}
READING_FIELDS = {
    "id": ID,
    "company": Field("the name of a company, of 1 to 40 characters", text_up_to(40)),
    "kind": one_of(Kind, required=False),
    "title": Field("a title of 1 to 120 characters", text_up_to(120), required=True),
    "url": Field(URL, _is_url),
    "year": Field("a year from 1950 to 2100", whole_within(1950, 2100)),
    "basis": one_of(Basis),
    "topics": Field("a list of ids of topics in outline.toml, each once", _texts),
    "cases": Field("a list of names of cases, each once", _texts),
    "sources": Field(f"a list, each {URL}", _urls),
    "take": Field(f"a text of 1 to {LONGEST_TAKE} characters", _is_take, required=True),
}


@dataclass(frozen=True, eq=False)
class Readings(Mapping[str, Reading]):
    """Readings by id, in the order of their files. One that has a fault is not there; its faults are in `broken`."""

    _files: Sequence[Path] = ()
    _outline: Outline = field(default_factory=lambda: Outline({}, ()))
    _cases: Sequence[Path] = ()
    """The folders of cases."""
    _index: Path | None = None
    """A file in which what was read is remembered."""

    def __getitem__(self, reading_id: str) -> Reading:
        return self._read[0][reading_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read[0])

    def __len__(self) -> int:
        return len(self._read[0])

    @property
    def broken(self) -> list[ContentError]:
        """What is wrong with the readings that are left out."""
        return self._read[1]

    def of_topic(self, topic_id: str) -> list[Reading]:
        """The readings on a topic."""
        return [reading for reading in self.values() if topic_id in reading.topics]

    def of_case(self, slug: str) -> list[Reading]:
        """The readings that help with a case."""
        return [reading for reading in self.values() if slug in reading.cases]

    @cached_property
    def _read(self) -> tuple[dict[str, Reading], list[ContentError]]:
        parse, broken, found = Remembered(self._index), list[ContentError](), dict[str, Reading]()
        topics = {topic.id for topic in self._outline}
        cases = {folder.name for folder in self._cases}
        for path in self._files:
            try:
                file = TableFile(path, parse, FIELDS, {"reading": READING_FIELDS})
            except FileNotFoundError:
                continue
            found |= _checked(file, topics, cases, found)
            broken += file.faults
        parse.keep()
        return found, broken


def _checked(
    file: TableFile, topics: Collection[str], cases: Collection[str], known: Collection[str]
) -> dict[str, Reading]:
    """The readings of a file that have no fault; what is wrong with the others is added to its faults."""
    for place, row in file.rows("reading"):
        for key, message in _faults(row, topics, cases, known):
            file.fault(key, message, "reading", place)
    sound = (row for place, row in file.rows("reading") if ("reading", place) not in file.wrong)
    return {row["id"]: _reading(row) for row in sound}


def _faults(
    row: dict[str, Any], topics: Collection[str], cases: Collection[str], known: Collection[str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a reading besides the form of its values."""
    if row.get("id") in known:
        yield "id", f'there is a reading "{row["id"]}" already, in another content folder'
    if ("company" in row) == ("kind" in row):
        yield "company", "a reading needs either `company` or `kind`, and not both"
    for key, names, where in (("topics", topics, "outline.toml"), ("cases", cases, "the folder cases")):
        for name in row[key] if _texts(row.get(key)) else ():
            if name not in names:
                yield key, f'`{key}` names "{name}", which {where} does not have{near(name, names)}'
    if row.get("basis") == Basis.ACCOUNT and not row.get("sources"):
        yield "basis", '`basis` is "account", so `sources` must list where others say it'
    if _is_take(row.get("take")):
        yield from _take_faults(sentences(_one_line(row["take"])), titled=row.get("basis") == Basis.TITLE)


def _take_faults(count: int, *, titled: bool) -> Iterator[tuple[str, str]]:
    fewest, most = SENTENCES
    if titled and count != 1:
        yield "take", f'`take` has {count} sentences; where `basis` is "title", one says what the reading is about'
    elif not titled and not fewest <= count <= most:
        what = "sentence" if count == 1 else "sentences"
        yield "take", f"`take` has {count} {what}; it must have {fewest} to {most}"


def _reading(row: dict[str, Any]) -> Reading:
    kind = row.get("kind")
    lists = {key: tuple(row.get(key, ())) for key in ("topics", "cases", "sources")}
    return Reading(
        id=row["id"],
        title=row["title"],
        take=_one_line(row["take"]),
        basis=Basis(row["basis"]),
        company=row.get("company", ""),
        kind=Kind(kind) if kind else None,
        url=row.get("url", ""),
        year=row.get("year"),
        **lists,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
