"""Mutations: the small mistakes a person makes in one place of a right answer.

Each operator looks at one place of a syntax tree and yields what could wrongly stand there.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One node where a mistake could be made: what holds it, and what surrounds it, outermost first.

    `function` is the qualified name of the function around it, `bound` the line on which each name
    of that function is first bound, and `names` every name that the module binds anywhere.
    """

    node: ast.AST
    field: str
    ancestors: tuple[ast.AST, ...]
    function: str
    bound: Mapping[str, int]
    names: frozenset[str]

    @property
    def parent(self) -> ast.AST:
        return self.ancestors[-1]


COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
"""For an order, the boundary moved and the whole negated."""

ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}

_PAIRS = (
    "min max",
    "argmin argmax",
    "minimum maximum",
    "sum mean",
    "floor ceil",
    "any all",
    "var std",
    "zeros ones",
    "zeros_like ones_like",
    "left right",
    "bisect_left bisect_right",
)
TWINS = {a: b for pair in _PAIRS for a, b in (pair.split(), reversed(pair.split()))}
"""Names that are easily taken for one another."""

BUILTINS = {"min", "max", "any", "all"}

HARMLESS_KEYWORDS = {"strict"}
"""Keywords that only guard against a programmer's mistake, as in `zip(a, b, strict=True)`."""

EPSILON = 0.01
"""A float literal up to here is a tolerance: one more would not be a small mistake."""

HUGE = 1e6


def comparison(place: Place) -> Iterator[ast.AST]:
    """`<` for `<=`, `>=` for `<`, `!=` for `==`, `in` for `not in`."""
    node = place.node
    if isinstance(node, ast.Compare):
        for position, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                operators = [*node.ops]
                operators[position] = other()
                yield ast.Compare(node.left, operators, node.comparators)


def arithmetic(place: Place) -> Iterator[ast.AST]:
    """`-` for `+`, `*` for `/`, `*` for `@`; in assignments too."""
    node = place.node
    if isinstance(node, ast.BinOp):
        yield ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)
    elif isinstance(node, ast.AugAssign):
        yield ast.AugAssign(node.target, ARITHMETIC[type(node.op)](), node.value)


def sign(place: Place) -> Iterator[ast.AST]:
    """`x` for `-x`, for `~x` and for `not x`."""
    node = place.node
    if isinstance(node, ast.UnaryOp) and not isinstance(node.op, ast.UAdd) and not _of_keyword(place):
        yield node.operand


def logic(place: Place) -> Iterator[ast.AST]:
    """`or` for `and`, and the other way round."""
    if isinstance(place.node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(place.node.op, ast.And) else ast.And(), place.node.values)


def constant(place: Place) -> Iterator[ast.AST]:
    """One more, one less; a tolerance doubled or dropped; `False` for `True`."""
    node = place.node
    if not isinstance(node, ast.Constant) or place.field == "test" or _of_keyword(place):
        return
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield from map(_literal, _neighbors(node.value))


def _of_keyword(place: Place) -> bool:
    """Whether the place is the value of a keyword argument, perhaps with a sign: `keyword` sees to those."""
    around = [parent for parent in place.ancestors[-2:] if not isinstance(parent, ast.UnaryOp)]
    return isinstance(around[-1], ast.keyword) and (len(around) == 1 or around[-1] is place.parent)


def _neighbors(value: int | float) -> tuple[int | float, ...]:
    if value == 0:
        return (value + 1,)
    if isinstance(value, int):
        return value + 1, value - 1
    if abs(value) <= EPSILON:
        return value * 2, 0.0
    return (value * 2, value / 2) if abs(value) >= HUGE else (value + 1, value - 1)


def _literal(value: int | float) -> ast.expr:
    return ast.Constant(value) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-value))


def keyword(place: Place) -> Iterator[ast.AST]:
    """A keyword argument with the neighboring value, and a call without it."""
    node = place.node
    if not isinstance(node, ast.Call):
        return
    for position, argument in enumerate(node.keywords):
        if argument.arg is None or argument.arg in HARMLESS_KEYWORDS:
            continue
        before, after = node.keywords[:position], node.keywords[position + 1 :]
        for value in _other_values(argument):
            yield ast.Call(node.func, node.args, [*before, ast.keyword(argument.arg, value), *after])
        if argument.arg != "keepdims":  # without it is the same as keepdims=False
            yield ast.Call(node.func, node.args, [*before, *after])


