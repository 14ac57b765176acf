"""Definitions of classes: of all `class` statements of a name, the one that made the class in hand."""

import ast
import inspect
import sys
from collections.abc import Iterator
from enum import EnumType
from types import CodeType
from typing import Any

from sharpen.api import evaluated, places
from sharpen.api.cutting import cut, edited
from sharpen.api.definitions import NoSource
from sharpen.api.evaluated import NotExplained, Scope
from sharpen.api.places import behind, enclosed, own_functions
from sharpen.api.same_code import code_of, inner_codes, same

_AGAIN = "Run its cell, or the file, again."


class _Unfit(ValueError):
    """A `class` statement did not make the class in hand; the message says what differs."""


def scope_of_class(cls: type) -> dict[str, Any]:
    """The names that the code of a class can see: its module's, and those its methods close over."""
    found = dict(module_of_class(cls))
    for function in own_functions(cls):
        found |= enclosed(function)
    return {name: value for name, value in found.items() if name != "__class__"}


def module_of_class(cls: type) -> dict[str, Any]:
    """The global names around a class."""
    functions = own_functions(cls)
    return functions[0].__globals__ if functions else vars(sys.modules.get(cls.__module__, object))


def of_class(cls: type) -> str | None:
    """The text that defines a class, decorators included, at the left margin; None where there is no such text.

    Where an attribute has another value than its expression gives by now, the value is written. Raises NoSource for
    a class that was changed since, or that is not certain among several.
    """
    fitting: dict[str, tuple[int, str]] = {}
    unfit: list[str] = []
    for text in places.of_class(cls):
        for node in _nodes(text, cls):
            try:
                own = cut(text, node, decorated=True)
                edits = _edits(own, cls, scope_of_class(cls), places.imported(text))
            except (_Unfit, SyntaxError) as problem:
                unfit.append(str(problem))
                continue
            whole = edited(own, edits)
            fitting.setdefault(ast.dump(ast.parse(whole)), (len(edits), whole))
    least = min((edits for edits, _text in fitting.values()), default=0)
    best = [text for edits, text in fitting.values() if edits == least]
    if len(best) > 1:
        raise NoSource("several classes have that name, and which of them this is cannot be told. Rename them.")
    if not best and unfit:
        raise NoSource(unfit[-1])
    return best[0] if best else None


def _nodes(text: str, cls: type) -> Iterator[ast.ClassDef]:
    try:
        codes = {code.co_firstlineno for code in places.codes_in(text, "", cls.__name__) if _named(code, cls)}
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            if {first, node.lineno} & codes:
                yield node


def _named(code: CodeType, cls: type) -> bool:
    return code.co_qualname == cls.__qualname__


def _edits(text: str, cls: type, names: Scope, imported: list[str]) -> list[Any]:
    """What to write into a `class` statement so that it makes the class in hand. Raises _Unfit."""
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.ClassDef)
    functions = own_functions(cls)
    around = {name for one in functions for name in one.__code__.co_freevars} - {"__class__"}
    like = functions[0].__code__ if functions else None
    code, other = (code_of(tree, like, sorted(around), names) for names in ((), imported))
    _methods(tree, [*inner_codes(code), *inner_codes(other)], cls, functions)
    _bases(tree, cls, names)
    _additions(tree, code, cls)
    _fields(tree, code, cls)
    try:
        return evaluated.edits(evaluated.attributes(tree, cls), names, code.co_names)
    except NotExplained as problem:
        raise _Unfit(f"its attribute {problem}, which cannot be sent, and not what its text says. {_AGAIN}") from None


def _methods(tree: ast.ClassDef, written: list[CodeType], cls: type, functions: list[Any]) -> None:
    for function in functions:
        if not any(same(one, function.__code__) for one in written):
            raise _Unfit(places.changed(function.__code__.co_filename, cls.__name__))
    last = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    for name, node in last.items():
        here = f"_{cls.__name__.lstrip('_')}{name}" if name.startswith("__") and not name.endswith("__") else name
        member = vars(cls).get(here)
        own = [one for one in behind(member) if one in functions and one.__code__.co_name == name]
        moved = name == "__new__" and isinstance(cls, EnumType)
        if not own and not moved and not (node.decorator_list and here in vars(cls)):
            raise _Unfit(f"its method `{name}` has been replaced since. {_AGAIN}")


def _bases(tree: ast.ClassDef, cls: type, names: Scope) -> None:
    if not tree.bases and not tree.keywords and cls.__bases__ != (object,):
        raise _Unfit(f"it has other base classes than its text says. {_AGAIN}")
    if len(tree.bases) != len(cls.__bases__):
        return  # such as Generic[T], or a NamedTuple
    for expression, base in zip(tree.bases, cls.__bases__, strict=True):
        now = evaluated.resolved(expression, names)
        if (
            isinstance(expression, ast.Name | ast.Attribute)
            and now is not base
            and (inspect.isclass(now) or now is None)
        ):
            raise _Unfit(
                f"its base `{ast.unparse(expression)}` has been defined anew since. Run the cell, or the file, of "
                f"`{cls.__name__}` again."
            )


def _additions(tree: ast.ClassDef, code: CodeType, cls: type) -> None:
    """Refuse what was put into the class from outside, unless decorators or a metaclass may have done it."""
    hooked = any("__init_subclass__" in vars(base) for base in cls.__mro__[1:-1])
    if tree.decorator_list or tree.keywords or type(cls) is not type or hooked or "_fields" in vars(cls):
        return
    for name, member in vars(cls).items():
        if name not in code.co_names and not (name.startswith("__") and not inspect.isfunction(member)):
            raise _Unfit(f"its attribute `{name}` was set after it was defined. Put it into the class.")
    annotated = _annotated(tree)
    if not set(annotated) <= set(vars(cls).get("__annotations__", annotated)):
        raise _Unfit(f"it has other annotations than its text says. {_AGAIN}")


def _fields(tree: ast.ClassDef, code: CodeType, cls: type) -> None:
    """Compare what a dataclass, a NamedTuple or an Enum is made of with the text."""
    params, written = vars(cls).get("__dataclass_params__"), _annotated(tree)
    for decorator in tree.decorator_list:
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) and params else []:
            value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
            if keyword.arg and getattr(params, keyword.arg, value) != value:
                raise _Unfit(f"it was made by another decorator than its text has. {_AGAIN}")
    has = list(vars(cls).get("__annotations__", written))
    if "__dataclass_fields__" in vars(cls) and not (tree.decorator_list and has == written):
        raise _Unfit(f"it has other fields than its text says. {_AGAIN}")
    if "_fields" in vars(cls) and list(vars(cls)["_fields"]) != written:
        raise _Unfit(f"it has other fields than its text says. {_AGAIN}")
    if isinstance(cls, EnumType) and not set(cls.__members__) <= set(code.co_names):
        raise _Unfit(f"it has other members than its text says. {_AGAIN}")


def _annotated(tree: ast.ClassDef) -> list[str]:
    names = [
        node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    return list(dict.fromkeys(names))
