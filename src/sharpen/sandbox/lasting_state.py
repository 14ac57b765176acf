"""Whether code can keep anything from one call to the next, read from its text: most code cannot.

When in doubt it can. Asking it once more in a fresh process costs as long as loading it, before its first wrong answer.
"""

import ast

from sharpen.domain.syntax import parse

WAYS = {"builtins", "functools", "gc", "globals", "inspect", "os", "setattr", "sys", "vars", "exec", "eval", "__dict__"}
"""Names of modules, functions and attributes by which it may reach what outlives a call."""
WRAPPERS = {"staticmethod", "classmethod", "property", "dataclass"}
"""Decorators that keep nothing."""


def can_keep(source: str) -> bool:
    """Whether something in the text outlives a call and may change in it. Code that is not Python keeps nothing."""
    try:
        tree = parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    lasting = {name for node in tree.body for name in _named(node)} | {"cls", "__class__"}
    bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    return any(_lasts(node) for body in bodies for node in body) or any(
        _reaches(node, lasting) for node in ast.walk(tree)
    )


def _named(node: ast.stmt) -> list[str]:
    """The names of functions, classes and modules that a statement of the module makes."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    return [node.name] if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else []


def _lasts(node: ast.stmt) -> bool:
    """Whether a statement of a module or a class makes something that can change."""
    if isinstance(node, ast.Assign | ast.AnnAssign):
        return node.value is not None and not _fixed(node.value)
    plain = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Pass)
    return not (isinstance(node, plain) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)))


def _fixed(value: ast.expr) -> bool:
    """Whether a value is a number, a text, a name for another one, or made of such; or the field of a dataclass."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "field":
        return all(_fixed(keyword.value) for keyword in value.keywords)
    changing = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.Call)
    return not any(isinstance(node, changing) for node in ast.walk(value))


def _reaches(node: ast.AST, lasting: set[str]) -> bool:
    """Whether a node, wherever it stands, gets hold of something that outlives a call."""
    match node:
        case ast.Global():
            return True
        case ast.Name(id=name) | ast.alias(name=name) | ast.ImportFrom(module=str(name)):
            return name.partition(".")[0] in WAYS
        case ast.Attribute(attr=name) if name in WAYS:
            return True
        case ast.Attribute(value=value, ctx=ast.Store() | ast.Del()):
            return _base(value) in lasting | {""}
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
            defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
            return not all(map(_fixed, defaults)) or not all(map(_keeps_nothing, getattr(node, "decorator_list", [])))
        case _:
            return False


def _base(value: ast.expr) -> str:
    """The name that a chain of attributes begins with; empty if it begins with none."""
    while isinstance(value, ast.Attribute | ast.Subscript):
        value = value.value
    return value.id if isinstance(value, ast.Name) else ""


def _keeps_nothing(decorator: ast.expr) -> bool:
    decorator = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(decorator, ast.Name) and decorator.id in WRAPPERS
