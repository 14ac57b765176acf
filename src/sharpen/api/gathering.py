"""Gathering: the source of functions and classes, with everything of the notebook that they use."""

import ast
import builtins
import functools
import inspect
import sys
import types
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from sharpen.api import class_definitions, cutting, definitions, errors, evaluated, makers, origins, plain
from sharpen.api.definitions import NoSource
from sharpen.api.errors import CannotGather
from sharpen.api.evaluated import Written
from sharpen.api.same_code import FUTURE, outside
from sharpen.api.submission import Statement, Submission
from sharpen.domain.problem import PACKAGES

Names = frozenset[str]


def gathered(things: Mapping[str, Any], packages: Collection[str] = PACKAGES) -> str:
    """The source of a submission in which each name stands for its thing. Raises CannotGather.

    `packages` are those the judge has for the problem.
    """
    gathering = _Gathering(packages)
    for name, thing in things.items():
        gathering.sent.reserve(name, thing)
        gathering.sent.spaces[name] = {0}
    for name, thing in things.items():
        gathering.refer(name, thing, "")
    return gathering.sent.source()


@dataclass(frozen=True)
class _Around:
    """What is around a definition: the names it can see, its module, and which of them are variables of a function."""

    names: Mapping[str, Any]
    module: int
    variables: Mapping[str, int] = field(default_factory=dict)


def _around(function: types.FunctionType) -> _Around:
    return _Around(definitions.scope(function), id(function.__globals__), definitions.variables(function))


