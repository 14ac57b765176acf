"""Makers: what has no text of its own but was made by a known call is written as that call."""

import collections
import copy
import dataclasses
import decimal
import enum
import fractions
import functools
import logging
import re
import typing
from collections.abc import Callable
from typing import Any

from sharpen.api import declared

Written = Callable[[Any], str]
"""Writes a value, as a literal or as the name it is sent under. Raises CannotGather."""


def made(thing: Any, written: Written) -> str | None:
    """The call that makes a thing anew, or None where no maker is known. Raises CannotGather for what is in it."""
    for maker in (_partial, _cached, _vectorized, _collection, _constant, _type_variable, _type_alias):
        text = maker(thing, written)
        if text is not None:
            return text
    return _class(thing, written) if isinstance(thing, type) else None


def _call(module: str, function: str, *args: str, **keywords: str) -> str:
    given = ", ".join([*args, *(f"{key}={value}" for key, value in keywords.items())])
    return f'__import__("{module}").{function}({given})'


def _partial(thing: Any, written: Written) -> str | None:
    if type(thing) is not functools.partial:
        return None
    keywords = {key: written(value) for key, value in thing.keywords.items()}
    return _call("functools", "partial", written(thing.func), *map(written, thing.args), **keywords)


def _cached(thing: Any, written: Written) -> str | None:
    if not hasattr(thing, "cache_parameters"):
        return None
    size, typed = thing.cache_parameters()["maxsize"], thing.cache_parameters()["typed"]
    return f"{_call('functools', 'lru_cache', maxsize=str(size), typed=str(typed))}({written(thing.__wrapped__)})"


def _vectorized(thing: Any, written: Written) -> str | None:
    if type(thing).__name__ != "vectorize" or type(thing).__module__.partition(".")[0] != "numpy":
        return None
    options = {"otypes": thing.otypes, "cache": thing.cache, "signature": thing.signature}
    return _call("numpy", "vectorize", written(thing.pyfunc), **{key: written(value) for key, value in options.items()})


def _collection(thing: Any, written: Written) -> str | None:
    if type(thing) is collections.deque:
        return _call("collections", "deque", written(list(thing)), maxlen=str(thing.maxlen))
    if type(thing) is collections.defaultdict:
        return _call("collections", "defaultdict", written(thing.default_factory), written(dict(thing)))
    if type(thing) in (collections.Counter, collections.OrderedDict):
        return _call("collections", type(thing).__name__, written(dict(thing)))
    if type(thing) is range:
        return repr(thing)
    if type(thing) is slice:
        return f"slice({written(thing.start)}, {written(thing.stop)}, {written(thing.step)})"
    if isinstance(thing, enum.Enum) and thing.name in type(thing).__members__:
        return f"{written(type(thing))}.{thing.name}"
    return None


def _constant(thing: Any, written: Written) -> str | None:
    if type(thing) is re.Pattern:
        return _call("re", "compile", written(thing.pattern), str(int(thing.flags)))
    if type(thing) in (decimal.Decimal, fractions.Fraction):
        return _call(type(thing).__module__, type(thing).__name__, repr(str(thing)))
    if type(thing) is logging.Logger:
        return _call("logging", "getLogger", repr(thing.name))
    if type(thing).__module__ == "numpy.dtypes" and thing.isbuiltin == 1:
        return _call("numpy", "dtype", repr(thing.str))
    return None


def _type_variable(thing: Any, written: Written) -> str | None:
    if type(thing) is typing.TypeVar and thing.__bound__ is None:
        flags = {key: "True" for key in ("covariant", "contravariant") if getattr(thing, f"__{key}__")}
        return _call("typing", "TypeVar", repr(thing.__name__), *map(written, thing.__constraints__), **flags)
    if type(thing) is typing.NewType:
        return _call("typing", "NewType", repr(thing.__name__), written(thing.__supertype__))
    return None


def _type_alias(thing: Any, written: Written) -> str | None:
    origin, args = typing.get_origin(thing), typing.get_args(thing)
    if origin is None or not isinstance(origin, type) or getattr(thing, "__metadata__", None):
        return None
    if not all(isinstance(arg, type) or arg is ... or typing.get_origin(arg) for arg in args):
        return None
    inside = ", ".join("..." if arg is ... else written(arg) for arg in args)
    return f"{written(origin)}[{inside or '()'}]"


def _class(cls: Any, written: Written) -> str | None:
    called = repr(cls.__name__)
    if cls.__bases__ == (tuple,) and _is_like(cls, collections.namedtuple("_", getattr(cls, "_fields", ""))):
        defaults = [written(cls._field_defaults[one]) for one in cls._fields if one in cls._field_defaults]
        given = {"defaults": f"[{', '.join(defaults)}]"} if defaults else {}
        return _call("collections", "namedtuple", called, repr(cls._fields), **given)
    if type(cls) is enum.EnumType and cls.__bases__[0].__module__ == "enum" and len(cls.__bases__) == 1:
        values = [(key, cls.__members__[key]._value_) for key in cls.__members__]  # type: ignore[var-annotated]
        if _is_like(cls, cls.__bases__[0]("_", values)):
            return _call("enum", cls.__bases__[0].__name__, called, f"[{', '.join(map(written, values))}]")
    if "__dataclass_fields__" in vars(cls) and cls.__bases__ == (object,):
        kept = {key: getattr(vars(cls)["__dataclass_params__"], key) for key in _FLAGS}
        if len(dataclasses.fields(cls)) < len(vars(cls)["__dataclass_fields__"]):
            return None  # a ClassVar or an InitVar is one by its annotation alone
        fields = [(one.name, object, copy.copy(one)) for one in vars(cls)["__dataclass_fields__"].values()]
        if _is_like(cls, dataclasses.make_dataclass("_", fields, **kept)):
            return _dataclass(cls, called, written)
    return None


_FLAGS = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")


def _is_like(cls: type, plain: type) -> bool:
    """Whether a class has nothing that the plain one, made by a call, has not."""
    if declared.is_changed(cls):
        return False
    extra = set(vars(cls)) - set(vars(plain)) - {"__annotations__", "__orig_bases__", "__doc__"}
    codes = [(getattr(vars(one).get(key), "__code__", None)) for key in vars(cls) for one in (cls, plain)]
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return not extra and all((one and one.co_filename) == (other and other.co_filename) for one, other in pairs)


def _dataclass(cls: Any, called: str, written: Written) -> str:
    fields = []
    for field in vars(cls)["__dataclass_fields__"].values():
        options = {key: str(getattr(field, key)) for key in ("init", "repr", "compare", "kw_only")}
        if field.default is not dataclasses.MISSING:
            options["default"] = written(field.default)
        if field.default_factory is not dataclasses.MISSING:
            options["default_factory"] = written(field.default_factory)
        fields.append(f"({field.name!r}, object, {_call('dataclasses', 'field', **options)})")
    flags = {key: str(getattr(vars(cls)["__dataclass_params__"], key)) for key in _FLAGS}
    return _call("dataclasses", "make_dataclass", called, f"[{', '.join(fields)}]", **flags)
