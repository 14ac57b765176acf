"""Ladders: `depth/facets/*.toml` and `depth/methods/*.toml`, and the fields of a project, read when asked for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_
from functools import cached_property
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.schema import Field, lines_up_to, near, one_of, text_up_to, texts
from sharpen.content.table_file import ID, TableFile, is_id, tables
from sharpen.content.toml_cache import Remembered
from sharpen.domain.dive import GAP
from sharpen.domain.ladder import Depth, Ladder, ProjectField, Rung
from sharpen.domain.topic import Outline

FOLDER, PROJECT, FACETS, METHODS = "depth", "project.toml", "facets", "methods"
FEWEST_RUNGS = 5


LINE = Field("one line of 1 to 400 characters", text_up_to(400), required=True)
ANSWER = Field("one line of 1 to 300 characters", text_up_to(300))
PROJECT_FIELDS = {"field": Field("[[field]] tables", tables, required=True)}
FIELD_FIELDS = {
    "id": ID,
    "title": Field("a title of 1 to 60 characters", text_up_to(60), required=True),
    "prompt": LINE,
    "example": Field("a text of 1 to 900 characters", lines_up_to(900), required=True),
    "gap": LINE,
}
LADDER_FIELDS = {
    "title": Field("a title of 1 to 60 characters", text_up_to(60), required=True),
    "topics": Field("a list of ids of topics in outline.toml, each once", texts(80, most=8, once=True), required=True),
    "words": Field("a list of words, each once", texts(40, 1, 40, once=True)),
    "rung": Field("[[rung]] tables", tables, required=True),
}
RUNG_FIELDS = {
    "id": ID,
    "depth": one_of(Depth),
    "question": LINE,
    "points": Field("a list of 3 to 6 lines of 1 to 300 characters", texts(300, 3, 6, once=True), required=True),
    "weak": Field("a list of 1 to 4 lines of 1 to 300 characters", texts(300, 1, 4, once=True), required=True),
    "strong": LINE,
    "partial": LINE,
    "stuck": LINE,
    "strong_answer": ANSWER,
    "partial_answer": ANSWER,
    "stuck_answer": ANSWER,
}


@dataclass(frozen=True, eq=False)
class Ladders(Mapping[str, Ladder]):
    """Ladders by slug: facets in the order of the project's fields, then methods by title. Those with a fault are not
    there; their faults are in `broken`."""

    _roots: Sequence[Path] = ()
    _outline: Outline = field_(default_factory=lambda: Outline({}, ()))
    _index: Path | None = None
    """A file in which what was read is remembered."""

    def __getitem__(self, slug: str) -> Ladder:
        return self._read[0][slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read[0])

    def __len__(self) -> int:
        return len(self._read[0])

    @property
    def fields(self) -> tuple[ProjectField, ...]:
        """What a file about a project consists of, in order."""
        return self._read[1]

    @property
    def broken(self) -> list[ContentError]:
        """What is wrong with the ladders that are left out, and with the fields."""
        return self._read[2]

    def facets(self) -> list[Ladder]:
        """The ladders that ask about fields of a project."""
        return [ladder for ladder in self.values() if ladder.is_facet]

    def methods(self) -> list[Ladder]:
        """The ladders that ask about methods."""
        return [ladder for ladder in self.values() if not ladder.is_facet]

    @cached_property
    def _read(self) -> tuple[dict[str, Ladder], tuple[ProjectField, ...], list[ContentError]]:
        parse, broken = Remembered(self._index), list[ContentError]()
        fields = _fields(self._roots, parse, broken)
        found: dict[str, tuple[Ladder, Path]] = {}
        topics = {topic.id for topic in self._outline}
        for path in (path for root in self._roots for path in _files(root)):
            read = read_ladder(path, [each.id for each in fields], topics, parse)
            if isinstance(read, list):
                broken += read
            elif read.slug in found:
                broken.append(ContentError(path, 0, f'there is a ladder "{read.slug}" already'))
            else:
                found[read.slug] = read, path
        broken += _asked_twice(found.values())
        parse.keep()
        return _ordered([ladder for ladder, _ in found.values()], fields), fields, broken


def _ordered(ladders: Sequence[Ladder], fields: Sequence[ProjectField]) -> dict[str, Ladder]:
    places = {field.id: place for place, field in enumerate(fields)}
    ordered = sorted(ladders, key=lambda each: (places.get(each.field, len(places)), each.title))
    return {each.slug: each for each in ordered}


def _files(root: Path) -> list[Path]:
    return [path for kind in (FACETS, METHODS) for path in sorted((root / FOLDER / kind).glob("*.toml"))]


def _fields(roots: Sequence[Path], parse: Remembered, broken: list[ContentError]) -> tuple[ProjectField, ...]:
    """The fields of the first file that has some."""
    for root in roots:
        try:
            file = TableFile(root / FOLDER / PROJECT, parse, PROJECT_FIELDS, {"field": FIELD_FIELDS})
        except FileNotFoundError:
            continue
        broken += file.faults
        if not file.faults:
            return tuple(ProjectField(**{**row, "example": row["example"].strip()}) for _, row in file.rows("field"))
    return ()


def read_ladder(
    path: Path, fields: Sequence[str], topics: Collection[str], parse: Remembered
) -> Ladder | list[ContentError]:
    """The ladder in a file, or all its faults. Its slug is the name of the file; a facet's is a field of projects."""
    if not is_id(path.stem):
        return [ContentError(path, 0, 'a ladder is named in lower case with hyphens, like "error-analysis.toml"')]
    facet = path.parent.name == FACETS
    file = TableFile(path, parse, LADDER_FIELDS, {"rung": RUNG_FIELDS})
    if facet and path.stem not in fields:
        what = f'a facet is named like a field in {PROJECT}, and "{path.stem}" is none{near(path.stem, fields)}'
        file.fault("title", what)
    if file.table and not facet and not file.table.get("words"):
        file.fault("title", "a method needs `words`, by which it is found in the text of a project")
    for topic in file.table.get("topics", ()) if not file.faults else ():
        if topic not in topics:
            file.fault("topics", f'`topics` names "{topic}", which outline.toml does not have{near(topic, topics)}')
    _check_rungs(file)
    if file.faults:
        return file.faults
    rungs = tuple(_rung(row) for _, row in file.rows("rung"))
    table = file.table
    field = path.stem if facet else ""
    return Ladder(path.stem, table["title"], rungs, tuple(table["topics"]), field, tuple(table.get("words", ())))


