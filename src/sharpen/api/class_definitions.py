"""Definitions of classes: of all `class` statements of a name, the one that made the class in hand."""

import ast
import dis
import inspect
import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import EnumType
from types import CodeType, FunctionType
from typing import Any

from sharpen.api import declared, evaluated, origins, places
from sharpen.api.cutting import cut
from sharpen.api.definitions import NoSource
from sharpen.api.evaluated import Scope, Written
from sharpen.api.places import behind, enclosed, is_generated, mangled, own_functions
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


def of_class(cls: type) -> Written | None:
    """The text that defines a class, decorators included, at the left margin; None where there is no such text.

    An attribute is written with the value it has, where its expression does not give that by now. Raises NoSource for
    a class that was changed since, or that is not certain among several.
    """
    if not own_functions(cls) and cls.__module__ != "__main__" and origins.is_installed(cls.__module__):
        return None  # made by a call: `make_dataclass` says that it is from `types`
    fitting: dict[str, Written] = {}
    unfit: list[str] = []
    for text in places.of_class(cls):
        for node in _nodes(text, cls):
            try:
                own = _written(cut(text, node, decorated=True), cls, scope_of_class(cls), places.imported(text))
                fitting.setdefault(ast.dump(ast.parse(own.text)), own)
            except (_Unfit, SyntaxError) as problem:
                unfit.append(str(problem))
    least = min((own.changes for own in fitting.values()), default=0)
    best = [own for own in fitting.values() if own.changes == least]
    if len(best) > 1:
        raise NoSource("several classes have that name, and which of them this is cannot be told. Rename them.")
    if not best and unfit:
        raise NoSource(unfit[-1] + _or_changed(cls))
    return best[0] if best else None


def _or_changed(cls: type) -> str:
    """What else may be the reason where a class is from a file."""
    file = str(module_of_class(cls).get("__file__", ""))
    return f" If {file} has changed since, import it anew." if cls.__module__ != "__main__" and file else ""


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


def _written(text: str, cls: type, names: Scope, imported: list[str]) -> Written:
    """A `class` statement, with what it takes to make the class in hand. Raises _Unfit."""
    tree = ast.parse(text).body[0]
    assert isinstance(tree, ast.ClassDef)
    functions = own_functions(cls)
    around = {name for one in functions for name in one.__code__.co_freevars} - {"__class__"}
    like = functions[0].__code__ if functions else None
    code, other = (code_of(tree, like, sorted(around), names) for names in ((), imported))
    _methods(tree, [*inner_codes(code), *inner_codes(other)], cls, functions)
    _bases(tree, cls, names)
    stored = {step.argval for step in dis.get_instructions(code) if step.opname == "STORE_NAME"}
    _fields(tree, stored, cls, names)
    unexplained = _additions(tree, stored, cls, names)
    own = evaluated.written(text, evaluated.attributes(tree, cls, names), names, stored)
    return replace(own, changes=own.changes + unexplained)


def _methods(tree: ast.ClassDef, written: list[CodeType], cls: type, functions: list[Any]) -> None:
    for function in functions:
        if not any(same(one, function.__code__) for one in written):
            raise _Unfit(places.changed(function.__code__.co_filename, cls.__name__))
    last = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    for name, node in last.items():
        if not _is_method(vars(cls).get(mangled(name, cls)), node, functions):
            raise _Unfit(f"its method `{name}` has been replaced since. {_AGAIN}")


def _is_method(member: Any, node: ast.FunctionDef | ast.AsyncFunctionDef, functions: list[Any]) -> bool:
    """Whether a member of a class can be what a definition in its body made."""
    decorators = [one.id for one in node.decorator_list if isinstance(one, ast.Name)]
    kinds = [_KINDS[one] for one in decorators[:1] if one in _KINDS]
    own = [one for one in behind(member) if one in functions and one.__code__.co_name == node.name]
    if node.decorator_list:
        return member is not None and all(isinstance(member, kind) for kind in kinds)
    if node.name == "__new__" and isinstance(member, staticmethod | FunctionType):
        return True  # an Enum keeps it under another name
    return bool(own) and (member in own or node.name in _CHANGED)


_KINDS = {"property": property, "staticmethod": staticmethod, "classmethod": classmethod}
_CHANGED = ("__init_subclass__", "__class_getitem__")  # a class makes class methods of them


def _bases(tree: ast.ClassDef, cls: type, names: Scope) -> None:
    """Compare bases, metaclass and decorators with what their names mean now."""
    for one in [*tree.bases, *tree.decorator_list]:
        called = one.func if isinstance(one, ast.Call) else one
        known = evaluated.means_something(evaluated.resolved(called, names))
        if isinstance(called, ast.Name | ast.Attribute) and not known:
            raise _Unfit(f"`{ast.unparse(called)}`, which its text uses, is not there any more. {_AGAIN}")
    metaclasses = [evaluated.resolved(one.value, names) for one in tree.keywords if one.arg == "metaclass"]
    inherited = not metaclasses and (
        declared.is_typed_dict(cls) or any(isinstance(base, type(cls)) for base in cls.__bases__)
    )
    if (not tree.bases and not tree.keywords and cls.__bases__ != (object,)) or not (
        inherited or type(cls) in metaclasses
    ):
        raise _Unfit(f"it has other base classes than its text says. {_AGAIN}")
    if len(tree.bases) != len(cls.__bases__) or declared.is_typed_dict(cls):
        return  # such as Generic[T], or a NamedTuple; a TypedDict keeps nothing of its bases but their keys
    for expression, base in zip(tree.bases, cls.__bases__, strict=True):
        now = evaluated.resolved(expression, names)
        known = isinstance(expression, ast.Name | ast.Attribute) and (inspect.isclass(now) or now is None)
        if known and now is not base:
            raise _Unfit(
                f"its base `{ast.unparse(expression)}` has been defined anew since. Run the cell, or the file, of "
                f"`{cls.__name__}` again."
            )


