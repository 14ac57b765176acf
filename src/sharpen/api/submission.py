"""A submission while it is gathered: its statements, the names things have in it, and the order that works."""

import copy
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from typing import Any

from sharpen.api import plain
from sharpen.api.errors import CannotGather
from sharpen.api.same_code import FUTURE


@dataclass(frozen=True)
class Statement:
    """A part of a submission: its text, the names it needs when it runs, and those its functions need when called."""

    text: str
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()


@dataclass
class Submission:
    """What is sent, by name. No name stands for two things, and no thing is sent twice.

    `own` is what tells the thing behind a name from others, `first` the name a thing was sent under. `unmet` are names
    that have no meaning where they are used, and `changed` those that a function sets (`global`), each with its user;
    `spaces` are the modules that use a name.
    """

    imports: dict[str, str] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    own: dict[str, Hashable] = field(default_factory=dict)
    first: dict[Hashable, str] = field(default_factory=dict)
    unmet: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    spaces: dict[str, set[int]] = field(default_factory=dict)
    kept: list[Any] = field(default_factory=list)  # an id tells things apart only while they live

    def name_of(self, thing: Any) -> str | None:
        """The name a thing is sent under, if it is."""
        return self.first.get(identity(thing))

    def is_free(self, name: str, thing: Any) -> bool:
        """Whether a name can stand for a thing: nothing has it, or the thing itself."""
        return self.own.get(name, identity(thing)) == identity(thing)

    def reserve(self, name: str, thing: Any) -> None:
        """Let a name stand for a thing, which may be sent under another one first."""
        self.kept.append(thing)
        self.own[name] = identity(thing)

    def take(self, name: str, thing: Any, avoid: frozenset[str] = frozenset()) -> str:
        """The name a thing is now sent under: this one, or one like it that is free and not among `avoid`."""
        number, taken = 1, name
        while not self.is_free(taken, thing) or (number > 1 and taken in avoid):
            number += 1
            taken = f"{name}_{number}"
        self.reserve(taken, thing)
        self.first.setdefault(identity(thing), taken)
        return taken

    def forget(self, name: str, thing: Any) -> None:
        """Take back that a name stands for a thing, unless it is reserved."""
        del self.first[identity(thing)]
        if not self.spaces.get(name):
            del self.own[name]

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Leave everything as it was where what is tried inside cannot be sent (CannotGather)."""
        before = {one.name: copy.copy(getattr(self, one.name)) for one in fields(self)}
        try:
            yield
        except CannotGather:
            for name, value in before.items():
                setattr(self, name, value)
            raise

    def source(self) -> str:
        """The text. Raises CannotGather for names that would mean something else in it than where they are used."""
        for name, user in self.unmet.items():
            if name in self.own:
                raise CannotGather(
                    f"`{user}` uses `{name}`, which is not defined here, but would be in what is sent. Define it, or "
                    "call it something else."
                )
        for name, user in self.changed.items():
            if len(self.spaces.get(name, ())) > 1:
                raise CannotGather(
                    f"`{user}` changes the global variable `{name}`, and another thing of that name is used too. "
                    "Rename one."
                )
        parts = [FUTURE.rstrip(), *dict.fromkeys(self.imports.values()), "", *(one.text for one in self._in_order())]
        return "\n".join(parts).rstrip() + "\n"

    def _in_order(self) -> Iterator[Statement]:
        """The statements as their need was found, but each after those it needs when it runs."""
        done: set[str] = set()
        waiting: list[str] = []

        def placed(name: str) -> Iterator[Statement]:
            if name in done or name not in self.statements:
                return
            if name in waiting:
                raise CannotGather(f"`{name}` is needed to make itself, which cannot be sent. Make it in a function.")
            waiting.append(name)
            for need in self.statements[name].needs:
                yield from placed(need)
                for use in self._reached(need):  # it may be called at once
                    if not self._reached(use, when_called=False).keys() & set(waiting):
                        yield from placed(use)
            waiting.pop()
            done.add(name)
            yield self.statements[name]

        for name in self.statements:
            yield from placed(name)

    def _reached(self, name: str, *, when_called: bool = True) -> dict[str, None]:
        """A name and all that it needs, and what that needs: to be made, and to be called."""
        found = {name: None}
        left = [name]
        while left:
            one = self.statements.get(left.pop())
            new = [*one.needs, *(one.uses if when_called else ())] if one else []
            left += [other for other in new if other not in found]
            found |= dict.fromkeys(new)
        return found


def identity(thing: Any) -> Hashable:
    """What tells things apart: numbers and texts by type and value, all else by being the same."""
    if not plain.is_scalar(thing):
        return id(thing)
    return type(thing), thing if isinstance(thing, int) else repr(thing)
