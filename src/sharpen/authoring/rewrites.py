"""Rewrites: mistakes of the battery that are made by changing the code of a solution throughout."""

import ast
import re
from collections.abc import Callable, Iterator
from itertools import count


class _Rewrite(ast.NodeTransformer):
    """A change of some nodes; `changed` once there was one."""

    changed = False


class _Capped(_Rewrite):
    """Every loop over `range` and every `while` ends after so many rounds."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.loops = 0

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "range":
            self.changed = True
            return ast.Subscript(node, ast.Slice(upper=ast.Constant(self.most)), ast.Load())
        return node

    def visit_While(self, node: ast.While) -> list[ast.stmt]:
        self.generic_visit(node)
        self.changed = True
        self.loops += 1
        count = f"_rounds{self.loops}"
        within = ast.Compare(ast.Name(count, ast.Load()), [ast.Lt()], [ast.Constant(self.most)])
        node.test = ast.BoolOp(ast.And(), [within, node.test])
        node.body.insert(0, ast.parse(f"{count} += 1").body[0])
        return [ast.parse(f"{count} = 0").body[0], node]


class _Loose(_Rewrite):
    """Arrays are equal when they are so up to a tolerance."""

    def __init__(self, tolerance: float) -> None:
        self.tolerance = tolerance

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "array_equal":
            self.changed = True
            words = [ast.keyword(name, ast.Constant(self.tolerance)) for name in ("rtol", "atol")]
            return ast.Call(ast.Attribute(node.func.value, "allclose", ast.Load()), node.args, words)
        return node


class _Listed(_Rewrite):
    """Sets are lists, in which looking something up takes as long as there are items."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset"):
            self.changed = True
            node.func = ast.Name("list", ast.Load())
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "add":
            node.func = ast.Attribute(node.func.value, "append", ast.Load())
        return node


class _Unguarded(_Rewrite):
    """No input is refused."""

    def visit_Raise(self, _node: ast.Raise) -> ast.AST:
        self.changed = True
        return ast.Pass()


