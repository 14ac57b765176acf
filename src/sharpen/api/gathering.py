"""Gathering: the source of functions and classes, with everything of the notebook that they use."""

import builtins
import inspect
import sys
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sharpen.api import plain
from sharpen.api.definitions import NoSource, definition, used
from sharpen.domain.errors import SharpenError
from sharpen.domain.problem import PACKAGES

Answer = Callable[..., Any] | Sequence[Callable[..., Any]] | Mapping[str, Any] | str | Path
"""A function or class, several of them, a dict of names such as `globals()`, source text, or a file."""

INSTALLED = PACKAGES.union(sys.stdlib_module_names)
"""Packages that the judge may have; what comes from them is imported there, not copied."""


class CannotGather(SharpenError, ValueError):
    """Something that the answer uses cannot be sent to the judge; the message says what to do."""


def gather(answer: Answer, entry: Sequence[str]) -> str:
    """The source of a submission that defines the `entry` names. Raises CannotGather."""
    if isinstance(answer, Path) or (isinstance(answer, str) and _is_file(answer)):
        try:
            return Path(answer).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            raise CannotGather(f"{answer} cannot be read ({problem}).") from None
    if isinstance(answer, str):
        return answer
    gathered = _Gathered()
    for name, thing in _named(answer, entry).items():
        gathered.add(name, thing, f"the answer `{name}`")
    return gathered.source()


def _is_file(text: str) -> bool:
    return text.endswith(".py") and "\n" not in text


def _named(answer: Any, entry: Sequence[str]) -> dict[str, Any]:
    """What is submitted under each entry name."""
    if isinstance(answer, Mapping):
        things = dict(answer)
    elif isinstance(answer, Sequence):
        things = {getattr(one, "__name__", repr(one)): one for one in answer}
    elif len(entry) == 1:
        things = {entry[0]: answer}
    else:
        things = {getattr(answer, "__name__", repr(answer)): answer}
    missing = [f"`{name}`" for name in entry if name not in things]
    if missing:
        raise CannotGather(
            f"This problem also needs {', '.join(missing)}: give all of {', '.join(entry)}, as a list or a dict."
        )
    return {name: things[name] for name in entry}


@dataclass
class _Gathered:
    """What has been gathered: imports, then constants and definitions, each after what it needs."""

    imports: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def source(self) -> str:
        imports = list(dict.fromkeys(self.imports.values()))
        # Annotations are not evaluated, so that names used only there need not be sent.
        parts = ["from __future__ import annotations", *imports, "", *self.definitions.values()]
        return "\n".join(parts).rstrip() + "\n"

    def add(self, name: str, thing: Any, user: str) -> None:
        """Add what `name` stands for, and before it what that needs."""
        if name in self.things:
            if self.things[name] is not thing:
                raise CannotGather(f"Two different things are called `{name}`, one of them used by {user}. Rename one.")
            return
        self.things[name] = thing
        if isinstance(thing, types.ModuleType):
            self.imports[name] = _import_of(name, thing)
        elif not self._imported(name, thing):
            self._defined(name, thing, user)

    def _imported(self, name: str, thing: Any) -> bool:
        """Whether it comes from an installed package, and is imported from there."""
        module = getattr(thing, "__module__", None)
        own = getattr(thing, "__name__", None)
        if not isinstance(module, str) or not isinstance(own, str) or module.partition(".")[0] not in INSTALLED:
            return False
        if module == "builtins" or getattr(sys.modules.get(module), own, None) is not thing:
            return False
        self.imports[name] = _import_from(module, own, name)
        return True

    def _defined(self, name: str, thing: Any, user: str) -> None:
        if getattr(builtins, name, None) is thing:
            return
        whole = inspect.unwrap(thing) if callable(thing) else thing
        if inspect.isfunction(whole) or inspect.isclass(whole):
            self._with_needs(name, thing, whole, user)
        else:
            try:
                self.definitions[name] = f"{name} = {plain.literal(thing)}\n"
            except ValueError as problem:
                home = _home(thing)
                if not home:
                    raise CannotGather(
                        f"{user} uses `{name}`, {problem}, which cannot be sent to the judge. Pass it as an argument, "
                        "or make it inside the function."
                    ) from None
                self.imports[name] = _import_from(*home, name)

    def _with_needs(self, name: str, thing: Any, whole: Any, user: str) -> None:
        """Add a function or class as written; `whole` is `thing` without what decorators put around it."""
        try:
            text = definition(whole, name)
        except NoSource as problem:
            raise CannotGather(f"The source of `{name}`, {user}, cannot be sent: {problem}") from None
        own = name if whole.__name__ == "<lambda>" else whole.__name__
        if self.things.setdefault(own, thing) is not thing:
            raise CannotGather(f"Two different things are called `{own}`, one of them {user}. Rename one.")
        around = _scope(whole)
        for needed in used(text):
            if needed in around and around[needed] is not whole:
                self.add(needed, around[needed], f"`{name}`")
        self.definitions[name] = f"\n{text}\n" + (f"\n{name} = {own}\n" if own != name else "")


def _import_of(name: str, module: types.ModuleType) -> str:
    if module.__name__.partition(".")[0] not in INSTALLED:
        raise CannotGather(
            f"The module `{module.__name__}` is not one that the judge has. Import single functions from it instead "
            "(`from ... import ...`), so that they can be sent along."
        )
    return f"import {module.__name__}" if name == module.__name__ else f"import {module.__name__} as {name}"


def _import_from(module: str, own: str, name: str) -> str:
    return f"from {module} import {own}" + (f" as {name}" if name != own else "")


def _home(thing: Any) -> tuple[str, str] | None:
    """The module of an installed package that has something, and its name there, for what does not say so itself.

    Such are `random.random`, the ufuncs of SciPy and its distributions. Where several have it, a public one counts.
    """
    installed = [name for name in sys.modules if name.partition(".")[0] in INSTALLED]
    for module in sorted(installed, key=lambda name: (name.startswith("_") or "._" in name, name.count("."), name)):
        for own, value in list(getattr(sys.modules[module], "__dict__", {}).items()):
            if value is thing:
                return module, own
    return None


def _scope(thing: Any) -> dict[str, Any]:
    """The names that the code of a function or class can see: its module's, and those closed over."""
    found: dict[str, Any] = {}
    for function in _functions(thing):
        found |= function.__globals__
        cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
        for name, cell in cells:
            try:
                found[name] = cell.cell_contents
            except ValueError:
                continue  # not bound yet: using it would fail anyway
    return found or vars(sys.modules.get(getattr(thing, "__module__", ""), builtins))


def _functions(thing: Any) -> Iterator[types.FunctionType]:
    if inspect.isfunction(thing):
        yield thing
    elif inspect.isclass(thing):
        for member in vars(thing).values():
            inner = inspect.unwrap(getattr(member, "fget", None) or getattr(member, "__func__", None) or member)
            if inspect.isfunction(inner) and inner.__module__ == thing.__module__:
                yield inner
