"""Mutants: a model solution with one small mistake, to measure whether the checks would notice."""

import ast
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from sharpen.authoring.mutations import OPERATORS, Place

UNTOUCHED = {"annotation", "returns", "decorator_list", "type_params", "bases", "exc", "cause", "msg"}
"""Fields that decide no answer: annotations, decorators, and what an error says."""

LONGEST = 60
"""A mutant is named by the largest expression around it that is at most this many characters."""

NAMING = (ast.Assign, ast.AugAssign, ast.Return, ast.Expr, ast.expr, ast.keyword, ast.comprehension)


@dataclass(frozen=True)
class Mutant:
    """A solution with one mistake in it.

    `key` names it by function, operator and text, so that it survives edits elsewhere in the file;
    `before` and `after` are the code that changed, `line` is where it stands in the solution.
    """

    key: str
    operator: str
    line: int
    before: str
    after: str
    source: str

    @property
    def description(self) -> str:
        return f"line {self.line}: `{self.before}` becomes `{self.after}`"


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a solution, in the order of its text and always the same.

    Raises SyntaxError when the source is not Python.
    """
    tree = ast.parse(source)
    seen, used = {ast.dump(tree)}, dict[str, int]()
    for place in _places(tree):
        for operator, wrong in OPERATORS.items():
            for node in wrong(place):
                before, after, dump = _change(tree, place, node)
                mutated = _spliced(source, place.node, node, dump)
                if dump in seen or not _compiles(mutated):
                    continue
                seen.add(dump)
                name = f"{place.function}: {operator}: {before} -> {after}"
                used[name] = used.get(name, 0) + 1
                key = name if used[name] == 1 else f"{name} #{used[name]}"
                yield Mutant(key, operator, place.node.lineno, before, after, mutated)  # type: ignore[attr-defined]


def _places(tree: ast.Module) -> Iterator[Place]:
    names = frozenset(_bindings(tree))
    yield from _below(tree, (), "", _first_lines(tree), names)


def _below(
    node: ast.AST, ancestors: tuple[ast.AST, ...], function: str, bound: dict[str, int], names: frozenset[str]
) -> Iterator[Place]:
    """The places below a node in the order of the text; formatted strings are text, not code."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        function, bound = f"{function}.{node.name}".lstrip("."), _first_lines(node)
    for field, value in ast.iter_fields(node):
        if field in UNTOUCHED or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                if hasattr(child, "lineno"):
                    yield Place(child, field, (*ancestors, node), function or "(module)", bound, names)
                yield from _below(child, (*ancestors, node), function, bound, names)


def _bindings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]


def _first_lines(scope: ast.AST) -> dict[str, int]:
    """The line on which each variable of a function is first bound; its parameters on its own."""
    lines: dict[str, int] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.arg):
            lines[node.arg] = getattr(scope, "lineno", 0)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            lines[node.id] = min(node.lineno, lines.get(node.id, node.lineno))
    return lines


def _change(tree: ast.Module, place: Place, node: ast.AST) -> tuple[str, str, str]:
    """The code around a place before and after the change, and a dump of the whole tree after it."""
    around = _around(place)
    before = _text(around)
    with _replaced(place, node):
        after = _text(node if around is place.node else around)
        return before, after, ast.dump(tree)


def _around(place: Place) -> ast.AST:
    """The largest expression or simple statement around a place that is short enough to name it by."""
    around = place.node
    for ancestor in reversed(place.ancestors):
        if not isinstance(ancestor, NAMING) or isinstance(ancestor, ast.Lambda) or len(_text(ancestor)) > LONGEST:
            break
        around = ancestor
    return around


@contextmanager
def _replaced(place: Place, node: ast.AST) -> Iterator[None]:
    """The tree with the place's node replaced, for as long as the context lasts."""
    held = getattr(place.parent, place.field)
    new = [node if item is place.node else item for item in held] if isinstance(held, list) else node
    setattr(place.parent, place.field, new)
    try:
        yield
    finally:
        setattr(place.parent, place.field, held)


def _text(node: ast.AST) -> str:
    return "(removed)" if isinstance(node, ast.Pass) else ast.unparse(node).strip()


def _spliced(source: str, old: ast.AST, new: ast.AST, dump: str) -> str:
    """The source with one node's text replaced, in parentheses where the grammar needs them."""
    text = source.encode()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    begin = starts[old.lineno - 1] + old.col_offset  # type: ignore[attr-defined]
    end = starts[old.end_lineno - 1] + old.end_col_offset  # type: ignore[attr-defined]
    for form in ("{}", "({})"):
        mutated = (text[:begin] + form.format(ast.unparse(new)).encode() + text[end:]).decode()
        with suppress(SyntaxError):
            if ast.dump(ast.parse(mutated)) == dump:
                return mutated
    return ""


def _compiles(source: str) -> bool:
    """Whether the source is a program at all: not the empty text, not a `return` out of place."""
    try:
        compile(source, "mutant.py", "exec")
    except SyntaxError:
        return False
    return bool(source)
