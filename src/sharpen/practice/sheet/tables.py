"""Tables: a sheet as text, of whatever program or page, taken apart into rows of cells."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sharpen.practice.errors import BadText

MOST_BYTES = 10_000_000
MOST_ROWS = 20_000
LONGEST_CELL = 20_000
SEPARATORS = "\t,;|"
FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would compute: an apostrophe before it says that it is text."""


@dataclass(frozen=True)
class Line:
    """A row of cells; `number` is its first line in the text, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The headings of a table, which may be made up ("Column 1"), and its rows, each with as many cells."""

    headings: tuple[str, ...]
    rows: tuple[Line, ...]


def decoded(data: bytes) -> str:
    """The text of a file, as spreadsheets write it. Raises BadText."""
    if len(data) > MOST_BYTES:
        raise BadText(f"The file has {len(data) / 1e6:.1f} MB; at most {MOST_BYTES / 1e6:.0f} MB are read. Split it.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif data[:4] == b"PK\x03\x04":
        raise BadText("This is a workbook, not a table of text. Save it as CSV first.")
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadText("This is not a text that can be read. Save the sheet as CSV in UTF-8.")


def read_table(text: str, is_headings: Callable[[Sequence[str]], bool]) -> Table:
    """The table in a text: separated by tabs, commas, semicolons or bars. Raises BadText where there is none.

    `is_headings` says whether the cells of the first row are headings.
    """
    if "\0" in text:
        raise BadText("This is not a text: it contains NUL characters. Save the sheet as CSV.")
    lines = [line for line in _lines(text.replace("\r\n", "\n").replace("\r", "\n")) if any(line.cells)]
    if not lines:
        raise BadText("There is no table here: nothing but empty lines.")
    if len(lines) > MOST_ROWS:
        raise BadText(f"The table has {len(lines):,} rows; at most {MOST_ROWS:,} are read at once. Split it.")
    width = max(len(line.cells) for line in lines)
    even = [Line(line.number, line.cells + ("",) * (width - len(line.cells))) for line in lines]
    if is_headings(even[0].cells):
        return Table(_named(even[0].cells), tuple(even[1:]))
    return Table(_named(("",) * width), tuple(even))


def _lines(text: str) -> list[Line]:
    separator = _separator(text)
    if separator == "|":
        rows = enumerate((line.strip().strip("|").split("|") for line in text.split("\n")), 1)
        return [Line(number, _trimmed(cells)) for number, cells in rows if set("".join(cells)) - set("-: ")]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found, before = [], 0
    try:
        for cells in reader:
            found.append(Line(before + 1, _trimmed(cells)))
            before = reader.line_num
    except csv.Error as problem:
        raise BadText(
            f"Line {reader.line_num + 1} cannot be read: {problem}. Save the sheet as CSV once more."
        ) from None
    return found


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    stripped = (cell.strip()[:LONGEST_CELL] for cell in cells)
    return tuple(cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell for cell in stripped)


def _separator(text: str) -> str:
    """What separates most of the first rows into equally many cells; a comma where nothing does."""
    rows = [row for row in text.split("\n") if row.strip()][:50]

    def evenness(separator: str) -> tuple[int, int]:
        counts = Counter(row.count(separator) for row in rows)
        counts.pop(0, None)
        return (max(counts.values(), default=0), -SEPARATORS.index(separator))

    best = max(SEPARATORS, key=evenness)
    return best if evenness(best)[0] else ","


def _named(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell or f"Column {number}" for number, cell in enumerate(cells, 1))
