"""Calls: what a check asks the candidate's code to do, as plain data that can cross a process border.

Arguments are plain values, arrays, or one of the *givens* below: things that only make sense
inside the process that runs the code, such as a random generator or a stream read once.
"""

import itertools
import operator
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sharpen.checks.nodes import KINDS, Nodes, Planned, as_handed_in, built, structured
from sharpen.checks.random_sources import SOURCES

EXHAUSTED = "the source was asked for more than it has"
"""Stands for an answer that could not be given, because a script ended before."""


PLAIN = frozenset({int, float, str, bool, type(None)})
"""Types of arguments that stand for nothing but themselves: a call may have a hundred thousand of them."""


class Exhausted(Exception):
    """A script was asked for more than it has."""

    def __init__(self) -> None:
        super().__init__(EXHAUSTED)


@dataclass(frozen=True)
class Ended:
    """The value of the StopIteration by which a stream of `count` values ends: whose end it was can be told by it."""

    count: int

    def __str__(self) -> str:
        had = {0: "no values", 1: "1 value"}.get(self.count, f"{self.count:,} values")
        return f"the stream had {had}, and {'one more' if self.count else 'one'} was asked for"


@dataclass(frozen=True)
class Given:
    """An argument made where the code runs; `kind` is a key of GIVENS, `value` plain data."""

    kind: str
    value: Any

    def made(self, turn: int = 0) -> Any:
        """The argument itself; `turn` counts repetitions, each of which gets its own sequence of a script."""
        return GIVENS[self.kind](self.value, turn)

    def __repr__(self) -> str:
        if self.kind in KINDS:
            return repr(Nodes.given(self.kind, *self.value))
        return SHOWN[self.kind].format(*self.value) if self.kind in SHOWN else f"iter({self.value!r})"


@dataclass(frozen=True)
class Call:
    """`entry(*args, **kwargs)`, and then methods of what it returned.

    With `then`, the answer is the list of what those method calls returned, in order. A step called like the entry
    makes another object beside the one that is asked, and returns None.
    """

    entry: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    then: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    def fields(self) -> list[Any]:
        """The call as plain data, in lists, which are read faster than tuples; its arguments are not copied."""
        return [self.entry, list(self.args), dict(self.kwargs), [[name, list(args)] for name, args in self.then]]

    @classmethod
    def read(cls, fields: Sequence[Any]) -> "Call":
        """The call that `fields` wrote down."""
        entry, args, kwargs, then = fields
        return cls(entry, tuple(args), kwargs, tuple((name, tuple(args)) for name, args in then))

    def method(self, name: str, *args: Any) -> "Call":
        """The same call, followed by `.name(*args)` on the object it made."""
        return replace(self, then=(*self.then, (name, args)))

    def several(self) -> list["Call"]:
        """The calls of the same entry for which this one stands: its only argument lists theirs."""
        return [Call(self.entry, tuple(args)) for args in self.args[0]]

    def beside(self, *args: Any) -> "Call":
        """The same call, and then `entry(*args)`, another object: the first must not notice it."""
        return self.method(self.entry, *args)

    def made(self, turn: int = 0) -> "Call":
        """The same call with every given replaced by the argument it stands for."""
        return self._with(lambda value: made(value, turn))

    def repeated(self, times: int) -> Iterator["Call"]:
        """The same call made so many times: a source of randomness goes on where the call before has left it, while a
        stream begins anew and a script plays its next sequence."""
        first = self._with(lambda value: value.made() if isinstance(value, Given) and value.kind in SOURCES else value)
        complete = all(map(operator.is_, first.made().args, first.args)) and not first.kwargs and not first.then
        return itertools.repeat(first, times) if complete else map(first.made, range(times))

    def _with(self, make: Callable[[Any], Any]) -> "Call":
        args = tuple(map(make, self.args))
        kwargs = {name: make(value) for name, value in self.kwargs.items()} if self.kwargs else self.kwargs
        then = tuple((name, given if _plain(given) else tuple(map(make, given))) for name, given in self.then)
        return Call(self.entry, args, kwargs, then)

    def nodes_built(self, namespace: Mapping[str, Any]) -> "Call":
        """The same call (already made) with nodes for arguments, which can then be looked at after it."""
        born: list[Any] = []
        return replace(self, args=tuple(built(arg, namespace, born) for arg in self.args))

    def on(self, namespace: Mapping[str, Any]) -> Any:
        """Run the call (already made) against a namespace that defines its entry."""
        born: list[Any] = []
        args = [built(arg, namespace, born) for arg in self.args]
        answer = namespace[self.entry](*args, **self.kwargs)
        if self.then:
            take = taking(self.entry, answer, namespace)
            answer = [take(name, args) for name, args in self.then]
        return structured(answer, namespace, born)


def _plain(args: tuple[Any, ...]) -> bool:
    return PLAIN.issuperset(map(type, args))


def taking(entry: str, made: Any, namespace: Mapping[str, Any]) -> Callable[[str, tuple[Any, ...]], Any]:
    """Takes steps of an object that was made: methods, or by the name of its class another one beside it."""
    others: list[Any] = []  # which live as long as the first

    def take(name: str, args: tuple[Any, ...]) -> Any:
        return others.append(namespace[name](*args)) if name == entry else getattr(made, name)(*args)

    return take


