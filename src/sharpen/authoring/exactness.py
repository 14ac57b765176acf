"""Exactness: the model solution beside an independent answer, on thousands of awkward inputs of the declared ranges.

A problem's `exact.py` defines the same entry points, computed another way (fractions, brute force, another library),
and `inputs(rng, draw)`, which yields or returns one call's arguments, or a whole `Call`, as that of a class and its
methods; `draw` is a `Drawer`. An entry point may take its answer apart with `same`, a comparator by entry.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from sharpen.authoring.awkward import Drawer, in_another_form
from sharpen.authoring.finding import Finding
from sharpen.authoring.ranges import Range
from sharpen.authoring.signatures import targets
from sharpen.checks import trusted
from sharpen.checks.calls import Call
from sharpen.checks.comparing import Comparator, close
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
    names = _arguments(folder, problem)
    inputs, same = exact["inputs"], exact.get("same", {})
    for turn in range(draws):
        rng = np.random.default_rng([seed, turn])
        call = _drawn(inputs(rng, Drawer(rng, ranges)), problem.entry)
        types = [ranges.get(name, Range()).types for name in names[call.entry]]
        args = tuple(in_another_form(rng, arg, kinds) for arg, kinds in zip(call.args, types, strict=False))
        given = replace(call, args=args)
        why = _difference(_outcome(exact, call), _outcome(model, given), same.get(call.entry, close()))
        if why:
            shown = show_call(given)
            yield Finding(folder / "solution.py", 0, f"The model solution is wrong on {shown}: {why}", f"Draw {turn}.")
            return


def _arguments(folder: Path, problem: Problem) -> dict[str, list[str]]:
    """The names of what each entry point takes, a class for its constructor."""
    taken = {}
    for target in targets((folder / "solution.py").read_text(), problem.entry):
        maker = target.name.removesuffix(".__init__")
        taken[maker] = list(target.takes)[maker != target.name :]
    return taken


def _drawn(drawn: Any, entry: tuple[str, ...]) -> Call:
    """The call that was drawn; `inputs` may leave out the only entry point's name."""
    return drawn if isinstance(drawn, Call) else Call(entry[0], tuple(drawn))


def _difference(right: Any, got: Any, same: Comparator) -> str:
    if isinstance(right, Exception) or isinstance(got, Exception):
        return "" if type(right) is type(got) else f"expected {right!r}, got {got!r}"
    difference = same(right, got)
    return f"{difference.why} (expected {show(right)}, got {show(got)})" if difference else ""


def _outcome(namespace: Mapping[str, Any], call: Call) -> Any:
    try:
        return call.made().on(namespace)
    except Exception as error:
        return error
