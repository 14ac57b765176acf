"""Names of a module that are bound once and only read: arrays, lists and dicts that stay as they were made.

Read from the text, and when in doubt a name is none: where a value is handed on, kept, returned, or given another name,
it could be changed elsewhere. What is known to be fresh, such as the sum of two arrays, may go where it likes.
"""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from re import fullmatch


class Kind(Enum):
    """What a value is: fixed all through; a list, set or dict of what is fixed; or an array, which may have views."""

    FIXED = "fixed"
    FLAT = "flat"
    ARRAY = "array"


FRESH = {
    **dict.fromkeys(("log", "log1p", "log2", "log10", "exp", "expm1", "sqrt", "square", "abs", "sign", "round"), 1),
    **dict.fromkeys(("floor", "ceil", "isnan", "isfinite", "cumsum", "cumprod", "sum", "mean", "std", "var"), 1),
    **dict.fromkeys(("prod", "max", "min", "argmax", "argmin", "argsort", "sort", "unique", "diff", "array"), 1),
    **dict.fromkeys(("any", "all", "zeros", "ones", "eye"), 1),
    **dict.fromkeys(("minimum", "maximum", "hypot", "power", "outer", "dot", "matmul", "searchsorted", "isin"), 2),
    **dict.fromkeys(("add", "subtract", "multiply", "divide", "repeat", "tile", "take", "digitize", "full"), 2),
    **dict.fromkeys(("where", "clip", "bincount", "interp", "arange", "linspace"), 3),
}
"""Functions of NumPy whose result shares nothing with what they are given, and how many arguments they only read."""
KEYWORDS = {"axis", "dtype", "weights", "minlength", "side", "return_inverse", "return_counts"}
"""What such a function may be told by name, and only reads."""
NUMBERS = {"pi", "e", "inf", "nan", "newaxis", "int8", "int16", "int32", "int64", "float32", "float64", "bool_"}
NUMBERS |= {"uint8", "uint16", "uint32", "uint64", "float16", "int_", "intp"}
TYPE = r"[<>=|]?[biufUS]\d*|int|float|bool|u?int\d+|float\d+"
"""Names of types, as texts, whose arrays hold no objects."""
ONE = {"len", "int", "float", "sum", "min", "max", "abs", "round", "any", "all", "str", "repr", "bool"}
"""Builtin functions that make something unchangeable of what they are given."""
TYPES = {"int", "float", "bool", "str"}
MANY = {"sorted", "list", "dict", "set"}
WITHIN = {"enumerate", "zip", "iter", "reversed", "tuple", "frozenset", "range", "isinstance"}
"""Those that hand out what a list or dict holds, which is fixed."""
METHODS = {
    Kind.FLAT: {"get", "items", "keys", "values", "copy", "index", "count", "union", "intersection", "difference"}
    | {"issubset", "issuperset", "isdisjoint"},
    Kind.ARRAY: {"sum", "mean", "std", "var", "max", "min", "argmax", "argmin", "argsort", "cumsum", "prod", "any"}
    | {"all", "copy", "tolist", "dot", "repeat", "item"},
}
FACTS = {"shape", "size", "ndim", "dtype", "nbytes"}


def constants(tree: ast.Module) -> set[str]:
    """The names at the top of a module that nothing in it can change. Builtins and modules keep their names, too."""
    bound = Counter(_bound(tree))
    modules = {name: module for name, module in _imported(tree) if bound[name] == 1}
    plain = {name for name in ONE | MANY | WITHIN if not bound[name]}
    reader = _Reader(tree, modules, plain)
    kinds = reader.kinds
    used: dict[str, list[ast.Name]] = {name: [] for name in kinds}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in used:
            used[node.id].append(node)
    return {
        name
        for name, kind in kinds.items()
        if bound[name] == 1 and (kind is Kind.FIXED or all(reader.reads(node, kind) for node in used[name]))
    }