def made(value: Any, turn: int = 0) -> Any:
    """A given's argument, or those of a list of givens; any other value as it is."""
    if isinstance(value, list) and value and isinstance(value[0], Given):
        return [given.made(turn) for given in value]
    return value.made(turn) if isinstance(value, Given) else value


def untouched(value: Any) -> Any:
    """An argument as it is read after a call that changed nothing: nodes as plain structures."""
    if isinstance(value, list) and value and isinstance(value[0], Given):
        return [untouched(given) for given in value]
    return as_handed_in(value.kind, value.value) if isinstance(value, Given) and value.kind in KINDS else value


def call(entry: str, *args: Any, **kwargs: Any) -> Call:
    """The call `entry(*args, **kwargs)`."""
    return Call(entry, args, kwargs)


def stream(values: Sequence[Any] | range) -> Given:
    """An iterator over `values` that can be read once; a range is never held in memory."""
    if isinstance(values, range):
        return Given("range", (values.start, values.stop, values.step))
    return Given("stream", list(values))


def weighted_stream(items: range, weights: Sequence[float]) -> Given:
    """An iterator over pairs of an item and its weight, which can be read once and is never held in memory.

    After the last of the weights comes the first again.
    """
    return Given("weighted", (items.start, items.stop, items.step, list(weights)))


def generator(seed: int) -> Given:
    """A `numpy.random.Generator`."""
    return Given("generator", (seed,))


def python_random(seed: int) -> Given:
    """A `random.Random`."""
    return Given("random", (seed,))


def die(sides: int, seed: int) -> Given:
    """A function of no arguments that returns uniform integers from 1 to `sides`."""
    return Given("die", (sides, seed))


def linked_list(values: Sequence[Any], cycle: int | None = None) -> Given:
    """The first node of a linked list, None of an empty one; with `cycle`, the last leads back to that place.

    Its nodes are of the submission's own class; see `sharpen.checks.nodes`.
    """
    return Given("linked_list", (list(values), cycle))


def binary_tree(values: Sequence[Any]) -> Given:
    """The root of a binary tree, from its values in level order, with None where nothing hangs."""
    return Given("binary_tree", (list(values),))


def graph(neighbors: Mapping[Any, Sequence[Any]]) -> Given:
    """The first node of a graph, from the values of the neighbors of each node."""
    places = {value: place for place, value in enumerate(neighbors)}
    return Given("graph", (list(places), [[places[end] for end in ends] for ends in neighbors.values()]))


def uniforms(seed: int, bits: int = 53) -> Given:
    """A function of no arguments that returns uniform floats in [0, 1).

    With fewer `bits`, its floats have those first bits in common with those of the same seed, and no others.
    """
    return Given("uniforms", (seed,)) if bits == 53 else Given("alike", (bits, seed))


def floats(seed: int) -> Given:
    """An endless iterator of uniform floats in [0, 1)."""
    return Given("floats", (seed,))


def words(bits: int, seed: int) -> Given:
    """An endless iterator of uniform integers of so many bits."""
    return Given("words", (bits, seed))


def script(form: str, values: Sequence[Any]) -> Given:
    """A source that plays every sequence of these values in turn, for `exact_chances`.

    `form` is "function" (of no arguments) or "stream".
    """
    return played(form, values, [[]])


def played(form: str, values: Sequence[Any], begins: list[list[Any]]) -> Given:
    """A script of the sequences that begin in one of these ways and end with one of these values, in their order."""
    return Given("script", (form, list(values), begins))


def _script(value: Sequence[Any], turn: int) -> Any:
    form, letters, begins = value
    begin, last = divmod(turn, len(letters))
    values = _exactly(begins[begin], letters[last])
    return values if form == "stream" else values.__next__


def _exactly(begin: Iterable[Any], last: Any) -> Iterator[Any]:
    yield from begin
    yield last
    raise Exhausted


def _once(values: Sequence[Any]) -> Generator[Any, None, Ended]:
    yield from values
    return Ended(len(values))


def _planned(kind: str, value: Sequence[Any], _turn: int) -> Planned:
    return Planned(kind, value)


def _sourced(kind: str, value: Any, _turn: int) -> Any:
    return SOURCES[kind](value)


GIVENS: dict[str, Callable[[Any, int], Any]] = {
    "stream": lambda value, _turn: _once(value),
    "range": lambda value, _turn: _once(range(*value)),
    "weighted": lambda value, _turn: zip(range(*value[:3]), itertools.cycle(value[3]), strict=False),
    "script": _script,
    **{kind: partial(_planned, kind) for kind in KINDS},
    **{kind: partial(_sourced, kind) for kind in SOURCES},
}
"""How each kind of given is made, from its plain value and the turn."""

SHOWN = {
    "range": "iter(range({}, {}, {}))",
    "weighted": "zip(range({}, {}, {}), itertools.cycle({}))",
    "generator": "np.random.default_rng({})",
    "generator at": "np.random.default_rng()",
    "random at": "random.Random()",
    "random": "random.Random({})",
    "die": "die({}, seed={})",
    "uniforms": "uniforms(seed={})",
    "alike": "uniforms(bits={}, seed={})",
    "floats": "floats(seed={})",
    "words": "words({}, seed={})",
    "script": "script({!r}, {})",
}
"""How each kind is written in a call a learner reads, and may paste back as a case of their own."""
