"""What the parts of an answer are called by the function itself: `centers[0][0]` rather than `[1][0][0]`."""

import ast
import re

RETURNS = re.compile(r"^Returns\n-+\n(.*?)(?:\n\n|\Z)", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"^(\w+(?:, \w+)*) : |^(\w+(?:, \w+)+)$", re.MULTILINE)
"""A line of what is returned that gives names: `labels : int array`, `lost, doubled : list of int`, `W, b`."""
FIRST = re.compile(r"\[(\d+)\]")


def answer_names(function: ast.FunctionDef) -> list[str]:
    """The names of what a function returns: those that its docstring gives, else of the tuple that it ends with."""
    found = RETURNS.search(ast.get_docstring(function) or "")
    lines = NAMED.findall(found[1]) if found else []
    if lines:
        return [name for typed, bare in lines for name in (typed or bare).split(", ")]
    last = function.body[-1]
    items = last.value.elts if isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple) else []
    names = [item.id for item in items if isinstance(item, ast.Name)]
    return names if len(names) == len(items) else []


def named(place: str, names: list[str]) -> str:
    """A place such as `[1][0]` in an answer whose parts have these names; as it is where they do not say."""
    if len(names) == 1:
        return names[0] + place
    first = FIRST.match(place)
    if first is None or int(first[1]) >= len(names):
        return place
    return names[int(first[1])] + place[first.end() :]
