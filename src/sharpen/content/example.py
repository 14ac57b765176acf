"""The example of a statement, as a case a learner can run and change."""

import ast
import copy
import re
from collections.abc import Sequence
from typing import cast

BLOCK = re.compile(r"^(`{3,}|~{3,})\s*(?:pycon|python|py)\b[^\n]*\n(.*?)^\1", re.M | re.S)


def example(statement: str, entry: Sequence[str]) -> str:
    """The first call of an entry point in the statement's console sessions, as one expression.

    Names that the session assigned before are replaced by what they were given, so that the
    expression stands alone; a call of a method of such a name is a call as well. Empty if there
    is none.
    """
    for _fence, session in BLOCK.findall(statement):
        typed = _typed(session)
        try:
            lines = ast.parse(typed).body
        except SyntaxError:
            continue
        call = _first_call(typed, lines, entry)
        if call:
            return call
    return ""


def _typed(session: str) -> str:
    """What was typed at the prompts of a session."""
    return "\n".join(line[4:] for line in session.splitlines() if line.startswith((">>> ", "... ")))


def _first_call(typed: str, lines: list[ast.stmt], entry: Sequence[str]) -> str:
    known: dict[str, ast.expr] = {}
    bare = ""
    for line in lines:
        for call in (node for node in ast.walk(line) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id in entry:
                bare = bare or _alone(typed, call, known)
                if not call.func.id[0].isupper():
                    return bare
            elif isinstance(call.func, ast.Attribute) and _made_by(call.func.value, known, entry):
                return _alone(typed, call, known)
        if isinstance(line, ast.Assign) and len(line.targets) == 1 and isinstance(line.targets[0], ast.Name):
            known[line.targets[0].id] = line.value
    return bare


def _made_by(node: ast.expr, known: dict[str, ast.expr], entry: Sequence[str]) -> bool:
    """Whether an expression is, or names, an object that an entry point made."""
    if isinstance(node, ast.Name) and node.id in known:
        node = known[node.id]
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in entry


def _alone(typed: str, call: ast.Call, known: dict[str, ast.expr]) -> str:
    """A call that stands alone: as it was typed if it can be, else with the names put in."""
    if not any(isinstance(node, ast.Name) and node.id in known for node in ast.walk(call)):
        return ast.get_source_segment(typed, call) or ast.unparse(call)
    return ast.unparse(_Inlined(known).visit(copy.deepcopy(call)))


class _Inlined(ast.NodeTransformer):
    """Replaces names by what they were assigned, and so on inside those."""

    def __init__(self, known: dict[str, ast.expr]) -> None:
        self._known = known

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id not in self._known:
            return node
        # A name inside its own value is the one assigned before it; what that was is not known here.
        rest = {name: value for name, value in self._known.items() if name != node.id}
        return cast(ast.AST, _Inlined(rest).visit(copy.deepcopy(self._known[node.id])))
