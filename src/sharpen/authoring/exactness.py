"""Exactness: the model solution beside an independent answer, on thousands of awkward inputs of the declared ranges.

A problem's `exact.py` defines the same entry points, computed another way (fractions, brute force, another library),
and `inputs(rng, draw)`, which yields or returns one call's arguments; `draw` is a `Drawer`. An entry point may take
its answer apart with `same`, a comparator by entry.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from sharpen.authoring.awkward import Drawer, in_another_form
from sharpen.authoring.finding import Finding
from sharpen.authoring.ranges import Range
from sharpen.authoring.signatures import targets
from sharpen.checks import trusted
from sharpen.checks.calls import Call
from sharpen.checks.comparing import close
from sharpen.checks.showing import show, show_call
from sharpen.domain.problem import Problem

DRAWS = 2000
FILE = "exact.py"


def prove_exactness(
    folder: Path, problem: Problem, ranges: Mapping[str, Range], draws: int = DRAWS, seed: int = 0
) -> Iterator[Finding]:
    """The first input on which the model solution and the exact answer differ, if there is one."""
    path = folder / FILE
    if not path.is_file():
        return
    model, exact = trusted.run(folder / "solution.py"), trusted.run(path)
    names = {target.name: list(target.takes) for target in targets((folder / "solution.py").read_text(), problem.entry)}
    inputs, same = exact["inputs"], exact.get("same", {})
    for turn in range(draws):
        rng = np.random.default_rng([seed, turn])
        entry, args = _drawn(inputs(rng, Drawer(rng, ranges)), problem.entry)
        types = [ranges.get(name, Range()).types for name in names[entry]]
        given = tuple(in_another_form(rng, arg, kinds) for arg, kinds in zip(args, types, strict=False))
        why = _difference(model[entry], exact[entry], given, args, same.get(entry, close()))
        if why:
            call = show_call(Call(entry, given))
            yield Finding(folder / "solution.py", 0, f"The model solution is wrong on {call}: {why}", f"Draw {turn}.")
            return


def _drawn(drawn: Any, entry: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """The entry point to call and its arguments; `inputs` may leave out the only entry point's name."""
    return (drawn.entry, drawn.args) if isinstance(drawn, Call) else (entry[0], tuple(drawn))


def _difference(
    model: Callable[..., Any], exact: Callable[..., Any], given: tuple[Any, ...], args: tuple[Any, ...], same: Any
) -> str:
    right = _outcome(exact, args)
    got = _outcome(model, given)
    if isinstance(right, Exception) or isinstance(got, Exception):
        return "" if type(right) is type(got) else f"expected {right!r}, got {got!r}"
    difference = same(right, got)
    return f"{difference.why} (expected {show(right)}, got {show(got)})" if difference else ""


def _outcome(function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    try:
        return function(*args)
    except Exception as error:
        return error
