"""The part of a design's source that decides what `fit` learns, and whether it says all there is to say.

It does where nothing outlives a call but the design's own object, whose state is looked at before each `fit`. When in
doubt it does not, and a design is trained. What libraries keep for themselves is taken to be no part of it, but for the
random numbers and settings that they share.
"""

import ast
from collections.abc import Iterator

from sharpen.domain.syntax import parse
from sharpen.labs.constants import NUMBERS, constants, given
from sharpen.labs.design import ENTRY
from sharpen.sandbox.lasting_state import can_keep

SELF = "self"
LIBRARIES = {"numpy", "scipy", "sklearn", "lightgbm", "implicit", "bm25s"}
STANDARD = {"__future__", "abc", "bisect", "collections", "copy", "dataclasses", "datetime", "enum", "hashlib", "heapq"}
STANDARD |= {"itertools", "json", "math", "operator", "random", "re", "statistics", "string", "time", "typing", "zlib"}
"""Modules that keep nothing which a design would learn."""
GENERATORS = {"default_rng", "Generator", "PCG64", "SeedSequence", "RandomState", "Random"}
"""What random numbers of one's own are made by; all else in the modules `random` is shared."""
SETTING = {"seed", "seterr", "seterrcall", "set_printoptions", "set_state", "register_logger", "set_config"}
CHANGING = {"append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "update"}
CALLING = {"map", "filter", "isinstance"}
"""Builtin functions that call or look at a function or class, and hand it to nobody."""
REACHING = {"classmethod", "delattr", "getattr", "__import__", "locals", "super", "type"}
"""By which code gets hold of a class, or of things by names that are made up."""
SPECIAL = {"__init__", "__repr__", "__str__", "__len__", "__call__"}
"""Methods by which an object neither takes part in others' arithmetic nor decides what of it is kept."""


def learning(source: str) -> str | None:
    """The part of a source that decides what `fit` learns; None where it may keep something outside of its object.

    It is the source without the method `act`, where nothing that remains mentions it, so that a change to `act` alone
    costs no training.
    """
    try:
        module = parse(source)
        if can_keep(_without(module, constants(module))) or any(_doubts(module)):
            return None
        for part in module.body:
            if isinstance(part, ast.ClassDef) and part.name == ENTRY:
                part.body = [method for method in part.body if not _is_act(method)] or [ast.Pass()]
        return source if "act" in _mentioned(module) else ast.unparse(module)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _without(module: ast.Module, names: set[str]) -> str:
    """The source without the statements that give something to these names alone."""

    def constant(node: ast.stmt) -> bool:
        made = [name for name, _ in given(node)]
        return bool(made) and names.issuperset(made)

    return ast.unparse(ast.Module([node for node in module.body if not constant(node)], []))


def _doubts(module: ast.Module) -> Iterator[bool]:
    """For each node whether it may change what outlives a call, or take it in hand, so that it could be elsewhere."""
    around = {child: node for node in ast.walk(module) for child in ast.iter_child_nodes(node)}
    every = list(ast.walk(module))
    modules = {_called(each) for node in every if isinstance(node, ast.Import) for each in node.names}
    classes = {node.name for node in every if isinstance(node, ast.ClassDef)}
    methods = [method for node in every if isinstance(node, ast.ClassDef) for method in node.body]
    made = (ast.FunctionDef, ast.AsyncFunctionDef)
    lasting = classes | {node.name for node in every if isinstance(node, made) and node not in methods}
    lasting |= {_called(each) for node in every if isinstance(node, ast.ImportFrom) for each in node.names}
    selves = {_first(method) for method in methods}
    for node in every:
        match node:
            case ast.Import(names=names):
                yield not all(_is_plain(each.name) for each in names)
            case ast.ImportFrom(module=name, names=names):
                yield node.level > 0 or not _is_plain(str(name), [each.name for each in names])
            case ast.Attribute(ctx=ast.Store() | ast.Del()) | ast.Subscript(ctx=ast.Store() | ast.Del()):
                yield _root(node) in modules | lasting
            case ast.Attribute(attr=name):
                yield name.startswith("__") or (_root(node) in modules and _is_shared(node, around))
            case ast.Name(id=name, ctx=ast.Load()):
                in_hand = name in modules and not isinstance(around[node], ast.Attribute)
                reaching = name in REACHING and not _asks_itself(around[node])
                yield reaching or in_hand or (name in lasting and not _is_used(node, around))
            case ast.Name(id=name):
                yield name in {SELF} | modules | lasting
            case ast.arg(arg=name):
                yield name in modules | lasting or (name == SELF and node not in selves)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name in modules | classes | CALLING | {"sorted", "min", "max"} or (
                    name.startswith("__") and name not in SPECIAL
                )
            case ast.ClassDef():
                yield bool(node.keywords) or not all(_root(base) in classes for base in node.bases)


def _called(imported: ast.alias) -> str:
    """The name that an import gives to what it brings."""
    return (imported.asname or imported.name).partition(".")[0]


def _is_plain(module: str, names: list[str] | None = None) -> bool:
    """Whether an import, of names from a module or of itself, leads to nothing that outlives a call and changes."""
    first, *rest = module.split(".")
    if first not in LIBRARIES | STANDARD or "random" in rest:
        return "random" in rest and names is not None and GENERATORS.issuperset(names)
    if first == "random" and names is not None:
        return GENERATORS.issuperset(names)
    return not {"random", "*", *SETTING} & set(names or ())


def _first(method: ast.stmt) -> ast.arg | None:
    """The parameter of a method that is its object."""
    if not isinstance(method, ast.FunctionDef):
        return None
    places = [*method.args.posonlyargs, *method.args.args]
    return places[0] if places else None


def _is_shared(node: ast.Attribute, around: dict[ast.AST, ast.AST]) -> bool:
    """Whether an attribute of a module is what everybody shares, or something of the module's taken in hand."""
    above = around[node]
    if node.attr == "random" or (isinstance(node.value, ast.Name) and node.value.id == "random"):
        maker = above if node.attr == "random" else node
        return not (isinstance(maker, ast.Attribute) and maker.attr in GENERATORS)
    if isinstance(above, ast.Call) and above.func is node:
        return node.attr in SETTING or (node.attr in CHANGING and not isinstance(node.value, ast.Name))
    return not isinstance(above, ast.Attribute) and node.attr not in NUMBERS


def _is_used(node: ast.Name, around: dict[ast.AST, ast.AST]) -> bool:
    """Whether a function or class is called, derived from, asked about or named as a type, not taken in hand."""
    above = around[node]
    if isinstance(above, ast.keyword):
        return above.arg == "key" and _builtin(around[above]) in {"sorted", "min", "max"}
    if isinstance(above, ast.Call):
        first = above.args[:1] if _builtin(above) in {"map", "filter"} else above.args[1:]
        return above.func is node or (_builtin(above) in CALLING and any(part is node for part in first))
    if isinstance(above, ast.FunctionDef):
        return above.returns is node or node in above.decorator_list
    return isinstance(above, ast.ClassDef) or (isinstance(above, ast.arg | ast.AnnAssign) and above.annotation is node)


def _asks_itself(call: ast.AST) -> bool:
    """Whether a call is `getattr` of the object itself, by a name that is written there."""
    match call:
        case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id="self"), ast.Constant(value=str(name)), *_]):
            return not name.startswith("__")
    return False


def _builtin(call: ast.AST) -> str:
    """The name by which something is called, if it is a plain one."""
    return call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""


def _root(value: ast.expr) -> str:
    """The name that a chain of attributes and places begins with; empty if it begins with none."""
    while isinstance(value, ast.Attribute | ast.Subscript):
        value = value.value
    return value.id if isinstance(value, ast.Name) else ""


def _is_act(part: ast.stmt) -> bool:
    return isinstance(part, ast.FunctionDef) and part.name == "act"


def _mentioned(tree: ast.AST) -> set[str]:
    """Every name, attribute and text in it by which something could be looked up."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
                found.add(name)
    return found
