"""Evaluated once: defaults of functions and attributes of classes, which a text gives as expressions.

Their names may mean something else by now, so the value in hand counts, not what the text says.
"""

import ast
import builtins
import dataclasses
import functools
import inspect
import types
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import EnumType
from typing import Any

from sharpen.api import origins, places, plain
from sharpen.api.cutting import edited
from sharpen.api.same_code import compiles_to

Scope = Mapping[str, Any]
_NOTHING = object()


@dataclass(frozen=True)
class Written:
    """A text that defines something, the names in it that stand for values in hand, and how much of it was changed."""

    text: str
    given: Mapping[str, Any]
    changes: int = 0


def defaults(tree: ast.stmt, function: Any) -> Iterator[tuple[str, ast.expr, Any]]:
    """The defaults of a function: name of the parameter, expression and value."""
    node: Any = tree.value if isinstance(tree, ast.Assign) else tree
    named = [*node.args.posonlyargs, *node.args.args]
    values = function.__defaults__ or ()
    for arg, expression, value in zip(named[len(named) - len(values) :], node.args.defaults, values, strict=True):
        yield arg.arg, expression, value
    for arg, expression in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        if expression is not None:
            yield arg.arg, expression, (function.__kwdefaults__ or {})[arg.arg]


def attributes(tree: ast.ClassDef, cls: type, scope: Scope) -> Iterator[tuple[str, ast.expr, Any]]:
    """The attributes of a class that are simply assigned in its body: name, expression and value.

    Of a `field(...)` in a dataclass it is what is given there as the default, or as what makes it.
    """
    last: dict[str, ast.expr] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                last[name] = value
            case ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value):
                last[name] = value
            case ast.FunctionDef() | ast.ClassDef():
                last.pop(node.name, None)
    for name, expression in last.items():
        here = places.mangled(name, cls)
        field = vars(cls).get("__dataclass_fields__", {}).get(here)
        if field and isinstance(expression, ast.Call) and resolved(expression.func, scope) is dataclasses.field:
            for keyword in expression.keywords:
                if keyword.arg in ("default", "default_factory"):
                    yield name, keyword.value, getattr(field, keyword.arg)
            continue
        value = _attribute(cls, here, expression)
        # A lambda is a method, and compared as one.
        if value is not _NOTHING and not isinstance(expression, ast.Lambda):
            yield name, expression, value


def _attribute(cls: type, name: str, expression: ast.expr) -> Any:
    """What an expression in the body of a class came to, where it can be told."""
    if isinstance(cls, EnumType):
        member = cls.__members__.get(name)
        # A `__new__` of its own may give a member another value than the text.
        plainly = _is_literal(expression) and not inspect.isfunction(vars(cls).get("_new_member_"))
        return member._value_ if member is not None and plainly else _NOTHING
    if hasattr(cls, "_field_defaults"):
        return cls._field_defaults.get(name, _NOTHING)
    value = vars(cls).get(name, _NOTHING)
    if inspect.ismemberdescriptor(value) and name in vars(cls).get("__dataclass_fields__", {}):
        return vars(cls)["__dataclass_fields__"][name].default  # which `slots=True` has put out of the class
    return _NOTHING if inspect.isdatadescriptor(value) else value


def written(text: str, found: Iterable[tuple[str, ast.expr, Any]], scope: Scope, own: Collection[str] = ()) -> Written:
    """A text that gives the values in hand: where its own expressions do not, plain values or names are put there.

    `own` are names that the text gives a meaning itself.
    """
    edits: list[tuple[ast.expr, str]] = []
    given: dict[str, Any] = {}
    for name, expression, value in found:
        if not _gives(expression, value, scope, own):
            try:
                edits.append((expression, plain.literal(value)))
            except ValueError:
                if not _is_recipe(expression, value, scope, own):
                    # In a class, a name that begins with `__` means another one.
                    new = f"given{name}" if name.startswith("__") else f"{name}_given"
                    given[new] = value
                    edits.append((expression, new))
    return Written(edited(text, edits), given, len(edits))


def resolved(expression: ast.expr, scope: Scope) -> Any:
    """What a name or a dotted name means now, or the exception that says it means nothing."""
    match expression:
        case ast.Name(name):
            return scope.get(name, getattr(builtins, name, _NOTHING))
        case ast.Attribute(value=of, attr=name):
            return inspect.getattr_static(resolved(of, scope), name, _NOTHING)
    return _NOTHING


def means_something(value: Any) -> bool:
    """Whether `resolved` found anything."""
    return value is not _NOTHING


def _gives(expression: ast.expr, value: Any, scope: Scope, own: Collection[str]) -> bool:
    if isinstance(expression, ast.Lambda):
        code = getattr(value, "__code__", None)
        return code is not None and not code.co_freevars and compiles_to(ast.Expr(expression), code)
    if isinstance(expression, ast.Name) and expression.id in own:
        return not plain.is_plain_kind(value)
    if isinstance(expression, ast.Name | ast.Attribute):
        return plain.alike(resolved(expression, scope), value)
    try:
        return plain.alike(ast.literal_eval(expression), value)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False


def _is_literal(expression: ast.expr) -> bool:
    try:
        ast.literal_eval(expression)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False
    return True


def _is_recipe(expression: ast.expr, value: Any, scope: Scope, own: Collection[str]) -> bool:
    """Whether an expression makes such a value anew, of nothing that may have changed: `default_rng(0)`, `Config()`."""
    if isinstance(expression, ast.Name | ast.Attribute) or inspect.isfunction(value):
        return False
    names = [node for node in ast.walk(expression) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    inside = {
        node.id for node in ast.walk(expression) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    inside |= {node.arg for node in ast.walk(expression) if isinstance(node, ast.arg)}
    made = (
        [expression.func]
        if isinstance(expression, ast.Call) and resolved(expression.func, scope) is type(value)
        else []
    )
    return all(
        node in made or node.id in inside or node.id in own or _is_lasting(resolved(node, scope)) for node in names
    )


def is_library_decorator(decorator: ast.expr, scope: Scope, *, caches: bool) -> bool:
    """Whether a decorator is a library's, which makes something of a function by nothing that may have changed since.

    `caches` says whether it has to be a cache. `functools.wraps` makes nothing: it only names what another one made.
    """
    called = resolved(decorator.func if isinstance(decorator, ast.Call) else decorator, scope)
    made = called in (functools.cache, functools.lru_cache) if caches else called is not functools.wraps
    lasting = _is_recipe(ast.Tuple([decorator], ast.Load()), None, scope, ())
    return made and lasting and origins.library(called) is not None


def _is_lasting(thing: Any) -> bool:
    """Whether a name of it hardly comes to mean another thing: modules, and functions and classes of libraries."""
    library = callable(thing) and (origins.library(thing) or getattr(thing, "__module__", None) == "builtins")
    return isinstance(thing, types.ModuleType) or bool(library)
