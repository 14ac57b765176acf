"""A mistake of the battery: what makes it, and the problems that are proved against it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sharpen.authoring.ranges import Range
from sharpen.authoring.signatures import Role, Target
from sharpen.domain.verdict import Kind


@dataclass(frozen=True)
class Scope:
    """What a problem's answers are judged by: the kinds of its checks, the ranges of its arguments, and the smallest
    bias that one of its checks detects; `plain` where arguments and answers are values of plain Python."""

    kinds: Collection[Kind]
    ranges: Mapping[str, Range] = field(default_factory=dict)
    detects: float = 1.0
    plain: bool = True


@dataclass(frozen=True)
class Mistake:
    """One mistake: the function that makes it, and when a problem is proved against it.

    It is given the entry point and the names of its arguments that have a role in `takes`; there must be one, unless
    `takes` is empty, and `where` must be true of its declared range. The answer must have a role in `gives`, unless
    that is empty, and `answer` must be true of its range, which is declared under the name of the entry point. Another
    argument must have a role in `beside`, unless that is empty, and the problem a check of `kind`; with `raising`, the
    entry point must raise errors, with `optional`, it may give None, with `refusing`, None or False. With `method` it
    must be a method of a class, which is not its constructor. `share` is that of the answers which it changes:
    the problem's checks must detect so small a bias. With `ends`, it is also given the smallest and the largest value
    of each argument. One that is `plain` is about values of plain Python.
    """

    make: Any
    takes: tuple[Role, ...] = ()
    gives: tuple[Role, ...] = ()
    beside: tuple[Role, ...] = ()
    kind: Kind | None = None
    raising: bool = False
    optional: bool = False
    refusing: bool = False
    method: bool = False
    ends: bool = False
    plain: bool = False
    where: Callable[[Range], bool] = lambda _: True
    answer: Callable[[Range], bool] = lambda _: True
    share: float = 1.0

    def names(self, target: Target, scope: Scope) -> list[str] | None:
        """The arguments it is about, or None when it can't be made there."""
        names = [name for name in target.named(*self.takes) if self.where(scope.ranges.get(name, Range()))]
        fits = (
            bool(names or not self.takes)
            and (not self.gives or any(role in self.gives for role in target.gives))
            and self.answer(scope.ranges.get(target.name, Range()))
            and (not self.beside or bool(target.named(*self.beside)))
            and (self.kind is None or self.kind in scope.kinds)
            and target.raises >= self.raising
            and target.optional >= self.optional
            and target.refuses >= self.refusing
            and target.is_method >= self.method
            and scope.plain >= self.plain
            and self.share >= scope.detects * (self.share < 1)
        )
        return names if fits else None
