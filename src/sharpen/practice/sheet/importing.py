"""Importing a sheet: a preview before anything is written, then all of it at once, and undo of the whole."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sharpen.domain.review import Standing
from sharpen.domain.sheet import SheetRow
from sharpen.practice.errors import BadText, NothingToUndo
from sharpen.practice.ids import new_id
from sharpen.practice.items import card_pool
from sharpen.practice.sheet import cells, sheet
from sharpen.practice.sheet.cells import plain
from sharpen.practice.sheet.columns import FIELDS, NOTHING, guessed, is_headings
from sharpen.practice.sheet.patterns import known_patterns
from sharpen.practice.sheet.tables import FORMULA, Line, Table, read_table
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Refused:
    """A row that was not taken, and why."""

    line: Line
    why: str


@dataclass(frozen=True)
class Preview:
    """What an import would do. Nothing of it was written.

    `fields` are what the columns are taken for; `again` are rows that the sheet has already, or that came before in the
    table. `days_first` says how 3/4/2025 is read, and `unsure` that it could be read both ways.
    """

    table: Table
    fields: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    again: tuple[Refused, ...]
    refused: tuple[Refused, ...]
    days_first: bool
    unsure: bool


def preview(work: Work, text: str, fields: Sequence[str] | None = None, days_first: bool | None = None) -> Preview:
    """What importing a table would do; `fields` and `days_first` where the learner has said so. Raises BadText."""
    table = read_table(text, is_headings)
    chosen = _fields(table, fields, work.sheet_rows.columns())
    dates = [line.cells[chosen.index("day")] for line in table.rows] if "day" in chosen else []
    told = cells.day_first(dates)
    first = told if told is not None else bool(days_first)
    unsure = told is None and any(cells.IN_NUMBERS.match(text) for text in dates)
    seen = {key for row in work.sheet_rows.everything() for key in row.keys}
    known = known_patterns(work.library.outline)
    rows, again, refused = list[SheetRow](), list[Refused](), list[Refused]()
    for line in table.rows:
        texts = dict(zip(chosen, line.cells, strict=True))
        try:
            row = sheet.read(work.learner, texts, known, days_first=first)
        except BadText as problem:
            refused.append(Refused(line, str(problem)))
            continue
        if seen.isdisjoint(row.keys):
            rows.append(row)
        else:
            again.append(Refused(line, f"{row.title} is there already."))
        seen.update(row.keys)
    return Preview(table, tuple(chosen), tuple(rows), tuple(again), tuple(refused), first, unsure)


def import_(
    ws: Workspace, text: str, fields: Sequence[str] | None = None, days_first: bool | None = None
) -> tuple[Preview, str]:
    """Import a table, all of what its preview shows at once; the id by which it can be undone. Raises BadText."""
    with ws.writing() as work:
        found = preview(work, text, fields, days_first)
        batch = new_id()
        rows = [replace(row, batch=batch) for row in found.rows]
        work.sheet_rows.put(*rows)
        sheet.remember(work, rows)
        headings = zip(map(plain, found.table.headings), found.fields, strict=True)
        work.sheet_rows.remember_columns({heading[:300]: field for heading, field in headings if heading})
        return found, batch


def undo(ws: Workspace, batch: str) -> int:
    """Take a whole import back: its rows, and what is remembered of them; how many rows. Raises NothingToUndo.

    Rows that were solved again since stay.
    """
    with ws.writing() as work:
        rows = [row for row in work.sheet_rows.everything() if batch and row.batch == batch]
        if not rows:
            raise NothingToUndo("Nothing is left of this import; it was undone already, or its entries were removed.")
        known = sheet.topics(work)
        items = {row.id: sheet.item_of(row, known) for row in rows}
        logs = work.reviews.logs([item.id for item in items.values()])
        left = {id_: item for id_, item in items.items() if item.id not in logs or len(logs[item.id].reviews) == 1}
        for item in left.values():
            if last := work.reviews.last_of(item.id):
                work.reviews.remove(last.id)
        work.memories.put(*(Standing(work.learner, item) for item in left.values()))
        return work.sheet_rows.remove(left)


def last_batch(work: Work) -> tuple[str, int]:
    """The latest import of which something is left, and how many rows of it are; an empty id where there is none."""
    batches = [row.batch for row in work.sheet_rows.everything() if row.batch]
    latest = max(batches, default="")
    return latest, batches.count(latest) if latest else 0


def refused_as_csv(found: Preview) -> str:
    """The rows that cannot be read, as a table with the reason, to be put right and imported again."""
    return _csv([*found.table.headings, "Why not"], [[*one.line.cells, one.why] for one in found.refused])


def export(work: Work) -> str:
    """The sheet as CSV, which an import reads again as it is."""
    titles = card_pool.titles(work)
    return _csv(list(FIELDS.values()), [_texts(row, titles) for row in work.sheet_rows.everything()])


def _texts(row: SheetRow, titles: Mapping[str, str]) -> list[str]:
    patterns = row.patterns_in(titles)
    minutes = "" if row.minutes is None else str(row.minutes)
    day = row.day.isoformat() if row.day else ""
    return [row.title, row.link, row.source, row.difficulty or "", patterns, minutes, row.went or "", day, row.notes]


def _csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of text. A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([[f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row] for row in rows])
    return out.getvalue()


def _fields(table: Table, said: Sequence[str] | None, remembered: Mapping[str, str]) -> list[str]:
    """The field of each column: as the learner says, else as guessed; a field that comes twice is the first's."""
    chosen = list(said) if said is not None else guessed(table.headings, remembered)
    width = len(table.headings)
    chosen = [field if field in FIELDS else NOTHING for field in [*chosen, *[NOTHING] * width][:width]]
    return [field if field not in chosen[:place] else NOTHING for place, field in enumerate(chosen)]