class _Uncopied(_Rewrite):
    """What is copied is used as it is."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=copied, attr="copy"), args=[]):
                self.changed = True
                return copied
            case ast.Call(func=ast.Attribute(value=ast.Name("np"), attr="array"), args=[_, *_]):
                self.changed = True
                node.func = ast.Attribute(ast.Name("np", ast.Load()), "asarray", ast.Load())
            case ast.Call(func=ast.Name("list"), args=[ast.Name() as copied]):
                self.changed = True
                return copied
        return node


class _Falsy(_Rewrite):
    """What is 0, empty or False is taken for None."""

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Compare(left, [ast.Is()], [ast.Constant(None)]):
                self.changed = True
                return ast.UnaryOp(ast.Not(), left)
            case ast.Compare(left, [ast.IsNot()], [ast.Constant(None)]):
                self.changed = True
                return ast.Call(ast.Name("bool", ast.Load()), [left], [])
        return node


class _Finite(_Rewrite):
    """Infinity is a number, and less than infinity another."""

    def __init__(self, most: int, least: int) -> None:
        self.most, self.least = most, least

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.USub) and _is_infinite(node.operand):
            self.changed = True
            return ast.Constant(self.least)
        return self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return self._finite(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return self._finite(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._finite(node)

    def _finite(self, node: ast.expr) -> ast.AST:
        if _is_infinite(node):
            self.changed = True
            return ast.Constant(self.most)
        return self.generic_visit(node)


def _is_infinite(node: ast.expr) -> bool:
    return ast.unparse(node) in ("math.inf", "np.inf", "inf", "float('inf')")


class _Inexact(_Rewrite):
    """Whole numbers are divided as floats, or as in languages where the remainder has the sign of what is divided."""

    def __init__(self, name: str, kind: type[ast.operator], pair: str = "") -> None:
        self.name, self.kind, self.pair = name, kind, pair

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if self.pair and isinstance(node.func, ast.Name) and node.func.id == "divmod":
            self.changed = True
            node.func = ast.Name(self.pair, ast.Load())
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.op, self.kind) or isinstance(node.left, ast.Constant | ast.JoinedStr):
            return node
        self.changed = True
        return ast.Call(ast.Name(self.name, ast.Load()), [node.left, node.right], [])


class _Adding(_Rewrite):
    """What one place adds up is kept in few bits."""

    def __init__(self, place: int, bits: int) -> None:
        self.left, self.bits = place, bits
        self.before, self.target, self.counts = "", "", False

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        listed = isinstance(node.value, ast.List | ast.Tuple | ast.ListComp)
        if not isinstance(node.op, ast.Add) or listed:
            return node
        self.left -= 1
        if self.left != -1:
            return node
        self.changed, self.before = True, ast.unparse(node)
        self.counts = isinstance(node.value, ast.Constant | ast.Compare)
        self.target = ast.unparse(node.target)
        return [node, ast.parse(f"{self.target} = _narrow({self.target})").body[0]]

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.func, ast.Name) or node.func.id != "sum":
            return node
        self.left -= 1
        if self.left != -1:
            return node
        self.changed, self.before = True, ast.unparse(node)
        return ast.Call(ast.Name("_narrow", ast.Load()), [node], [])


def stops_after_three_hundred(source: str) -> str | None:
    """Ends every loop after 300 rounds."""
    return _rewritten(source, _Capped(300))


def stops_after_five_thousand(source: str) -> str | None:
    """Ends every loop after 5,000 rounds."""
    return _rewritten(source, _Capped(5000))


def is_equal_within_a_thousandth(source: str) -> str | None:
    """Takes arrays for equal that differ by 1e-3."""
    return _rewritten(source, _Loose(1e-3))


def is_equal_within_a_millionth(source: str) -> str | None:
    """Takes arrays for equal that differ by 1e-6."""
    return _rewritten(source, _Loose(1e-6))


def is_equal_within_1e_12(source: str) -> str | None:
    """Takes arrays for equal that differ by 1e-12."""
    return _rewritten(source, _Loose(1e-12))


def looks_things_up_in_lists(source: str) -> str | None:
    """Uses lists where sets are needed."""
    return _rewritten(source, _Listed())


def validates_nothing(source: str) -> str | None:
    """Refuses no input."""
    return _rewritten(source, _Unguarded())


def copies_nothing(source: str) -> str | None:
    """Works in the arrays and lists it was given."""
    return _rewritten(source, _Uncopied())


def takes_what_is_false_for_none(source: str) -> str | None:
    """Asks `if not x` where it means `if x is None`."""
    return _rewritten(source, _Falsy())


def takes_a_billion_for_infinity(source: str) -> str | None:
    """Takes a billion for infinity."""
    return _rewritten(source, _Finite(1_000_000_000, -1_000_000_000))


def takes_ten_thousand_for_infinity(source: str) -> str | None:
    """Takes ten thousand for infinity, and -1 for less than all."""
    return _rewritten(source, _Finite(10_000, -1))


def divides_with_floats(source: str) -> str | None:
    """Writes `int(a / b)` for `a // b`, and for the quotient of `divmod`."""
    text = _rewritten(source, _Inexact("_divided", ast.FloorDiv, pair="_divided_with_rest"))
    pair = "def _divided_with_rest(a, b):\n    return _divided(a, b), a - b * _divided(a, b)\n"
    return text and f"{text}\n\ndef _divided(a, b):\n    return int(a / b)\n\n\n{pair}"


def takes_remainders_with_a_sign(source: str) -> str | None:
    """Takes the remainder of a number below zero as other languages do, below zero."""
    text = _rewritten(source, _Inexact("_remainder", ast.Mod))
    tail = "def _remainder(a, b):\n    return a - b * int(a / b) if isinstance(a, int) and a < 0 else a % b\n"
    return text and f"{text}\n\n{tail}"


def adding_in_few_bits(source: str, most: float, step: float) -> Iterator[tuple[str, str]]:
    """The source with each sum in it kept in 8, 16 or 32 bits in turn; the key names the place.

    One counts up to `most`, and adds up so many numbers of a size up to `step`; what cannot wrap around is left out.
    """
    for bits in (8, 16, 32):
        for place in count():
            rewrite = _Adding(place, bits)
            text = _rewritten(source, rewrite)
            if text is None:
                break
            if rewrite.target and re.search(rf"\b{re.escape(rewrite.target)} = \d+\.", source):
                continue  # a float, which does not wrap around
            if most * (1 if rewrite.counts else max(step, 1)) >= 2 ** (bits - 1):
                yield f"{rewrite.before} in {bits} bits", f"{text}\n\n{_narrow(bits)}"


def _narrow(bits: int) -> str:
    """A function that keeps whole numbers in so many bits, a byte without a sign."""
    kept = "value & 255" if bits == 8 else f"(value + 2**{bits - 1}) % 2**{bits} - 2**{bits - 1}"
    return f"def _narrow(value):\n    return {kept} if type(value) is int else value\n"


def _rewritten(source: str, rewrite: _Rewrite) -> str | None:
    """The source after the rewrite, or None when there was nothing to change."""
    tree = ast.fix_missing_locations(rewrite.visit(ast.parse(source)))
    return ast.unparse(tree) if rewrite.changed else None


REWRITES: dict[str, Callable[[str], str | None]] = {
    rewrite.__name__: rewrite
    for rewrite in (
        stops_after_three_hundred,
        stops_after_five_thousand,
        is_equal_within_a_thousandth,
        is_equal_within_a_millionth,
        is_equal_within_1e_12,
        looks_things_up_in_lists,
        validates_nothing,
        copies_nothing,
    )
}
"""Every rewrite by its name. Each gives the changed source, or None where there is nothing to change."""

PLAIN: dict[str, Callable[[str], str | None]] = {
    rewrite.__name__: rewrite
    for rewrite in (
        takes_what_is_false_for_none,
        takes_a_billion_for_infinity,
        takes_ten_thousand_for_infinity,
        divides_with_floats,
        takes_remainders_with_a_sign,
    )
}
"""Those that are about values of plain Python."""
