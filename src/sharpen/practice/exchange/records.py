"""Records: what a learner left, one by one, as plain data for JSON and read back with suspicion."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sharpen.domain.plan import MINUTES, NEW_A_DAY, RETENTION
from sharpen.practice import inputs
from sharpen.practice.errors import BadBackup, BadText
from sharpen.practice.items.pool import BROUGHT

Record = TypeVar("Record")

Rule = Callable[[Any], object]
"""What a value must be; raises ValueError or BadText for one that is not."""


def number(least: float, most: float) -> Rule:
    def rule(value: float) -> None:
        if not least <= value <= most:
            raise ValueError(f"{value} is not a number from {least} to {most}.")

    return rule


def words(most: int, *, least: int = 1, begin: str = "") -> Rule:
    """A text of so many bytes: the store has no room for more."""

    def rule(value: str) -> None:
        if not least <= len(value.encode()) <= most:
            raise ValueError(f"a text of {f'{least} to' if least else 'at most'} {most} bytes is needed.")
        if not value.startswith(begin):
            raise ValueError(f"it must begin with {begin}")

    return rule


def parameters(value: tuple[float, ...]) -> None:
    from sharpen.memory.schedule import possible  # late: it imports a scheduler that a backup may not need

    if value and not possible(value):
        raise ValueError("21 numbers are needed, each within the bounds that FSRS sets, or none.")


RULES: dict[str, Rule] = {
    "Attempt.id": words(64),
    "Attempt.problem": words(100),
    "Attempt.source": inputs.source,
    "Attempt.version": words(64),
    "Brought.id": words(64, begin=BROUGHT),
    "Brought.topic": words(100, begin=BROUGHT),
    "Brought.question": words(1_000_000, least=0),
    "Brought.answer": words(1_000_000, least=0),
    "Draft.problem": words(100),
    "Draft.source": inputs.source,
    "Draft.trials": inputs.trials,
    "Item.id": words(200),
    "Item.topic": words(100),
    "Memory.difficulty": number(1, 10),
    "Memory.stability": number(0.0001, 36500),
    "Note.item": words(200),
    "Note.text": inputs.note,
    "Plan.minutes": number(*MINUTES),
    "Plan.new_a_day": number(*NEW_A_DAY),
    "Plan.parameters": parameters,
    "Plan.retention": number(*RETENTION),
    "Reveal.problem": words(100),
    "Review.id": words(64),
    "Review.recall": number(0, 1),
}
"""The rules of fields, by class and name."""
ANY_NUMBER = number(0, 2**31 - 1)
"""The rule of numbers without one of their own."""
KEYS = {"trials": "cases"}
"""Fields whose key in a document is an older name than their own."""


def plain(adapter: TypeAdapter[Record], record: Record) -> dict[str, Any]:
    """A record as plain data. It does not say who the learner is."""
    data: dict[str, Any] = adapter.dump_python(record, mode="json")
    del data["learner"]
    return {_key(name): value for name, value in data.items()}


def read(adapter: TypeAdapter[Record], row: Any, place: str, learner: str) -> Record:
    """The record in plain data, as this learner's: its times in UTC, every value one that the store can hold.

    Raises BadBackup that names the place at fault.
    """
    if not isinstance(row, dict):
        raise BadBackup(f"{place} must be an object.")
    if "learner" in row:
        raise BadBackup(f"{place} has an unknown key 'learner'.")
    names = {key: name for name, key in KEYS.items()}
    try:
        record = adapter.validate_python({names.get(key, key): row[key] for key in row} | {"learner": learner})
    except ValidationError as problem:
        fault = problem.errors()[0]
        if fault["type"] == "missing":
            raise BadBackup(f"{place} lacks {_key(str(fault['loc'][-1]))!r}.") from None
        inner = "".join(f"[{part}]" if isinstance(part, int) else f".{_key(str(part))}" for part in fault["loc"])
        raise BadBackup(f"{place}{inner}: {fault['msg']}.") from None
    _same_keys(row, record, place)
    checked: Record = _checked(record, place)
    return checked


def _key(name: str) -> str:
    return KEYS.get(name, name)


def same_keys(row: dict[str, Any], keys: set[str], place: str) -> None:
    """Raises BadBackup when something is missing from a row, or too much in it."""
    missing, unknown = keys - row.keys(), row.keys() - keys
    if missing:
        raise BadBackup(f"{place} lacks {min(missing)!r}.")
    if unknown:
        raise BadBackup(f"{place} has an unknown key {min(unknown, key=str)!r}.")


def _same_keys(row: dict[str, Any], record: Any, place: str) -> None:
    """Nothing is missing and nothing too much, in records within a record too."""
    same_keys(row, {_key(each.name) for each in fields(record)} - {"learner"}, place)
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
            raise BadBackup(f"{place}.{_key(name)}: {problem}") from None
    return replace(record, **changed)


def _storable(name: str, value: Any) -> Any:
    """The value of a field, if the store can hold it. Raises ValueError, OverflowError, BadText."""
    if isinstance(value, datetime):
        return inputs.moment(value)
    if name in RULES:
        RULES[name](value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        ANY_NUMBER(value)
    return value
