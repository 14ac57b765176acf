"""The example of a statement, as a trial a learner can run and change."""

import ast
import builtins
import re
from collections.abc import Sequence

from sharpen.domain.syntax import parse

BLOCK = re.compile(r"^(`{3,}|~{3,})\s*pycon\b[^\n]*\n(.*?)^\1", re.M | re.S)
MODULES = {"np", "random"}
GIVEN = {*MODULES, *dir(builtins)}
"""Names that every trial finds defined."""


def example(statement: str, entry: Sequence[str]) -> str:
    """The first use of an entry point in the statement's console sessions, with the lines that it needs.

    It ends with the call itself or, for a class, with the first expression in which an object of it
    is used. Empty if there is none.
    """
    for _fence, session in BLOCK.findall(statement):
        typed = "\n".join(line[4:] for line in session.splitlines() if line.startswith((">>> ", "... ")))
        try:
            lines = parse(typed).body
        except SyntaxError:
            continue
        for place, line in enumerate(lines):
            last = _use(typed, lines[:place], line, entry)
            if last:
                return "\n".join([*_needed(typed, lines[:place], last), last])
    return ""


def _use(typed: str, before: Sequence[ast.stmt], line: ast.stmt, entry: Sequence[str]) -> str:
    """The use of an entry point in a line, as it was typed; empty if it only prepares one, or has none."""
    bound = GIVEN.union(entry, *(_bound(earlier) for earlier in before))
    for call in (node for node in ast.walk(line) if isinstance(node, ast.Call)):
        function = isinstance(call.func, ast.Name) and call.func.id in entry and call.func.id[0].islower()
        if function and _read(call) <= bound:
            return ast.get_source_segment(typed, call) or ""
    objects = {name for earlier in before for name in _bound(earlier) if _read(earlier) & set(entry)}
    if isinstance(line, ast.Expr) and _read(line) & objects.union(entry):
        return ast.get_source_segment(typed, line) or ""
    return ""


def _needed(typed: str, before: Sequence[ast.stmt], last: str) -> list[str]:
    """Those of the lines before that the last one needs, and those that these need."""
    needed, lines = _read(parse(last)), []
    for line in reversed(before):
        if _bound(line) & needed - MODULES:  # a session may call something of its own `filter`
            needed |= _read(line)
            lines.append(ast.get_source_segment(typed, line) or "")
    return lines[::-1]


def _bound(line: ast.stmt) -> set[str]:
    """The names that a line defines."""
    names = {node.id for node in ast.walk(line) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    if isinstance(line, ast.Import | ast.ImportFrom):
        names |= {(alias.asname or alias.name).partition(".")[0] for alias in line.names}
    if isinstance(line, ast.FunctionDef | ast.ClassDef):
        names.add(line.name)
    return names


def _read(node: ast.AST) -> set[str]:
    """The names that some syntax refers to."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)}
