"""Cells: back-of-the-envelope arithmetic, a line for each named result.

    qps = 2e9 requests / day -> QPS          23,148 QPS
    storage = 1e9 users * 400 bytes -> TB    0.4 TB

Whatever is written, `evaluate` answers with a sheet; what cannot be read is said beside its line.
"""

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sharpen.practice.design.amounts import in_unit, shown
from sharpen.practice.design.expressions import Reading
from sharpen.practice.design.operations import NAMES, kept
from sharpen.practice.design.tokens import tokens
from sharpen.practice.design.units import kind, plain
from sharpen.practice.errors import BadCell, did_you_mean

if TYPE_CHECKING:
    from pint import Quantity

LONGEST_TEXT, LONGEST_LINE, MOST_LINES = 10_000, 400, 200
"""Characters and lines of what is computed; an envelope holds less."""

HELP = """\
- A line is `name = expression`; `-> GB` or `→ GB` after it asks for a unit. `#` begins a comment.
- `k`, `M`, `B` or `bn`, and `T` after a number are thousand, million, billion and trillion.
- `2B` is two billion, or two bytes where only that fits; `2 B`, with a space, is two bytes. `2 bytes` is safest.
- `MB` is a megabyte of 1,000 kB, `MiB` one of 1,024 KiB, `Mb` a megabit; `Mbps` and `Mb/s` are the same.
- `QPS` is one per second. A month has 30 days, a year 365.
- Counts, such as users, requests or tokens, are plain numbers, and may stand after any number.
- `+ - * / ** ( )`, `per`, `of`, `%`, `$`; `sqrt log log2 log10 exp ceil floor round min max abs`; cells above.
"""
"""What is read, and how, in Markdown."""

NAMED = re.compile(r"\s*([^=]*?)\s*=(?!=)(.*)", re.DOTALL)
NAME = re.compile(r"[^\W\d]\w*")
ARROW = re.compile(r"->|→|⟶|⇒|=>")


@dataclass(frozen=True)
class Line:
    """One line: its name (empty for a comment, and where none was given), its result as text, or what is wrong."""

    number: int
    text: str
    name: str = ""
    shown: str = ""
    error: str = ""


@dataclass(frozen=True)
class Sheet:
    """Every line with its result. `values` has the last value of each name, if its last line gave one."""

    lines: tuple[Line, ...]
    values: Mapping[str, "Quantity[float]"]

    def decides(
        self,
        name: str,
        unit: str,
        at_most: float | None = None,
        at_least: float | None = None,
        between: tuple[float, float] | None = None,
    ) -> bool | None:
        """Whether a cell is within bounds, ends included; None if there is no such cell or its unit does not fit."""
        try:
            value = self._in(name, unit)
        except BadCell:
            return None
        low, high = bounds(at_most, at_least, between)
        slack = 1e-9 * abs(value)  # 90 ms + 10 ms is at most 100 ms, whatever floats make of it
        return low - slack <= value <= high + slack

    def why(
        self,
        name: str,
        unit: str,
        at_most: float | None = None,
        at_least: float | None = None,
        between: tuple[float, float] | None = None,
    ) -> str:
        """What `decides` found, in a sentence."""
        try:
            value = self._in(name, unit)
        except BadCell as error:
            return str(error)
        low, high = bounds(at_most, at_least, between)
        found = f"`{name}` is {in_unit(value, unit)}"
        if self.decides(name, unit, at_most, at_least, between):
            return f"{found}, within the bounds."
        bound, word = (low, "less") if value < low else (high, "more")
        return f"{found}, {word} than {in_unit(bound, unit)}."

    def _in(self, name: str, unit: str) -> float:
        """A cell's number in a unit. Raises BadCell."""
        own = self._own(name)
        if own not in self.values:
            failed = [line for line in self.lines if line.name == own and line.error]
            if failed:
                raise BadCell(f"`{own}` has no value: see line {failed[-1].number}.")
            raise BadCell(f"No cell is called `{name}`.{did_you_mean(name, self.values)}")
        return converted(self.values[own], unit, own)

    def _own(self, name: str) -> str:
        """The name as the learner wrote it: `QPS` answers for `qps`, if nothing is called just that."""
        names = dict.fromkeys(line.name for line in self.lines if line.name)
        alike = [one for one in names if one.casefold() == name.casefold()]
        return name if name in names or len(alike) != 1 else alike[0]


def bounds(at_most: float | None, at_least: float | None, between: tuple[float, float] | None) -> tuple[float, float]:
    """The lowest and the highest value that all of the conditions allow."""
    low, high = between or (float("-inf"), float("inf"))
    return (max(low, at_least) if at_least is not None else low), (min(high, at_most) if at_most is not None else high)