class _Gathering:
    """Puts things into a submission, each with what it needs. `user` is who uses a thing, "" where it is the answer."""

    def __init__(self, packages: Collection[str]) -> None:
        self.packages = packages
        self.sent = Submission()
        self.inside: dict[int, Any] = {}  # what can change and was written as a part of something else

    def refer(self, name: str, thing: Any, user: str, avoid: Names = frozenset()) -> str:
        """The name that stands for a thing where `name` does now; the thing is put in first if it is not there yet.

        It is `name` if that can be, and none of `avoid` otherwise.
        """
        first = self.sent.name_of(thing)
        if first is None:
            self._put(name, thing, user, avoid)
            first = self.sent.name_of(thing)
            assert first is not None
        if first == name or (name in self.sent.statements and self.sent.is_free(name, thing)):
            return name
        if not self.sent.is_free(name, thing) and first not in avoid:
            return first
        other = self.sent.take(name, thing, avoid)
        value = plain.literal(thing) if plain.is_scalar(thing) else first
        self.sent.statements[other] = Statement(f"\n{other} = {value}\n", () if plain.is_scalar(thing) else (first,))
        return other

    def _put(self, name: str, thing: Any, user: str, avoid: Names) -> None:
        if origins.is_builtin(name, thing) and self.sent.is_free(name, thing):
            self.sent.take(name, thing)
        elif isinstance(thing, types.ModuleType):
            self._module(name, thing, user, avoid)
        elif origins.is_own_function(thing):
            self._function(name, thing, user, avoid)
        elif not self._imported(name, thing, user, avoid, origins.said_home(thing)):
            self._refuse_library(name, thing, user)
            if inspect.isclass(thing):
                self._class(name, thing, user, avoid)
            else:
                self._value(name, thing, user, avoid)

    # What the judge has

    def _module(self, name: str, module: types.ModuleType, user: str, avoid: Names) -> None:
        full = module.__name__
        if not origins.is_there(full, self.packages):
            if origins.is_installed(full):
                raise errors.missing(name, full, user, self.packages)
            raise CannotGather(
                f"The module `{full}` is not one that the judge has. Import single functions from it instead "
                "(`from ... import ...`), so that they can be sent along."
            )
        here = self.sent.take(name, module, avoid)
        self.sent.imports[here] = f"import {full}" if here == full else f"import {full} as {here}"

    def _imported(self, name: str, thing: Any, user: str, avoid: Names, home: tuple[str, str] | None) -> bool:
        if home is None:
            return False
        module, own = home
        if not origins.is_there(module, self.packages):
            raise errors.missing(name, module, user, self.packages)
        here = self.sent.take(name, thing, avoid)
        self.sent.imports[here] = f"from {module} import {own}" + (f" as {here}" if own != here else "")
        return True

    def _refuse_library(self, name: str, thing: Any, user: str) -> None:
        module = origins.library(thing)
        if module and not origins.is_there(module, self.packages):
            raise errors.missing(name, module, user, self.packages)

    # Definitions

    def _function(self, name: str, function: types.FunctionType, user: str, avoid: Names) -> None:
        hint = name if function.__code__.co_name == "<lambda>" else function.__code__.co_name
        own = self.sent.take(hint, function, avoid)
        try:
            written = definitions.of_function(function, hint)
        except NoSource as problem:
            raise errors.no_source(name, user, problem) from None
        self._definition(written, (hint, own), _around(function))
        self._attributes(own, function)

    def _attributes(self, own: str, thing: Any) -> None:
        """Add what was set on a function, as in `f.calls = 0`."""
        wrapped = getattr(thing, "__wrapped__", None)
        copied = vars(wrapped) if inspect.isclass(wrapped) else {}  # by `functools.wraps`, and so again
        for key, value in list(getattr(thing, "__dict__", {}).items()):
            needs: list[str] = [own]
            if key in copied and copied[key] is value:
                continue
            if key == "__wrapped__" and self.sent.name_of(value):
                needs.append(self.sent.name_of(value) or "")
                text = f'__import__("functools").update_wrapper({", ".join(needs)})\n'
            elif key in (*functools.WRAPPER_ASSIGNMENTS, "__wrapped__") or origins.is_inner(value):
                continue  # what the decorator itself put there
            else:
                try:
                    text = f"{own}.{key} = {self._expression(value, key, own, needs)}\n"
                except CannotGather:
                    raise
                except ValueError as problem:
                    raise CannotGather(f"`{own}.{key}` is {problem}, which cannot be sent to the judge.") from None
            self.sent.statements[f"{own}.{key}"] = Statement(text, tuple(needs))

    def _class(self, name: str, cls: type, user: str, avoid: Names) -> None:
        hint = cls.__name__ if cls.__name__.isidentifier() else name
        written, reason = None, None
        try:
            written = class_definitions.of_class(cls)
        except NoSource as problem:
            reason = errors.no_source(name, user, problem)
        if written is None:
            if not self._made(name, cls, user, avoid):
                raise reason or errors.not_sent(name, cls, user, "")
            return
        own = self.sent.take(hint, cls, avoid)
        around = _Around(class_definitions.scope_of_class(cls), id(class_definitions.module_of_class(cls)))
        self._definition(written, (hint, own), around)

    def _decorated(self, thing: Any, avoid: Names) -> bool:
        """Add what decorators of a library made of a function, as it is written; False where it cannot be."""
        function, caches = thing, []
        while hasattr(function, "__wrapped__") and not origins.is_own_function(function):
            caches.append(hasattr(function, "cache_parameters"))
            function = function.__wrapped__
        if not origins.is_own_function(function) or len(getattr(thing, "registry", ())) > 1:
            return False
        hint = function.__code__.co_name
        try:
            written = definitions.of_function(function, hint, decorators=len(caches))
        except NoSource:
            return False
        tree: Any = ast.parse(written.text).body[0]
        made = zip(tree.decorator_list, caches, strict=True)
        scope = definitions.scope(function)
        if not all(evaluated.is_library_decorator(one, scope, caches=cache) for one, cache in made):
            return False
        own = self.sent.take(hint, thing, avoid)
        self._definition(written, (hint, own), _around(function))
        self._attributes(own, thing)
        return True

    def _definition(self, written: Written, renaming: tuple[str, str], around: "_Around") -> None:
        """Add a text that defines one name as what defines another, with what it takes from around it."""
        text, (name, own) = written.text, renaming
        around = replace(around, names={**around.names, **written.given})
        avoid = cutting.identifiers(text)
        names: dict[str, str] = {}
        needs: list[str] = []
        uses: list[str] = []
        for used, at_once, changes in outside(compile(FUTURE + text, "answer", "exec", dont_inherit=True)):
            here = self._used(name, used, around, avoid, changes=changes)
            if here is not None:
                names[used] = here
                (needs if at_once else uses).append(here)
        for used in cutting.annotations(text):
            if used in around.names and used not in names:
                self._annotated(name, used, around, avoid, names)
        self._submodules(text, around.names)
        try:
            text = cutting.renamed(text, {key: value for key, value in names.items() if key != value}, name, own)
        except ValueError as problem:
            raise CannotGather(
                f"Two different things are called `{problem}`, one of them used by `{name}`. Rename one."
            ) from None
        self.sent.statements[own] = Statement(f"\n{text}\n", tuple(n for n in needs if n != own), tuple(uses))

    def _annotated(self, name: str, used: str, around: "_Around", avoid: Names, names: dict[str, str]) -> None:
        """Add what an annotation names, if it can be sent: nothing but a dataclass ever looks at it."""
        with suppress(CannotGather), self.sent.attempt():
            names[used] = self.refer(used, around.names[used], name, avoid)

    def _used(self, name: str, used: str, around: "_Around", avoid: Names, *, changes: bool) -> str | None:
        """The name under which something that a text uses is sent, or None where it means nothing here."""
        if used in around.names:
            here = self.refer(used, around.names[used], name, avoid)
            self.sent.spaces.setdefault(here, set()).add(around.variables.get(used, around.module))
            if changes:
                self.sent.changed[here] = name
            return here
        if not changes and hasattr(builtins, used):
            if used not in origins.plain_builtins():
                raise CannotGather(f"`{name}` uses `{used}`, which only a notebook has. Leave it out, or use `print`.")
            if used == "globals":
                raise CannotGather(
                    f"`{name}` uses `globals()`, and what it finds there cannot be sent. Use the names themselves."
                )
            return self.refer(used, getattr(builtins, used), name, avoid)
        self.sent.unmet.setdefault(used, name)
        return None

    def _submodules(self, text: str, scope: Mapping[str, Any]) -> None:
        """Import the modules that a text reaches through a package, such as `xml.etree.ElementTree`."""
        for root, *path in cutting.dotted(text):
            module = scope.get(root)
            for part in path:
                full = f"{getattr(module, '__name__', '')}.{part}"
                if not isinstance(module, types.ModuleType) or sys.modules.get(full) is not getattr(
                    module, part, module
                ):
                    break
                module = sys.modules[full]
                if full.partition(".")[0] in sys.stdlib_module_names:
                    self.sent.imports[f"{full}."] = f'__import__("{full}")'

    # Values

    def _value(self, name: str, thing: Any, user: str, avoid: Names) -> None:
        if id(thing) in self.inside:
            raise CannotGather(
                f"`{user}` uses `{name}`, which is also a part of another value that is sent, and would no longer be. "
                "Make it inside a function."
            )
        if hasattr(thing, "__wrapped__") and self._decorated(thing, avoid):
            return
        if not self._made(name, thing, user, avoid) and not self._imported(
            name, thing, user, avoid, origins.home(thing)
        ):
            raise errors.not_sent(name, thing, user, plain.called(thing))

    def _made(self, name: str, thing: Any, user: str, avoid: Names) -> bool:
        """Add a plain value, or what a known maker makes, as an expression; False where it is neither."""
        own = self.sent.take(name, thing, avoid)
        needs: list[str] = []
        try:
            text = makers.made(thing, lambda value: self._expression(value, own, user or own, needs))
            text = text or plain.literal(thing, self._part(own, user or own, needs))
        except CannotGather:
            raise
        except ValueError as problem:
            if plain.is_plain_kind(thing):
                raise errors.not_sent(name, thing, user, str(problem)) from None
            self.sent.forget(own, thing)
            return False
        self.sent.statements[own] = Statement(f"{own} = {text}\n", tuple(needs))
        if isinstance(thing, functools.partial) or hasattr(thing, "__wrapped__"):
            self._attributes(own, thing)
        return True

    def _expression(self, value: Any, own: str, user: str, needs: list[str]) -> str:
        """A value as a literal, or the name it is sent under. Raises ValueError for what is neither."""
        return plain.literal([value], self._part(own, user, needs))[1:-1]

    def _part(self, own: str, user: str, needs: list[str]) -> plain.Named:
        """Writes what is inside a value: by its name if it has one or needs one, else as it is."""

        def named(value: Any) -> str | None:
            name = self.sent.name_of(value)
            if name is None and plain.is_plain_kind(value):
                if plain.can_change(value):
                    if id(value) in self.inside:
                        raise CannotGather(
                            f"`{own}`, used by `{user}`, holds {plain.called(value)} that another value holds too, "
                            "and they would no longer be one. Make it inside a function."
                        )
                    self.inside[id(value)] = value
                return None
            if name is None:
                label = getattr(value, "__name__", "")
                name = self.refer(label if label.isidentifier() else f"{own}_part", value, user)
            needs.append(name)
            return name

        return named
