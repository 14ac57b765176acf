"""What a learner's own trial may say where it runs beside the model solution, whose text it must not read.

This keeps an answer from being spoiled; it is not what keeps the machine safe. The sandbox does that.
"""

import ast
from collections.abc import Iterator

IMPORTED = {"collections", "itertools", "math", "numpy", "random", "statistics"}
"""The modules a trial may import."""
DOORS = {
    "ag_code", "ag_frame", "attrgetter", "builtins", "compile", "core", "cr_code", "cr_frame", "ctypes", "ctypeslib",
    "delattr", "dir", "dis", "eval", "exec", "f2py", "format", "format_map", "gc", "getattr", "gi_code", "gi_frame",
    "globals", "importlib", "inspect", "lib", "linecache", "locals", "ma", "open", "os", "setattr", "sys", "tb_frame",
    "testing", "traceback", "types", "vars", "warnings",
}  # fmt: skip
"""Names that lead from a function to its code, or to a module that leads there."""

REFUSED = (
    "the model solution was not asked: there a trial may import only "
    f"{', '.join(sorted(IMPORTED))}, and use nothing that looks into code"
)


def plain(trial: str) -> bool:
    """Whether a trial names nothing that looks into code. One that is no Python is plain: it does nothing."""
    try:
        nodes = list(ast.walk(ast.parse(trial)))
    except (SyntaxError, ValueError):
        return True
    except (RecursionError, MemoryError):
        return False
    return all(name not in DOORS and not name.startswith("__") for node in nodes for name in _names(node))


def _names(node: ast.AST) -> Iterator[str]:
    """The names a node looks up; for a module that may not be imported, one of the doors."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
        case ast.MatchClass(kwd_attrs=names):
            yield from names
        case ast.Import(names=aliases):
            for alias in aliases:
                yield from _module(alias.name)
        case ast.ImportFrom(module=module, names=aliases):
            yield from _module(module or "")
            yield from (alias.name for alias in aliases)


def _module(name: str) -> Iterator[str]:
    yield from name.split(".") if name.split(".")[0] in IMPORTED else ["importlib"]