def _other_values(argument: ast.keyword) -> Iterator[ast.expr]:
    value = argument.value
    if argument.arg == "axis":
        last = isinstance(value, ast.UnaryOp)
        if last or isinstance(value, ast.Constant):
            yield ast.Constant(1 if isinstance(value, ast.Constant) and value.value == 0 else 0)
    elif isinstance(value, ast.Constant):
        if isinstance(value.value, bool):
            yield ast.Constant(not value.value)
        elif isinstance(value.value, int | float):
            yield from map(_literal, _neighbors(value.value))
        elif isinstance(value.value, str) and value.value in TWINS:
            yield ast.Constant(TWINS[value.value])


def bound(place: Place) -> Iterator[ast.AST]:
    """A slice that begins or ends one place off, and a range that stops one early."""
    node, parent = place.node, place.parent
    if not isinstance(node, ast.expr) or _counted(node):
        return  # a literal in it is moved by `constant` already
    if isinstance(parent, ast.Slice) and place.field in ("lower", "upper"):
        yield ast.BinOp(node, ast.Add(), ast.Constant(1))
        yield ast.BinOp(node, ast.Sub(), ast.Constant(1))
    elif isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "range":
        stop = parent.args[min(1, len(parent.args) - 1)] if parent.args else None
        if node is stop:
            yield ast.BinOp(node, ast.Sub(), ast.Constant(1))


def _counted(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        return isinstance(node.right, ast.Constant) or isinstance(node.left, ast.Constant)
    return isinstance(node, ast.Constant)


def name(place: Place) -> Iterator[ast.AST]:
    """`max` for `min`, `mean` for `sum`, `ceil` for `floor`."""
    node = place.node
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in TWINS:
        yield ast.Attribute(node.value, TWINS[node.attr], node.ctx)
    elif isinstance(node, ast.Name) and node.id in BUILTINS and node.id not in place.names:
        yield ast.Name(TWINS[node.id], node.ctx)


def removal(place: Place) -> Iterator[ast.AST]:
    """A statement forgotten, where the code still runs without it."""
    match place.node:
        case ast.AugAssign() | ast.Assert() | ast.Delete() | ast.Expr(value=ast.Call()):
            forgotten = True
        case ast.Assign(targets=targets):
            forgotten = all(_bound_already(target, place) for target in targets) and not _converts(place.node)
        case ast.Raise():
            forgotten = not _guarded(place.parent)
        case _:
            forgotten = False
    if forgotten:
        yield ast.Pass()


def _converts(node: ast.AST) -> bool:
    """Whether arguments are brought into one form, as by `X = np.asarray(X, float)`: `form_proof` watches over that."""
    calls = (part.func for part in ast.walk(node) if isinstance(part, ast.Call))
    return any(isinstance(made, ast.Attribute) and made.attr == "asarray" for made in calls)


def _bound_already(target: ast.expr, place: Place) -> bool:
    if isinstance(target, ast.Tuple | ast.List):
        return all(_bound_already(item, place) for item in target.elts)
    if isinstance(target, ast.Name):
        return place.bound.get(target.id, target.lineno) < target.lineno
    return isinstance(target, ast.Subscript | ast.Attribute)


def _guarded(parent: ast.AST) -> bool:
    """Whether a raise stands alone under an `if`: `condition` forces that false already."""
    return isinstance(parent, ast.If) and len(parent.body) == 1 and not parent.orelse


def condition(place: Place) -> Iterator[ast.AST]:
    """A condition that always holds, or never."""
    node, parent = place.node, place.parent
    if not isinstance(node, ast.expr) or isinstance(node, ast.Constant):
        return
    if place.field == "test" and isinstance(parent, ast.If | ast.IfExp):
        yield ast.Constant(True)
        yield ast.Constant(False)
    elif place.field == "test" and isinstance(parent, ast.While):
        yield ast.Constant(False)
    elif place.field == "ifs":
        yield ast.Constant(True)


def leaving(place: Place) -> Iterator[ast.AST]:
    """`continue` for `break`, and the other way round."""
    if isinstance(place.node, ast.Break):
        yield ast.Continue()
    elif isinstance(place.node, ast.Continue):
        yield ast.Break()


OPERATORS: dict[str, Callable[[Place], Iterator[ast.AST]]] = {
    operator.__name__: operator
    for operator in (
        comparison, arithmetic, sign, logic, constant, keyword, bound, name, removal, condition, leaving,
    )
}  # fmt: skip
"""Every operator by the name it has in a mutant's key."""