def _bound(tree: ast.Module) -> Iterator[str]:
    """Every name that something binds, wherever it does, once for each time."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.alias(name=name, asname=asname):
                yield (asname or name).partition(".")[0]
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                yield from names


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Names at the top and the modules that they name."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name, alias.name) for alias in node.names)


class _Reader:
    """Knows of each node what stands around it, and of names at the top of the module what they are."""

    def __init__(self, tree: ast.Module, modules: Mapping[str, str], plain: set[str]) -> None:
        self._modules, self._plain = modules, plain
        self._around = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        self.kinds: dict[str, Kind] = {}
        for name, value in (pair for node in tree.body for pair in given(node)):
            if kind := self._kind(value, self.kinds):
                self.kinds[name] = kind

    def _numpy(self, name: str) -> bool:
        return self._modules.get(name) == "numpy"

    def _kind(self, value: ast.expr, known: Mapping[str, Kind]) -> Kind | None:
        """What an expression makes; None where that is not certain."""
        match value:
            case ast.Constant():
                return Kind.FIXED
            case ast.Name(id=name):
                return known.get(name) or (
                    Kind.FIXED if name in self._plain & {"int", "float", "bool", "str"} else None
                )
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                if any(self._part(part, known) is not Kind.FIXED for part in parts):
                    return None
                return Kind.FIXED if isinstance(value, ast.Tuple) else Kind.FLAT
            case ast.Dict(keys=keys, values=parts):
                return Kind.FLAT if all(self._entry(*pair, known) for pair in zip(keys, parts, strict=True)) else None
            case ast.UnaryOp(operand=part) | ast.Subscript(value=part):
                return self._kind(part, known)
            case ast.BinOp(left=left, right=right):
                return _widest([self._kind(left, known), self._kind(right, known)])
            case ast.Attribute(value=ast.Name(id=module), attr=name) if self._numpy(module) and name in NUMBERS:
                return Kind.FIXED
            case ast.ListComp(elt=part) | ast.SetComp(elt=part):
                inner = self._inner(value.generators, known)
                return Kind.FLAT if inner is not None and self._kind(part, inner) is Kind.FIXED else None
            case ast.DictComp(key=key, value=part):
                inner = self._inner(value.generators, known)
                return Kind.FLAT if inner is not None and self._entry(key, part, inner) else None
            case ast.Call():
                return self._made(value, known)
        return None

    def _part(self, part: ast.expr, known: Mapping[str, Kind]) -> Kind | None:
        """What an element is; what a list that is unpacked holds is fixed."""
        if isinstance(part, ast.Starred):
            return Kind.FIXED if self._kind(part.value, known) in (Kind.FIXED, Kind.FLAT) else None
        return self._kind(part, known)

    def _entry(self, key: ast.expr | None, value: ast.expr, known: Mapping[str, Kind]) -> bool:
        if key is None:
            return self._kind(value, known) is Kind.FLAT
        return self._kind(key, known) is self._kind(value, known) is Kind.FIXED

    def _inner(self, loops: list[ast.comprehension], known: Mapping[str, Kind]) -> Mapping[str, Kind] | None:
        """What is known inside of a comprehension, whose variables are what fixed things hold; None in doubt."""
        inner = dict(known)
        for loop in loops:
            if loop.is_async or self._kind(loop.iter, inner) not in (Kind.FIXED, Kind.FLAT):
                return None
            inner |= {each.id: Kind.FIXED for each in ast.walk(loop.target) if isinstance(each, ast.Name)}
        return inner

    def _made(self, call: ast.Call, known: Mapping[str, Kind]) -> Kind | None:
        """What a call makes of its arguments."""
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        kinds = [self._kind(part, known) for part in given]
        if None in kinds or any(_is_text(part) and not fullmatch(TYPE, part.value) for part in given[1:]):  # type: ignore[attr-defined]
            return None
        match call.func:
            case ast.Name(id=name) if name in self._plain and not call.keywords:
                if Kind.ARRAY in kinds:
                    return Kind.FIXED if name in {"len", "int", "float"} else None
                return Kind.FIXED if name in ONE | {"tuple", "frozenset", "range"} else _flat(name in MANY)
            case ast.Attribute() if self._reads_only(call):
                return Kind.ARRAY
            case ast.Attribute(value=ast.Name(id=module), attr="compile") if self._modules.get(module) == "re":
                return Kind.FIXED if set(kinds) == {Kind.FIXED} else None
            case ast.Attribute(value=part, attr="split" | "splitlines") if self._kind(part, known) is Kind.FIXED:
                return Kind.FLAT
        return None

    def _reads_only(self, call: ast.Call) -> bool:
        """Whether it is one of NumPy's functions whose result is fresh, given nothing but what it reads."""
        match call.func:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if self._numpy(module) and name in FRESH:
                plain = not any(isinstance(part, ast.Starred) for part in call.args)
                return plain and len(call.args) <= FRESH[name] + 1 and {each.arg for each in call.keywords} <= KEYWORDS
        return False

    def reads(self, node: ast.expr, kind: Kind) -> bool:
        """Whether what stands around a value does no more than read it."""
        around, flat = self._around[node], kind is Kind.FLAT
        match around:
            case ast.BinOp() | ast.UnaryOp() | ast.Compare() | ast.FormattedValue():
                return True
            case ast.AugAssign():
                return flat or not isinstance(around.op, ast.Add)  # a list takes up views of an array's rows
            case ast.Subscript(value=value, ctx=ctx) if value is node:
                return isinstance(ctx, ast.Load) and (flat or self.reads(around, kind))
            case ast.Subscript():
                return True
            case ast.Tuple():
                above = self._around[around]
                return isinstance(above, ast.Subscript) and above.slice is around
            case ast.Attribute():
                return self._looks(around, kind)
            case ast.Call():
                return self._takes(around, node, flat=flat)
            case ast.keyword(arg=None) | ast.Starred() | ast.For() | ast.comprehension():
                return flat
            case ast.keyword():
                call = self._around[around]
                return isinstance(call, ast.Call) and self._reads_only(call)
            case ast.Dict(keys=keys, values=values):
                return flat and node in values and keys[values.index(node)] is None
        return False

    def _looks(self, around: ast.Attribute, kind: Kind) -> bool:
        above = self._around[around]
        if around.attr in METHODS[kind]:
            return isinstance(above, ast.Call) and above.func is around
        if kind is not Kind.ARRAY or not isinstance(around.ctx, ast.Load):
            return False
        return around.attr in FACTS or (around.attr == "T" and self.reads(around, kind))

    def _takes(self, call: ast.Call, node: ast.expr, *, flat: bool) -> bool:
        """Whether a function only reads what it is given."""
        match call.func:
            case ast.Name(id=name) if name in self._plain:
                return name in (ONE | MANY | WITHIN if flat else ONE - {"min", "max"})
            case ast.Attribute(attr=name) if self._reads_only(call):
                return node in call.args[: FRESH[name]]
        return False


def given(node: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """The names that a statement at the top gives to values."""
    match node:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.AnnAssign(target=ast.Name(id=name), value=value)
        ):
            if value is not None:
                yield name, value
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if len(names) == len(values):
            for each, part in zip(names, values, strict=True):
                if isinstance(each, ast.Name):
                    yield each.id, part


def _widest(kinds: list[Kind | None]) -> Kind | None:
    """What arithmetic makes of such things."""
    if None in kinds:
        return None
    return next((kind for kind in (Kind.ARRAY, Kind.FLAT) if kind in kinds), Kind.FIXED)


def _flat(known: bool) -> Kind | None:
    return Kind.FLAT if known else None


def _is_text(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) and isinstance(part.value, str)