def _additions(tree: ast.ClassDef, stored: set[str], cls: type, names: Scope) -> int:
    """Refuse what was put into the class, or taken out of it, from outside.

    Decorators and other classes of the learner's may do that: then it is how many attributes the text does not explain.
    """
    makers = [evaluated.resolved(getattr(one, "func", one), names) for one in tree.decorator_list]
    hooks = [vars(base).get("__init_subclass__") for base in cls.__mro__[1:-1]]
    makers += [type(cls), *(getattr(hook, "__func__", None) for hook in hooks if hook)]
    named = [getattr(type(member), "__set_name__", None) for member in vars(cls).values()]
    makers += [hook for hook in named if inspect.isfunction(hook)]
    free = not all(maker is type or origins.library(maker) for maker in makers)
    special = type(cls) is not type or declared.is_named_tuple(cls) or tree.decorator_list
    unexplained = 0
    for name, member in vars(cls).items():
        if name.strip("_") == "new_member" and "__new__" in stored:
            continue  # what an Enum calls it
        if declared.is_accessor(name, member, cls):
            continue
        generated = inspect.isfunction(member) and is_generated(member.__code__)  # it may hold a default factory
        own = not generated and any(
            origins.is_own_function(one) and not is_generated(one.__code__) for one in behind(member)
        )
        if name not in stored and (own or not name.startswith("_" if special else "__")):
            unexplained += 1
            if not free:
                raise _Unfit(f"its attribute `{name}` was set after it was defined. Put it into the class.")
    gone = [name for name in _assigned(tree) if name not in vars(cls)]
    if (
        gone
        and not free
        and not isinstance(cls, EnumType)
        and not any(isinstance(one, ast.Delete) for one in tree.body)
    ):
        raise _Unfit(f"its attribute `{gone[0]}` was deleted after it was defined. {_AGAIN}")
    annotated = _annotated(tree, cls)
    if not set(annotated) <= set(vars(cls).get("__annotations__", annotated)):
        raise _Unfit(f"it has other annotations than its text says. {_AGAIN}")
    return unexplained + len(gone)


def _fields(tree: ast.ClassDef, stored: set[str], cls: type, names: Scope) -> None:
    """Compare what a dataclass, a class with slots, a NamedTuple, a TypedDict or an Enum is made of with the text."""
    params, written = vars(cls).get("__dataclass_params__"), _annotated(tree, cls)
    for decorator in tree.decorator_list:
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) and params else []:
            value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
            if keyword.arg and getattr(params, keyword.arg, value) != value:
                raise _Unfit(f"it was made by another decorator than its text has. {_AGAIN}")
    has = list(vars(cls).get("__annotations__", written))
    if "__dataclass_fields__" in vars(cls) and not (tree.decorator_list and has == written):
        raise _Unfit(f"it has other fields than its text says. {_AGAIN}")
    if declared.is_named_tuple(cls) and list(vars(cls)["_fields"]) != written:
        raise _Unfit(f"it has other fields than its text says. {_AGAIN}")
    if declared.is_typed_dict(cls) and not declared.has_keys(cls, tree, written, names):
        raise _Unfit(f"it has other keys than its text says. {_AGAIN}")
    for name in written:
        if declared.has_other_default(name, cls):
            raise _Unfit(f"its attribute `{name}` was set after it was defined. {_AGAIN}")
    _accessors(tree, stored, cls)
    _members(tree, stored, cls)


def _accessors(tree: ast.ClassDef, stored: set[str], cls: type) -> None:
    """Compare what reads the slots of a class, or the fields of a NamedTuple, with what it declares."""
    made = [name for name, member in vars(cls).items() if declared.is_accessor(name, member, cls)]
    says = declared.accessors(cls)
    for name in says or []:
        if name not in made:
            how = "set" if name in vars(cls) else "deleted"
            raise _Unfit(f"its attribute `{name}` was {how} after it was defined. {_AGAIN}")
    by_decorator, decorators = declared.slots_by_decorator(tree), len(tree.decorator_list)
    explained = "__slots__" in stored or by_decorator or decorators > ("__dataclass_fields__" in vars(cls))
    if (says is not None and len(says) != len(made)) or (
        not declared.is_named_tuple(cls) and type(cls) is type and bool(explained) < bool(made)
    ):
        raise _Unfit(f"it has other slots than its text says. {_AGAIN}")
    if ("__slots__" in stored or by_decorator) and "__slots__" not in vars(cls):
        raise _Unfit(f"it has other slots than its text says. {_AGAIN}")


def _members(tree: ast.ClassDef, stored: set[str], cls: type) -> None:
    """Compare the members of an Enum with the text."""
    assigned = _assigned(tree)
    members = list(getattr(cls, "__members__", ())) if isinstance(cls, EnumType) else []
    if not set(members) <= stored or (
        set(members) <= set(assigned) and members != [one for one in assigned if one in members]
    ):
        raise _Unfit(f"it has other members than its text says. {_AGAIN}")


def _assigned(tree: ast.ClassDef) -> list[str]:
    names = [node.targets[0] for node in tree.body if isinstance(node, ast.Assign)]
    return [node.id for node in names if isinstance(node, ast.Name) and not node.id.startswith("__")]


def _annotated(tree: ast.ClassDef, cls: type) -> list[str]:
    names = [
        node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    return list(dict.fromkeys(mangled(name, cls) for name in names))
