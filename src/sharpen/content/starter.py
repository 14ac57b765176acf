"""The starter: what a learner begins with, derived from the model solution so that the two cannot drift."""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Sequence

from sharpen.domain.syntax import parse

NOTES = re.compile(r"\n[ \t]*Notes[ \t]*\n[ \t]*-{3,}[ \t]*(\n|$)")
EMPTY_LINE = re.compile(r"\n\s*\n")
UNSOLVED = "raise NotImplementedError"

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def derive(solution: str, entry: Sequence[str] = ()) -> str:
    """The solution's imports, constants and entry points, with docstrings up to their Notes and no bodies.

    `entry` names the functions and classes to keep (default: all public ones). Kept as well is what
    the kept signatures themselves refer to, such as a class that one returns; other helpers and
    their names vanish. So do imports of the standard library that only bodies need: a `heapq` on top
    would tell how it is done. Signatures keep their formatting. Raises SyntaxError for source that is
    not Python.
    """
    text, module = _Text(solution), parse(solution.encode())
    definitions = {node.name: node for node in module.body if isinstance(node, Definition)}
    kept = _kept(definitions, entry or [name for name in definitions if not name.startswith("_")])
    gone = set(definitions.keys() - kept)
    imports = [node for node in module.body if _is_import(node)]
    constants: list[ast.stmt] = []
    for node in filter(_is_constant, module.body):
        if _names(node) & gone:
            # What is computed with a helper goes with it, and so does what is computed from that.
            gone |= _assigned(node)
        else:
            constants.append(node)
    bodies = [_stub(text, node) for name, node in definitions.items() if name in kept]
    used = {name for node in constants for name in _names(node)} | _names(parse("\n".join(bodies)))
    parts = [text.grouped([node for node in imports if _is_kept(node, used)]), text.grouped(constants)]
    head = "\n\n".join(part for part in parts if part)
    return "\n\n\n".join(part for part in [head, *bodies] if part) + "\n"


class _Text:
    """Source text by the positions of syntax nodes, which count in UTF-8 bytes."""

    def __init__(self, source: str) -> None:
        self._source = source.encode()
        self._lines = [0]
        for line in self._source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def of(self, node: ast.stmt | ast.expr) -> str:
        return self.between(self.start(node), self.end(node))

    def grouped(self, nodes: Sequence[ast.stmt]) -> str:
        """Statements one below the other, with an empty line where there was one."""
        parts: list[str] = []
        for before, node in zip([None, *nodes], nodes, strict=False):
            if before is not None:
                gap = self.between(self.end(before), self.start(node))
                parts.append("\n\n" if EMPTY_LINE.search(gap) else "\n")
            parts.append(self.of(node))
        return "".join(parts)

    def between(self, start: int, end: int) -> str:
        return self._source[start:end].decode()

    def start(self, node: ast.stmt | ast.expr) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.stmt | ast.expr) -> int:
        return self._lines[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def signature(self, node: Definition) -> str:
        """From the first decorator to the colon, the comments behind it left out."""
        first = node.decorator_list[0] if node.decorator_list else node
        # A decorator's position leaves out its "@".
        start = self._lines[first.lineno - 1] + node.col_offset
        head = self.between(start, self.start(node.body[0]))
        depth, end = 0, (0, 0)
        for token in _tokens(head):
            depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(token.string, 0)
            if token.string == ":" and depth == 0:
                end = token.end
        kept = head.splitlines(keepends=True)[: end[0]]
        kept[-1] = kept[-1][: end[1]]
        return "".join(kept)


def _tokens(head: str) -> Iterable[tokenize.TokenInfo]:
    """The tokens of a signature alone, which by itself is not a whole program."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(head).readline)
    except (tokenize.TokenError, IndentationError):
        return


def _is_import(node: ast.stmt) -> bool:
    if isinstance(node, ast.If):
        return all(_is_import(child) for child in node.body) and not node.orelse
    return isinstance(node, ast.Import | ast.ImportFrom)


def _is_kept(node: ast.stmt, used: set[str]) -> bool:
    """Whether an import stands in the starter: of a package, or of something that is named there."""
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return True
    modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    bound = {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    ours = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names
    return bool(ours) or "__future__" in modules or bool(bound & used)


def _is_constant(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign | ast.AnnAssign) or type(node).__name__ == "TypeAlias"


def _names(*nodes: ast.AST | None) -> set[str]:
    """Every name in some syntax, those inside quoted annotations included."""
    found: set[str] = set()
    for node in nodes:
        for part in ast.walk(node) if node is not None else ():
            if isinstance(part, ast.Name):
                found.add(part.id)
            elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.isidentifier():
                found.add(part.value)
    return found


def _assigned(node: ast.stmt) -> set[str]:
    """The names that a constant's line defines."""
    names = (part for part in ast.walk(node) if isinstance(part, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, ast.Store)}


def _kept(definitions: dict[str, Definition], entry: Iterable[str]) -> set[str]:
    """The entry points, and whatever their signatures cannot be evaluated without."""
    kept: set[str] = set()
    waiting = [name for name in entry if name in definitions]
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept.add(name)
            waiting += _referred(definitions[name]) & definitions.keys()
    return kept


def _referred(node: Definition) -> set[str]:
    if isinstance(node, ast.ClassDef):
        inside = [child for child in node.body if _stays(child)]
        plain = [child for child in inside if not isinstance(child, Definition)]
        names = _names(*node.decorator_list, *node.bases, *node.keywords, *plain)
        return names.union(*(_referred(child) for child in inside if isinstance(child, Definition)))
    arguments = node.args
    annotations = [arg.annotation for arg in ast.walk(arguments) if isinstance(arg, ast.arg)]
    return _names(*node.decorator_list, node.returns, *annotations, *arguments.defaults, *arguments.kw_defaults)


def _stays(node: ast.stmt) -> bool:
    """Whether a class keeps this: its fields and constants, and all methods but private ones."""
    if isinstance(node, Definition):
        return not node.name.startswith("_") or node.name.endswith("__")
    return isinstance(node, ast.Assign | ast.AnnAssign)


def _stub(text: _Text, node: Definition, indent: str = "") -> str:
    inner = indent + "    "
    body = [_docstring(text, node, inner)]
    if isinstance(node, ast.ClassDef):
        fields = [inner + text.of(child) for child in node.body if _stays(child) and not isinstance(child, Definition)]
        body.append("\n".join(fields))
        body += [_stub(text, child, inner) for child in node.body if isinstance(child, Definition) and _stays(child)]
        parts = [part for part in body if part] or [inner + "pass"]
        return "\n".join([indent + text.signature(node), "\n\n".join(parts)])
    return "\n".join(part for part in [indent + text.signature(node), *body, inner + UNSOLVED] if part)


def _docstring(text: _Text, node: Definition, indent: str) -> str:
    """The docstring as it was typed, up to its Notes; empty when there is none."""
    if ast.get_docstring(node, clean=False) is None:
        return ""
    typed = text.of(node.body[0])
    notes = NOTES.search(typed)
    if notes is None:
        return indent + typed
    quotes = typed[-3:] if typed.endswith(('"""', "'''")) else typed[-1]
    kept = typed[: notes.start()].rstrip()
    closing = f"\n{indent}{quotes}" if "\n" in kept else quotes
    return indent + kept + closing
