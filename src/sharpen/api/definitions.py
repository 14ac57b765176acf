"""Definitions: the text of a function as it was written, taken only if it compiles to the function in hand."""

import ast
import dis
import inspect
from collections.abc import Iterator
from types import CodeType, FunctionType
from typing import Any

from sharpen.api import evaluated, places
from sharpen.api.cutting import cut
from sharpen.api.evaluated import Written
from sharpen.api.places import enclosed
from sharpen.api.same_code import compiles_to, inner_codes, same


class NoSource(ValueError):
    """The text of a definition cannot be found, or cannot stand alone; the message says why."""


def scope(function: FunctionType) -> dict[str, Any]:
    """The names that the code of a function can see: its module's, and those closed over."""
    return {**function.__globals__, **enclosed(function)}


def variables(function: FunctionType) -> dict[str, int]:
    """Which variables the names closed over are: two of one name and value may be two."""
    return {
        name: id(cell) for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    }


def of_function(function: FunctionType, name: str, *, decorators: int = 0) -> Written:
    """The text that defines a function, at the left margin. Raises NoSource.

    It comes without its decorators, or with them if it has as many as `decorators` says. A lambda becomes an
    assignment to `name`. A default is written with the value it has, where its expression does not give that by now.
    """
    code = function.__code__
    _stands_alone(code)
    found = list(places.texts(code.co_filename))
    for text in found:
        for node in _nodes(text, function):
            own = _text_of(text, node, name, decorators)
            if own is not None and compiles_to(ast.parse(own).body[0], code, places.imported(text)):
                defaults = evaluated.defaults(ast.parse(own).body[0], function)
                return evaluated.written(own, defaults, scope(function))
    raise NoSource(_why_not(function, found))


def _stands_alone(code: CodeType) -> None:
    if "__class__" in code.co_freevars:
        raise NoSource("it uses the class around it (`super()`). Give the class.")
    if any("@pytest_ar" in one.co_names for one in [code, *inner_codes(code)]):
        raise NoSource("pytest has changed its `assert` statements. Put it into a module of its own.")
    for one in [code, *inner_codes(code)]:
        for step in dis.get_instructions(one):
            around = step.argval in code.co_freevars and step.argval in one.co_freevars
            if step.opname in ("STORE_DEREF", "DELETE_DEREF") and around:
                raise NoSource(
                    "it changes a variable of the function around it (`nonlocal`). Keep that state elsewhere."
                )


def _nodes(text: str, function: FunctionType) -> Iterator[Any]:
    """The definitions of a text that may be the function, that in its own line first."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    code, parameters = function.__code__, list(inspect.signature(_plain(function)).parameters)
    for node in sorted(ast.walk(tree), key=lambda node: abs(getattr(node, "lineno", 0) - code.co_firstlineno)):
        lambda_ = isinstance(node, ast.Lambda) and code.co_name == "<lambda>"
        if lambda_ or (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == code.co_name):
            args = node.args  # type: ignore[attr-defined]
            own = [*args.posonlyargs, *args.args, *[args.vararg] * bool(args.vararg), *args.kwonlyargs]
            named = [arg.arg for arg in [*own, *[args.kwarg] * bool(args.kwarg)]]
            defaults = len(args.defaults) == len(function.__defaults__ or ())
            by_name = sum(one is not None for one in args.kw_defaults) == len(function.__kwdefaults__ or {})
            if len(named) == len(parameters) and defaults and by_name:
                yield node


def _plain(function: FunctionType) -> FunctionType:
    """The function without what decorators say of it: its own parameters count, not those of what it wraps."""
    return FunctionType(function.__code__, {}, closure=function.__closure__)


def _text_of(text: str, node: Any, name: str, decorators: int) -> str | None:
    if isinstance(node, ast.Lambda):
        return None if decorators else f"{name} = {ast.unparse(node)}"
    if decorators and len(node.decorator_list) != decorators:
        return None
    try:
        own = cut(text, node, decorated=bool(decorators))
        ast.parse(own)
    except SyntaxError:
        return None
    return own


def _why_not(function: FunctionType, found: list[str]) -> str:
    code = function.__code__
    if not found:
        return (
            "its text cannot be found, as for what `exec` makes or what is typed at Python's prompt. Give the source "
            "as text, or write it in a file or a notebook."
        )
    known = any(same(one, code) for text in found for one in places.codes_in(text, code.co_filename, code.co_name))
    if known and "." in code.co_qualname.rpartition("<locals>.")[2]:
        return "it cannot stand outside its class. Give the class."
    if known:
        return "its default values, or its decorators, are not those in its text. Run its cell, or the file, again."
    return places.changed(code.co_filename, function.__name__)
