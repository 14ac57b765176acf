"""Same code: whether compiling a text gives what a function in hand runs."""

import __future__

import ast
import copy
import dis
import functools
import inspect
import operator
from collections.abc import Collection, Iterator
from types import CodeType
from typing import Any

FUTURE = "from __future__ import annotations\n"
"""Opens every submission that is gathered: names used only in annotations of functions need not be sent."""

_NESTED = inspect.CO_NESTED
_FEATURES = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
) & ~(_NESTED)
_FROM_AROUND = {"LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"}
_INTO_AROUND = {"STORE_GLOBAL", "DELETE_GLOBAL"}
_OF_CLASSES = {"__name__", "__annotations__", "__conditional_annotations__"}  # the body of each class asks for them


def same(one: CodeType, other: CodeType) -> bool:
    """Whether two codes do the same: bytecode, names and constants alike, those of inner functions too.

    Lines, files and qualified names may differ.
    """
    return (
        one.co_flags & ~(_NESTED | _FEATURES) == other.co_flags & ~(_NESTED | _FEATURES)
        and all(getattr(one, part) == getattr(other, part) for part in _PARTS)
        and len(one.co_consts) == len(other.co_consts)
        and all(map(_same_constant, one.co_consts, other.co_consts))
    )


_PARTS = (
    "co_name",
    "co_code",
    "co_names",
    "co_argcount",
    "co_posonlyargcount",
    "co_kwonlyargcount",
    "co_varnames",
    "co_freevars",
    "co_cellvars",
    "co_exceptiontable",
)


def _same_constant(one: Any, other: Any) -> bool:
    if isinstance(one, CodeType) and isinstance(other, CodeType):
        return same(one, other)
    if isinstance(one, str) and isinstance(other, str) and "<locals>." in one + other:
        # The qualified name of a class inside a function says where it was written, too.
        return one.rpartition("<locals>.")[2] == other.rpartition("<locals>.")[2]
    return bool(_typed(one) == _typed(other))


def _typed(value: Any) -> Any:
    """A constant with its types, so that 1, 1.0 and True differ, and 0.0 from -0.0."""
    if isinstance(value, tuple):
        return tuple(map(_typed, value))
    if isinstance(value, frozenset):
        return frozenset(map(_typed, value))
    return type(value), repr(value)


def compiles_to(tree: ast.stmt, code: CodeType, imported: Collection[str] = ()) -> bool:
    """Whether a definition compiles to a code, in a text that imports some names or where it stands alone.

    A method of what the same text imports is called by other bytecode; a notebook compiles each statement alone.
    """
    try:
        return any(same(code_of(tree, code, code.co_freevars, names), code) for names in ((), imported))
    except (SyntaxError, StopIteration, ValueError):
        return False


def code_of(tree: ast.stmt, like: CodeType | None, around: Collection[str], imported: Collection[str] = ()) -> CodeType:
    """The code that a definition, or an expression that is a lambda, compiles to, decorators and defaults left out.

    It is compiled as if written in a function that has the names `around`, with the features of `from __future__`
    that `like` has, in a module that imports the names `imported`. Raises SyntaxError.
    """
    bare = _bare(tree)
    name = getattr(bare, "name", "<lambda>")
    body = [bare]
    if around:
        names = ", ".join(around)
        body = ast.parse(
            f"def around({names}):\n    {f'global {name}' if name.isidentifier() and name not in around else 'pass'}"
        ).body
        body[0].body.append(bare)  # type: ignore[attr-defined]
    imports: list[ast.stmt] = [ast.Import([ast.alias(one)]) for one in imported]
    whole = ast.fix_missing_locations(ast.Module([*imports, *body], type_ignores=[]))
    flags = like.co_flags & _FEATURES if like else 0
    codes = list(inner_codes(compile(whole, "answer", "exec", flags, dont_inherit=True)))
    return next(code for code in codes[bool(around) :] if code.co_name == name)


def _bare(tree: ast.stmt) -> ast.stmt:
    bare = copy.deepcopy(tree)
    node: Any = bare.value if isinstance(bare, ast.Expr | ast.Assign) else bare
    if isinstance(bare, ast.Assign):
        bare = ast.Expr(node)
    if not isinstance(node, ast.Lambda):
        node.decorator_list = []
    if not isinstance(node, ast.ClassDef):
        args, nothing = node.args, ast.Constant(None)
        args.defaults = [nothing] * len(args.defaults)
        args.kw_defaults = [default and nothing for default in args.kw_defaults]
    return bare


def inner_codes(code: CodeType) -> Iterator[CodeType]:
    """The codes of all functions and classes in a code, outer ones first."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from inner_codes(constant)


def outside(code: CodeType) -> Iterator[tuple[str, bool, bool]]:
    """The names that a module's code takes from outside: name, whether at once, and whether it is changed.

    At once is what runs when the module does: decorators, defaults, bases, the bodies of classes.
    """
    yield from _outside(code, at_once=True)


def _outside(code: CodeType, *, at_once: bool) -> Iterator[tuple[str, bool, bool]]:
    own: set[str] = set()
    for step in dis.get_instructions(code):
        if step.opname == "STORE_NAME":
            own.add(step.argval)
        elif step.opname in _INTO_AROUND:
            yield step.argval, at_once, True
        elif step.opname in _FROM_AROUND and step.argval not in own | _OF_CLASSES:
            yield step.argval, at_once, False
        elif step.opname in ("LOAD_CONST", "LOAD_CONST_IMMORTAL") and isinstance(step.argval, CodeType):
            is_function = step.argval.co_flags & inspect.CO_NEWLOCALS  # the body of a class has none
            yield from _outside(step.argval, at_once=at_once and not is_function)
