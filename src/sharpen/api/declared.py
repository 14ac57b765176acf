"""Declared: what Python puts into a class for what its text only declares: slots, fields of tuples, keys of dicts."""

import ast
import dataclasses
import inspect
from collections import namedtuple
from collections.abc import Collection, Mapping
from typing import Any

from sharpen.api import evaluated
from sharpen.api.evaluated import Scope
from sharpen.api.places import mangled

_TUPLE_GETTER = type(vars(namedtuple("_", "x"))["x"])  # what reads a field; `collections` has no public name for it


def is_named_tuple(cls: type) -> bool:
    """Whether a class was made as a named tuple, and is not derived from one."""
    return issubclass(cls, tuple) and {"_fields", "_field_defaults"} <= set(vars(cls))


def is_accessor(name: str, member: Any, cls: type) -> bool:
    """Whether an attribute is what Python made to read a slot, or the field of a named tuple, of that name."""
    if inspect.ismemberdescriptor(member):
        return member.__objclass__ is cls and member.__name__ == name
    fields = vars(cls)["_fields"] if is_named_tuple(cls) else ()
    return type(member) is _TUPLE_GETTER and name in fields and member.__reduce__()[1][0] == fields.index(name)


def accessors(cls: type) -> list[str] | None:
    """The names for which a class has to have accessors, or None where that cannot be told."""
    if is_named_tuple(cls):
        return list(vars(cls)["_fields"])
    slots = vars(cls).get("__slots__", ())
    if not isinstance(slots, Collection):
        return None  # an iterator, which has come to its end
    names = [slots] if isinstance(slots, str) else list(slots)
    return [mangled(name, cls) for name in dict.fromkeys(names) if name not in ("__dict__", "__weakref__")]


def is_changed(cls: type) -> bool:
    """Whether a field of a dataclass or of a named tuple was set on the class later."""
    fields = vars(cls)["_fields"] if is_named_tuple(cls) else ()
    return any(not is_accessor(name, vars(cls).get(name), cls) for name in fields) or any(
        has_other_default(name, cls) for name in vars(cls).get("__annotations__", ())
    )


def has_other_default(name: str, cls: type) -> bool:
    """Whether an attribute of a dataclass is not the default that its field has: then it was set later."""
    field, value = vars(cls).get("__dataclass_fields__", {}).get(name), vars(cls).get(name)
    if field is None or field.default is dataclasses.MISSING or hasattr(type(value), "__get__"):
        return False  # a descriptor is asked for the default
    return field.default is not value and "__slots__" not in vars(cls)


def slots_by_decorator(tree: ast.ClassDef) -> bool:
    """Whether a class says `@dataclass(slots=True)`."""
    calls = [one for one in tree.decorator_list if isinstance(one, ast.Call)]
    said = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "slots"]
    return any(isinstance(value, ast.Constant) and value.value is True for value in said)


def is_typed_dict(cls: type) -> bool:
    """Whether a class is a TypedDict, of `typing` or of `typing_extensions`."""
    return type(cls).__name__ == "_TypedDictMeta" and type(cls).__module__ in ("typing", "typing_extensions")


def has_keys(cls: type, tree: ast.ClassDef, written: Collection[str], names: Scope) -> bool:
    """Whether a TypedDict has the keys that its text gives it, those of its bases included, and is as total."""
    bases = [evaluated.resolved(base, names) for base in tree.bases]
    inherited = {key for base in bases for key in _keys(base)}
    total = [one.value.value for one in tree.keywords if one.arg == "total" and isinstance(one.value, ast.Constant)]
    return set(_keys(cls)) == inherited | set(written) and getattr(cls, "__total__", True) == all(total)


def _keys(cls: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = vars(cls).get("__annotations__", {}) if inspect.isclass(cls) else {}
    return found
