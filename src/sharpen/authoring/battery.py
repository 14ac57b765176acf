"""The battery: mistakes that people make, each put into a model solution to see that the problem's checks notice it.

Mutants change one place of the code; a mistake of the battery changes what an entry point does, whatever its code.
Which of them a problem is proved against follows from what its entry points take and give back.
"""

import inspect
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from sharpen.authoring.every_mistake import MISTAKES, RIGHT
from sharpen.authoring.mistake import Mistake, Scope
from sharpen.authoring.mistakes import frame, remembering
from sharpen.authoring.ranges import Pair, Range
from sharpen.authoring.rewrites import PLAIN, REWRITES, adding_in_few_bits
from sharpen.authoring.signatures import Target, targets
from sharpen.domain.problem import Problem


@dataclass(frozen=True)
class Adversary:
    """A model solution with a mistake in it. `key` names it: the entry point and the mistake."""

    key: str
    description: str
    source: str


def adversaries(source: str, problem: Problem, scope: Scope) -> Iterator[Adversary]:
    """The model solution with each mistake that can be made in it."""
    found = list(targets(source, problem.entry))
    for target in found:
        for mistake in MISTAKES:
            names = mistake.names(target, scope)
            if names is not None:
                yield _adversary(source, target, mistake, _told(names, scope) if mistake.ends else names)
    for name in dict.fromkeys(target.of_class for target in found if target.of_class):
        yield _adversary(source, Target(name, {}, ()), Mistake(remembering.shares_between_objects), [])
    for name, rewrite in (REWRITES | PLAIN if scope.plain else REWRITES).items():
        changed = rewrite(source)
        if changed is not None:
            yield Adversary(name, _sentence(rewrite), changed)
    for name, changed in adding_in_few_bits(source, *_most(scope.ranges)) if scope.plain else ():
        yield Adversary(f"adds in few bits: {name}", "Keeps a sum in so few bits that it wraps around.", changed)


def _most(ranges: Mapping[str, Range]) -> tuple[float, float]:
    """The largest length that is declared, and the largest value: how far one can count, and in what steps."""
    lengths = [allowed.length[1] for allowed in ranges.values() if allowed.length]
    return max(lengths, default=0), max((max(map(abs, r.values)) for r in ranges.values() if r.values), default=1)


def _told(names: list[str], scope: Scope) -> dict[str, Pair]:
    """The declared ends of the values of some arguments."""
    return {name: ends for name in names if (ends := scope.ranges[name].values)}


def allies(source: str, problem: Problem, scope: Scope) -> Iterator[Adversary]:
    """The model solution in other right ways."""
    for target in targets(source, problem.entry):
        for mistake in RIGHT:
            names = mistake.names(target, scope)
            if names is not None:
                yield _adversary(source, target, mistake, names)


def _adversary(source: str, target: Target, mistake: Mistake, names: list[str] | dict[str, Pair]) -> Adversary:
    make = mistake.make
    body = textwrap.indent(_text(frame) + "\n" + _text(inspect.getmodule(make)), "    ")
    given = f", **{names}" if isinstance(names, dict) else "".join(f", {name!r}" for name in names)
    tail = (
        f"def _mistake():\n{body}\n    return {make.__name__}\n\n\n{target.name} = _mistake()({target.name}{given})\n"
    )
    return Adversary(f"{target.name}: {make.__name__}", _sentence(make), f"{source}\n\n{tail}")


@cache
def _text(module: ModuleType) -> str:
    """The source of a module of mistakes, without what it imports from this package."""
    lines = inspect.getsource(module).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("from sharpen"))


def _sentence(made: Any) -> str:
    return (inspect.getdoc(made) or "").partition("\n")[0]