def evaluate(text: str) -> Sheet:
    """Compute every line, in order. Raises nothing: what is wrong with a line is said in its `error`."""
    lines: list[Line] = []
    values: dict[str, Quantity[float]] = {}
    broken: dict[str, int] = {}
    size = 0
    for at, line in enumerate(text.splitlines(), 1):
        size += len(line) + 1
        name, body = taken_apart(line)
        try:
            if not body.strip() and not name:
                lines.append(Line(at, line))
                continue
            if size > LONGEST_TEXT or at > MOST_LINES or len(line) > LONGEST_LINE:
                raise BadCell(
                    f"Too much to compute: at most {MOST_LINES} lines of {LONGEST_LINE} characters,"
                    f" {LONGEST_TEXT:,} in all."
                )
            check_name(name)
            value, text_shown = computed(body, values, broken)
        except BadCell as error:
            lines.append(Line(at, line, name if NAME.fullmatch(name) else "", error=str(error)))
            values.pop(name, None)
            broken[name] = at
        else:
            lines.append(Line(at, line, name, text_shown))
            if name:
                values[name] = value
                broken.pop(name, None)
    return Sheet(tuple(lines), MappingProxyType(values))


def taken_apart(line: str) -> tuple[str, str]:
    """The name of a line and its expression, without the comment; no name where there is no `=`."""
    code = line.split("#", 1)[0]
    named = NAMED.fullmatch(ARROW.sub("→", code))
    return (named[1], named[2]) if named else ("", ARROW.sub("→", code))


def check_name(name: str) -> None:
    if name and not NAME.fullmatch(name):
        better = re.sub(r"\W+", "_", name).strip("_")
        hint = f", such as `{better}`" if NAME.fullmatch(better) else ""
        raise BadCell(f"`{name}` cannot be a name: use letters, digits and `_`{hint}.")
    if name in NAMES:
        raise BadCell(f"`{name}` is a function; choose another name.")


def computed(
    body: str, values: Mapping[str, "Quantity[float]"], broken: Mapping[str, int]
) -> tuple["Quantity[float]", str]:
    """The value of an expression with the unit asked of it, and how it is shown. Raises BadCell."""
    expression, *asked = body.split("→")
    if len(asked) > 1:
        raise BadCell("A line asks for one unit, after one `->`.")
    if asked and not asked[0].strip():
        raise BadCell("A unit is missing after `->`.")
    reading = Reading(expression, values, broken)
    try:
        value, text = in_asked(reading.value(), expression, asked)
    except BadCell as error:
        if not reading.notes:
            raise
        again = Reading(expression, values, broken, billions=False)
        try:
            value, text = in_asked(again.value(), expression, asked)
        except BadCell:
            raise BadCell(" ".join([str(error), *(f"{note}." for note in reading.notes)])) from None
        return value, f"{text} ({'; '.join(again.notes)})"
    notes = [] if "illion" in text else reading.notes
    return value, f"{text} ({'; '.join(notes)})" if notes else text


def in_asked(value: "Quantity[float]", expression: str, asked: list[str]) -> tuple["Quantity[float]", str]:
    """A value in the unit asked for, if any, and how it is shown. Raises BadCell."""
    if not asked:
        return value, shown(value)
    digits, unit = converted(value, asked[0], expression.strip()), unit_of(asked[0])
    return value.to(unit.units), in_unit(digits, asked[0])


def unit_of(text: str) -> "Quantity[float]":
    """One of the unit that a text names, such as `GB/day`, `1/s` or `%`. Raises BadCell."""
    before = ""
    for token in tokens(text):
        bare = token.kind == "number" and token.text != "1" and before not in ("**", "^")
        if bare or token.text in ("+", "-", ","):
            raise BadCell(f"`{text.strip()}` is more than a unit.")
        before = token.text
    return Reading(text, {}, {}).value()


def converted(value: "Quantity[float]", unit: str, what: str) -> float:
    """A quantity's number in a unit; an empty unit is that of a plain number. Raises BadCell."""
    if not unit.strip():
        if not value.dimensionless:
            raise BadCell(f"`{what}` is {kind(value)}, not a plain number.")
        return plain(value)
    one = unit_of(unit)
    if value.dimensionality != one.dimensionality:
        raise BadCell(f"`{what}` is {kind(value)} and cannot be given in `{unit.strip()}`, which is {kind(one)}.")
    return plain(kept(operator.truediv, value, one))
