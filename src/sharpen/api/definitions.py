"""Definitions: the text of a function or class as it was written, and the outside names that it uses."""

import ast
import inspect
import linecache
import symtable
import textwrap
import types
from collections.abc import Iterator
from typing import Any

FUTURE = "from __future__ import annotations\n"


class NoSource(ValueError):
    """The text of a definition cannot be found, or cannot stand alone; the message says why."""


def definition(thing: Any, name: str) -> str:
    """The text that defines a function or class, decorators included, at the left margin. Raises NoSource.

    A lambda becomes an assignment to `name`.
    """
    text, tree = _file_of(thing)
    found = [node for node in ast.walk(tree) if _defines(node, thing)]
    if not found:
        raise NoSource("its text has changed since it was defined. Run its cell, or the file, again.")
    node = found[-1]  # of several of that name, the last one counts
    if any(isinstance(inner, ast.Nonlocal) for inner in _own(node)):
        raise NoSource("it changes a variable of the function around it (`nonlocal`). Keep that state elsewhere.")
    if isinstance(node, ast.Lambda):
        return f"{name} = {ast.unparse(node)}"
    lines = text.split("\n")[_first_line(node) - 1 : node.end_lineno]  # type: ignore[attr-defined]
    return textwrap.dedent("\n".join(lines))


def used(source: str) -> list[str]:
    """The names that a definition takes from around it, in order of their first use; builtins among them."""
    table = symtable.symtable(FUTURE + source, "answer", "exec")
    outside = set(_outside(table))
    order = [node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)]
    return [name for name in dict.fromkeys(order) if name in outside]


def _outside(table: symtable.SymbolTable) -> Iterator[str]:
    for symbol in table.get_symbols():
        at_top = table.get_type() == "module"
        if symbol.is_referenced() and (not symbol.is_assigned() if at_top else symbol.is_global()):
            yield symbol.get_name()
    for inner in table.get_children():
        yield from _outside(inner)


def _file_of(thing: Any) -> tuple[str, ast.Module]:
    """The text of the file or notebook cell that defines it."""
    text = "".join(linecache.getlines(_place(thing)))
    if not text:
        raise NoSource(
            "its text cannot be found, as for what is typed at Python's prompt. Give the source as text, or write it "
            "in a file or a notebook."
        )
    try:
        return text, ast.parse(text)
    except SyntaxError:
        raise NoSource("the file that defines it has changed and is no longer Python.") from None


def _place(thing: Any) -> str:
    """The file name under which linecache knows its text; a class is found by its methods."""
    if inspect.isfunction(thing):
        return thing.__code__.co_filename
    for member in vars(thing).values():
        inner = inspect.unwrap(getattr(member, "fget", None) or getattr(member, "__func__", None) or member)
        own = inspect.isfunction(inner) and inner.__qualname__.startswith(f"{thing.__qualname__}.")
        # A generated method, such as a dataclass's __init__, has no file.
        if own and not inner.__code__.co_filename.startswith("<string"):
            return str(inner.__code__.co_filename)
    try:
        return _cell(thing.__name__) or inspect.getfile(thing)
    except (OSError, TypeError):
        return ""


def _cell(name: str) -> str:
    """The latest notebook cell that defines a class of this name: nothing but linecache remembers which."""
    cells = [file for file in linecache.cache if "ipykernel" in file or file.startswith("<ipython")]
    wanted = (f"class {name}:", f"class {name}(")
    return next((file for file in reversed(cells) if any(w in "".join(linecache.getlines(file)) for w in wanted)), "")


def _defines(node: ast.AST, thing: Any) -> bool:
    if inspect.isclass(thing):
        return isinstance(node, ast.ClassDef) and node.name == thing.__name__
    first, name = thing.__code__.co_firstlineno, thing.__name__
    if isinstance(node, ast.Lambda):
        return bool(name == "<lambda>" and node.lineno == first and _is_body(node.body, thing.__code__))
    return isinstance(node, ast.FunctionDef) and bool(node.name == name and _first_line(node) == first)


def _is_body(body: ast.expr, code: types.CodeType) -> bool:
    """Whether all that some code does is written in the body: there may be several lambdas in a line."""
    start, end = (body.lineno, body.col_offset), (body.end_lineno, body.end_col_offset)
    places = [((a, c), (b, d)) for a, b, c, d in code.co_positions() if c is not None and (a, c) != (b, d)]
    return all(start <= here and there <= end for here, there in places)


def _first_line(node: ast.AST) -> int:
    lines = [inner.lineno for inner in [node, *getattr(node, "decorator_list", [])]]
    return min(map(int, lines))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function itself, those of functions inside it left out: their `nonlocal` stays inside."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            yield from _own(child)
