"""Cutting: a definition out of its text, at the left margin, and changing names or values in it."""

import ast
import io
import re
import symtable
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

Edit = tuple[ast.expr, str]
"""An expression, and the text to put in its place."""


def cut(text: str, node: Definition, *, decorated: bool) -> str:
    """The text of a definition at the left margin, with its decorators or without.

    Only code is moved: the lines of a string that spans several stay as they are. Raises SyntaxError.
    """
    lines = text.split("\n")
    first = min((one.lineno for one in node.decorator_list), default=node.lineno) if decorated else node.lineno
    margin = lines[first - 1][: len(lines[first - 1]) - len(lines[first - 1].lstrip())]
    part = lines[first - 1 : node.end_lineno]
    part[0] = part[0].removeprefix(margin)
    fixed = _inside_strings("\n".join(part))
    moved = [line if number in fixed else _without(margin, line) for number, line in enumerate(part, 1)]
    moved[-1] = moved[-1] if node.end_lineno is None else _until(moved[-1], part[-1], node.end_col_offset)
    return "\n".join(moved)


def _inside_strings(text: str) -> set[int]:
    """The numbers of the lines that begin inside a string."""
    found: set[int] = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if tokenize.tok_name[token.type] in ("STRING", "FSTRING_MIDDLE", "TSTRING_MIDDLE"):
                found.update(range(token.start[0] + 1, token.end[0] + 1))
    except (tokenize.TokenError, IndentationError) as problem:
        raise SyntaxError(str(problem)) from None
    return found


def _without(margin: str, line: str) -> str:
    """A line less the margin, or less what it has of it: comments and blank lines may stand further left."""
    if line.startswith(margin):
        return line[len(margin) :]
    stripped = line.lstrip()
    return stripped if stripped.startswith("#") or len(line) - len(stripped) < len(margin) else line


def _until(moved: str, line: str, end: int | None) -> str:
    """The last line of a definition up to its end, a column in bytes: after it may come `; x = 1`, or a comment."""
    after = line.encode()[end:].decode()
    return moved.removesuffix(after) if after and not after.lstrip().startswith("#") else moved


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with some of its expressions replaced."""
    lines = [line.encode() for line in text.split("\n")]
    for node, new in sorted(edits, key=lambda edit: (edit[0].lineno, edit[0].col_offset), reverse=True):
        last = (node.end_lineno or node.lineno) - 1
        start, end = lines[node.lineno - 1][: node.col_offset], lines[last][node.end_col_offset :]
        lines[node.lineno - 1 : last + 1] = (start + new.encode() + end).split(b"\n")
    return b"\n".join(lines).decode()


def renamed(text: str, names: Mapping[str, str], old: str, new: str) -> str:
    """A definition of `old` as one of `new`, with global names changed. Raises ValueError, a name, where it cannot be.

    Where a name cannot be changed in place, as inside an f-string of Python 3.11, the text is written anew.
    """
    if not names and old == new:
        return text
    tree = ast.parse(text)
    top = tree.body[0]
    wanted = _renamed(ast.parse(text), names, new)
    for name in names:
        _only_global(text, name)
    uses = [
        node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in names and not _is_target(node, top)
    ]
    lines = edited(text, [(node, names[node.id]) for node in uses]).split("\n")
    if old != new:
        lines[top.lineno - 1] = re.sub(rf"\b{re.escape(old)}\b", new, lines[top.lineno - 1], count=1)
    changed = "\n".join(lines)
    with suppress(SyntaxError):
        if ast.dump(ast.parse(changed)) == ast.dump(wanted):
            return changed
    return ast.unparse(wanted)


def _renamed(tree: ast.Module, names: Mapping[str, str], new: str) -> ast.Module:
    top = tree.body[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = new if _is_target(node, top) else names.get(node.id, node.id)
        elif isinstance(node, ast.Global):
            node.names = [names.get(name, name) for name in node.names]
    if isinstance(top, Definition):
        top.name = new
    return tree


def _is_target(node: ast.Name, top: ast.stmt) -> bool:
    """Whether a name is what `name = lambda ...` gives its meaning."""
    return isinstance(top, ast.Assign) and node in top.targets


def _only_global(text: str, name: str) -> None:
    """Raise ValueError where a name of a definition is a variable of its own somewhere."""
    left = symtable.symtable(text, "answer", "exec").get_children()
    while left:
        table = left.pop()
        left += table.get_children()
        if any(symbol.get_name() == name and not symbol.is_global() for symbol in table.get_symbols()):
            raise ValueError(name)


def identifiers(text: str) -> frozenset[str]:
    """All names that a text uses for anything."""
    return frozenset(re.findall(r"\w+", text))


def annotations(text: str) -> list[str]:
    """The names in the annotations of a class itself: a dataclass looks at them."""
    top = ast.parse(text).body[0]
    found = (
        [one.annotation for one in top.body if isinstance(one, ast.AnnAssign)] if isinstance(top, ast.ClassDef) else []
    )
    return [node.id for one in found for node in ast.walk(one) if isinstance(node, ast.Name)]


def dotted(text: str) -> Iterator[list[str]]:
    """The dotted names in a text, each as its parts."""
    for node in ast.walk(ast.parse(text)):
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.insert(0, node.attr)
            node = node.value
        if parts and isinstance(node, ast.Name):
            yield [node.id, *parts]
