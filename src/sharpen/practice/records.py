"""Records: what a learner left, one by one, as plain data for JSON and read back with suspicion."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sharpen.domain.plan import MINUTES, NEW_A_DAY, RETENTION
from sharpen.practice import text
from sharpen.practice.errors import BadBackup, BadText
from sharpen.practice.pool import BROUGHT

Record = TypeVar("Record")

MOST = 2**31 - 1
RANGES: dict[str, tuple[float, float]] = {
    "Memory.stability": (0.0001, 36500),
    "Memory.difficulty": (1, 10),
    "Review.recall": (0, 1),
    "Plan.minutes": MINUTES,
    "Plan.retention": RETENTION,
    "Plan.new_a_day": NEW_A_DAY,
}
"""The least and the most that a number may be; any other is from 0 to MOST."""
LONGEST = {
    "Attempt.id": 64,
    "Attempt.problem": 100,
    "Attempt.version": 64,
    "Draft.problem": 100,
    "Reveal.problem": 100,
    "Item.id": 200,
    "Item.topic": 100,
    "Review.id": 64,
    "Note.item": 200,
    "Brought.id": 64,
    "Brought.topic": 100,
}
"""Bytes of texts that the store has so much room for; they may not be empty."""
LONGEST_SIDE = 1_000_000
"""Bytes of one side of a card from Anki."""
CHECKED: dict[str, Callable[[Any], object]] = {
    "Attempt.source": text.source,
    "Draft.source": text.source,
    "Draft.cases": text.cases,
    "Note.text": text.note,
}
"""Texts of the learner's own, which have rules of their own."""


def plain(adapter: TypeAdapter[Record], record: Record) -> dict[str, Any]:
    """A record as plain data. It does not say who the learner is."""
    data: dict[str, Any] = adapter.dump_python(record, mode="json")
    del data["learner"]
    return data


def read(adapter: TypeAdapter[Record], row: Any, place: str, learner: str) -> Record:
    """The record in plain data, as this learner's: its times in UTC, every value one that the store can hold.

    Raises BadBackup that names the place at fault.
    """
    if not isinstance(row, dict):
        raise BadBackup(f"{place} must be an object.")
    if "learner" in row:
        raise BadBackup(f"{place} has an unknown key 'learner'.")
    try:
        record = adapter.validate_python({**row, "learner": learner})
    except ValidationError as problem:
        fault = problem.errors()[0]
        if fault["type"] == "missing":
            raise BadBackup(f"{place} lacks {fault['loc'][-1]!r}.") from None
        inner = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
        raise BadBackup(f"{place}{inner}: {fault['msg']}.") from None
    _same_keys(row, record, place)
    checked: Record = _checked(record, place)
    return checked


def same_keys(row: dict[str, Any], keys: set[str], place: str) -> None:
    """Raises BadBackup when something is missing from a row, or too much in it."""
    missing, unknown = keys - row.keys(), row.keys() - keys
    if missing:
        raise BadBackup(f"{place} lacks {min(missing)!r}.")
    if unknown:
        raise BadBackup(f"{place} has an unknown key {min(unknown, key=str)!r}.")


def _same_keys(row: dict[str, Any], record: Any, place: str) -> None:
    """Nothing is missing and nothing too much, in records within a record too."""
    same_keys(row, {each.name for each in fields(record)} - {"learner"}, place)
    for name, value in vars(record).items():
        if is_dataclass(value):
            _same_keys(row[name], value, f"{place}.{name}")


def _checked(record: Any, place: str) -> Any:
    changed = {}
    for name, value in vars(record).items():
        if is_dataclass(value):
            changed[name] = _checked(value, f"{place}.{name}")
            continue
        try:
            changed[name] = _storable(f"{type(record).__name__}.{name}", value)
        except (BadText, ValueError, OverflowError) as problem:
            raise BadBackup(f"{place}.{name}: {problem}") from None
    return replace(record, **changed)


def _storable(name: str, value: Any) -> Any:
    """The value of a field, if the store can hold it. Raises ValueError, OverflowError, BadText."""
    if isinstance(value, datetime):
        return text.moment(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        least, most = RANGES.get(name, (0, MOST))
        if not least <= value <= most:
            raise ValueError(f"{value} is not a number from {least} to {most}.")
    elif name in CHECKED:
        CHECKED[name](value)
    elif name in LONGEST and not 0 < len(value.encode()) <= LONGEST[name]:
        raise ValueError(f"a text of 1 to {LONGEST[name]} bytes is needed.")
    elif name in ("Brought.id", "Brought.topic") and not value.startswith(BROUGHT):
        raise ValueError(f"it must begin with {BROUGHT}")
    elif name in ("Brought.question", "Brought.answer") and len(value.encode()) > LONGEST_SIDE:
        raise ValueError(f"a text of at most {LONGEST_SIDE} bytes is needed.")
    elif name == "Plan.parameters" and value and not _possible(value):
        raise ValueError("21 numbers are needed, each within the bounds that FSRS sets, or none.")
    return value


def _possible(parameters: tuple[float, ...]) -> bool:
    from sharpen.memory.schedule import possible  # late: it imports a scheduler that a backup may not need

    return possible(parameters)
