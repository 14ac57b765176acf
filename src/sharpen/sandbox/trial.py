"""A learner's own trial inside a child: a few lines, the last of which is an expression whose value is the output.

Beside their own code it runs once more, where the names it calls belong to somebody else: each call is handed over
as plain data, and what comes back is its value.
"""

import ast
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sharpen.checks.calls import Given, binary_tree, floats, graph, linked_list, uniforms, words
from sharpen.checks.nodes import Nodes, built, structured
from sharpen.sandbox.raised import TRIAL

Scope = dict[str, Any]
Elsewhere = Callable[[list[Any]], Any]
"""Hands over a call, written down as `handed_over` says, and returns its value."""

CALLS, ENDS = "calls", "ends"
"""The first word of what a trial that runs elsewhere says: a call to be carried out, or its value."""
NO_VALUE = "the last line of a trial must be an expression, such as a call of your function"
"""What is said of a trial without a value."""
MADE: dict[str, Callable[..., Given]] = {
    "die": lambda sides, seed=0: Given("die", (sides, seed)),
    "uniforms": lambda seed=0, bits=53: uniforms(seed, bits),
    "floats": lambda seed=0: floats(seed),
    "words": lambda bits, seed=0: words(bits, seed),
    "linked_list": linked_list,
    "binary_tree": binary_tree,
    "graph": graph,
}
"""Names that a trial may use besides those of the code: the givens that a statement speaks of."""


def run(namespace: Scope, trial: str) -> Any:
    """The value of a trial of the code in a namespace."""

    def given(make: Callable[..., Given]) -> Callable[..., Any]:
        return lambda *args, **kwargs: built(make(*args, **kwargs).made(), namespace, [])

    made = {name: given(make) for name, make in MADE.items()}
    value = _value(trial, {"random": random, **made, "np": sys.modules.get("numpy"), **namespace})
    return structured(value, namespace, [])


def run_elsewhere(trial: str, functions: Sequence[str], classes: Sequence[str], elsewhere: Elsewhere) -> Any:
    """The value of a trial whose calls of these functions and classes are carried out elsewhere."""
    given = {name: lambda *args, make=make, **kwargs: Handed(make(*args, **kwargs)) for name, make in MADE.items()}
    scope: Scope = {"random": random, **given, "np": sys.modules.get("numpy")}
    for name in functions:
        scope[name] = lambda *args, name=name, **kwargs: elsewhere(_written(name, args, kwargs, []))
    for name in classes:
        scope[name] = lambda *args, name=name, **kwargs: Instance(elsewhere, name, args, kwargs)
    return _value(trial, scope)


def _value(trial: str, scope: Scope) -> Any:
    tree = ast.parse(trial, TRIAL)
    last = tree.body.pop() if tree.body else None
    if not isinstance(last, ast.Expr):
        raise ValueError(NO_VALUE)
    exec(compile(tree, TRIAL, "exec", dont_inherit=True), scope)
    return eval(compile(ast.Expression(last.value), TRIAL, "eval", dont_inherit=True), scope)


class Handed:
    """A given that a call is handed as such; the lines of the trial may use it themselves, too."""

    def __init__(self, given: Given) -> None:
        self.given, self._made = given, given.made()

    def __call__(self) -> Any:
        return self._made()


class Instance:
    """An object that lives elsewhere: calling a method makes it there anew and calls all methods so far."""

    def __init__(self, elsewhere: Elsewhere, name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> None:
        self._elsewhere, self._made = elsewhere, (name, args, kwargs)
        self._then: list[list[Any]] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args: self._called(name, args)

    def _called(self, name: str, args: Sequence[Any]) -> Any:
        self._then.append([name, [_spoken(arg) for arg in args]])
        return self._elsewhere(_written(*self._made, self._then))[-1]


def _written(name: str, args: Sequence[Any], kwargs: dict[str, Any], then: list[list[Any]]) -> list[Any]:
    """A call as plain data: each argument is a pair, of the kind of given that it is, if any, and its value."""
    return [name, [_spoken(arg) for arg in args], {word: _spoken(arg) for word, arg in kwargs.items()}, then]


def _spoken(arg: Any) -> list[Any]:
    """An argument that makes sense in one process only, as what it can be made of in another."""
    numpy = sys.modules.get("numpy")
    if isinstance(arg, Handed):
        return [arg.given.kind, list(arg.given.value)]
    if isinstance(arg, Nodes):
        return [arg.kind, arg.plan]
    if isinstance(arg, random.Random):
        return ["random at", list(arg.getstate())]
    if numpy is not None and isinstance(arg, numpy.random.Generator):
        return ["generator at", [arg.bit_generator.state]]
    if isinstance(arg, Iterator):
        return _stream(arg)
    return ["", arg]


def _stream(values: Iterator[Any]) -> list[Any]:
    """What is left of an iterator; of a range, without writing it out."""
    if type(values) is type(iter(range(0))):
        reduced: Any = values.__reduce__()
        left = reduced[1][0][reduced[2] :]
        return ["range", [left.start, left.stop, left.step]]
    return ["stream", list(values)]
