"""Rows: one record as plain data for JSON, and read back with suspicion."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sharpen.domain.verdict import CheckResult
from sharpen.practice import inputs
from sharpen.practice.errors import BadBackup, BadText
from sharpen.practice.exchange.rules import ANY_NUMBER, Rule

Row = dict[str, Any]

KEYS = {"trials": "cases"}
"""Fields whose key in a document is an older name than their own."""
TO_COME = ("due", "buried_until")
"""Times that may be yet to come; every other one is when something happened."""
NAMES = {key: name for name, key in KEYS.items()}


def write(adapter: TypeAdapter[Any], noun: Any) -> Row:
    """A noun as plain data. It does not say who the learner is."""
    data: Row = adapter.dump_python(noun, mode="json")
    del data["learner"]
    return {_key(name): value for name, value in data.items()}


def read(
    adapter: TypeAdapter[Any], rules: Mapping[str, Rule], row: Row, place: str, learner: str, now: datetime
) -> Any:
    """The noun in a row, as this learner's: its times in UTC, every value one that the store can hold.

    What happened after `now` counts as now. `rules` are by class and field. Raises BadBackup that names the place at
    fault.
    """
    if "learner" in row:
        raise BadBackup(f"{place} has an unknown key 'learner'.")
    try:
        noun = adapter.validate_python({NAMES.get(key, key): row[key] for key in row} | {"learner": learner})
    except ValidationError as problem:
        fault = problem.errors()[0]
        if fault["type"] == "missing":
            raise BadBackup(f"{place} lacks {_key(str(fault['loc'][-1]))!r}.") from None
        inner = "".join(f"[{part}]" if isinstance(part, int) else f".{_key(str(part))}" for part in fault["loc"])
        raise BadBackup(f"{place}{inner}: {fault['msg']}.") from None
    return _checked(noun, row, place=place, rules=rules, now=now)


def same_keys(row: Row, keys: set[str], place: str) -> None:
    """Raises BadBackup when something is missing from a row, or too much in it."""
    missing, unknown = keys - row.keys(), row.keys() - keys
    if missing:
        raise BadBackup(f"{place} lacks {min(missing)!r}.")
    if unknown:
        raise BadBackup(f"{place} has an unknown key {min(unknown, key=str)!r}.")


def _key(name: str) -> str:
    return KEYS.get(name, name)


def _checked(noun: Any, row: Row, *, place: str, rules: Mapping[str, Rule], now: datetime) -> Any:
    """The noun with its times in UTC, if its row has its keys and no others; so for nouns within it too."""
    same_keys(row, {_key(each.name) for each in fields(noun)} - {"learner"}, place)
    checked = partial(_checked, rules=rules, now=now)
    changed = {}
    for name, value in vars(noun).items():
        inner = f"{place}.{_key(name)}"
        try:
            if is_dataclass(value):
                changed[name] = checked(value, row[name], place=inner)
            else:
                stored = _storable(value, rules.get(f"{type(noun).__name__}.{name}"))
                changed[name] = _each(stored, row.get(_key(name)), inner, checked)
                if isinstance(value, datetime) and name not in TO_COME:
                    changed[name] = min(changed[name], now)
        except (BadText, ValueError, OverflowError) as problem:
            raise BadBackup(f"{inner}: {problem}") from None
    return replace(noun, **changed)


def _each(value: Any, row: Any, place: str, checked: Callable[..., Any]) -> Any:
    """A list or a table of nouns with each of them checked; any other value as it is."""
    if isinstance(value, tuple) and any(map(_has_keys, value)):
        return tuple(checked(noun, row[i], place=f"{place}[{i}]") for i, noun in enumerate(value))
    if isinstance(value, Mapping) and any(map(_has_keys, value.values())):
        return {key: checked(noun, row[key], place=f"{place}.{key}") for key, noun in value.items()}
    return value


def _has_keys(value: Any) -> bool:
    """Whether a value is a noun whose row has all of its keys. That of a check has those alone that say something."""
    return is_dataclass(value) and not isinstance(value, CheckResult)


def _storable(value: Any, rule: Rule | None) -> Any:
    """The value of a field, if the store can hold it. Raises ValueError, OverflowError, BadText."""
    if isinstance(value, datetime):
        return inputs.moment(value)
    if rule is None and isinstance(value, int | float) and not isinstance(value, bool):
        rule = ANY_NUMBER
    if rule is not None:
        rule(value)
    return value