def _check_rungs(file: TableFile) -> None:
    """It goes from what to limits, and never back up."""
    order = [*map(str, Depth)]
    places = [order.index(row["depth"]) for _, row in file.rows("rung") if row.get("depth") in order]
    if any(row.get("id") == GAP for _, row in file.rows("rung")):
        file.fault("rung", f'no rung may be called "{GAP}", which stands for what a file about a project leaves empty')
    if len(places) < FEWEST_RUNGS:
        file.fault("rung", f"there are {len(places)} rungs; a ladder has at least {FEWEST_RUNGS}")
    if places != sorted(places):
        file.fault("rung", f"the rungs must go deeper in this order: {', '.join(order)}")
    if missing := [depth for place, depth in enumerate(order) if place not in places]:
        file.fault("rung", f"no rung has the depth {' or '.join(missing)}")


def _rung(row: dict[str, Any]) -> Rung:
    lists = {key: tuple(row[key]) for key in ("points", "weak")}
    return Rung(**{**row, **lists, "depth": Depth(row["depth"])})


def _asked_twice(ladders: Iterable[tuple[Ladder, Path]]) -> Iterator[ContentError]:
    """No question is asked by two rungs; a candidate would hear it twice in one drill."""
    asked: dict[str, str] = {}
    for ladder, path in ladders:
        for rung in ladder.rungs:
            if other := asked.get(rung.question.casefold()):
                yield ContentError(path, 0, f'"{rung.id}" asks what {other} asks')
            asked.setdefault(rung.question.casefold(), f'"{rung.id}" of {ladder.slug}')
