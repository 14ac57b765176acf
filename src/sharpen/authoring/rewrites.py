"""Rewrites: mistakes of the battery that are made by changing the code of a solution throughout."""

import ast
from collections.abc import Callable


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
