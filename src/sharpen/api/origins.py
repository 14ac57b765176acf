"""Origins: what the judge has by itself, where it is imported from, and what it has not."""

import builtins
import subprocess
import sys
import sysconfig
import types
from collections.abc import Collection
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from sharpen.domain.problem import PACKAGES
from sharpen.sandbox.profiles import PYTHON


@cache
def plain_builtins() -> frozenset[str]:
    """The builtins of a Python in which nothing has run: IPython adds its own, such as `display`."""
    found = subprocess.run([*PYTHON, "-c", "print(*dir(__builtins__))"], capture_output=True, text=True, check=True)
    return frozenset(found.stdout.split())


def is_builtin(name: str, thing: Any) -> bool:
    """Whether Python itself gives that name to that thing."""
    return name in vars(builtins) and vars(builtins)[name] is thing and name in plain_builtins()


def is_there(module: str, packages: Collection[str] = PACKAGES) -> bool:
    """Whether the judge can import a module: of the standard library, or of `packages`."""
    top = module.partition(".")[0]
    return top in packages or (top in sys.stdlib_module_names and top != "__main__")


def is_installed(module: str) -> bool:
    """Whether a module is a library's, and not the learner's own."""
    top = module.partition(".")[0]
    file = getattr(sys.modules.get(top), "__file__", None)
    return is_there(top) or (file is not None and _in_library(Path(file)))


def _in_library(file: Path) -> bool:
    folders = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platlib", "purelib")]
    return "site-packages" in file.parts or any(folder in file.resolve().parents for folder in folders)


def distribution(module: str) -> str:
    """A library as one installs it: scikit-learn for sklearn."""
    top = module.partition(".")[0]
    return next(iter(metadata.packages_distributions().get(top, [])), top)


def is_own_function(thing: Any) -> bool:
    """Whether it is a function that the learner wrote: its code lies outside of all libraries."""
    return isinstance(thing, types.FunctionType) and not _is_of_library(thing.__code__.co_filename, thing.__module__)


def is_inner(thing: Any) -> bool:
    """Whether it is a function that a library keeps to itself, such as those its decorators put on what they return."""
    return isinstance(thing, types.FunctionType) and not is_own_function(thing) and said_home(thing) is None


def _is_of_library(filename: str, module: str | None) -> bool:
    file = Path(filename)
    if file.is_absolute() and file.exists():
        return _in_library(file)
    return filename.startswith("<") and module not in (None, "__main__") and is_installed(module)


def said_home(thing: Any) -> tuple[str, str] | None:
    """The module that a thing says it is from, and its name there, if the judge may have it."""
    module, own = getattr(thing, "__module__", None), getattr(thing, "__name__", None)
    if not isinstance(module, str) or not isinstance(own, str) or module == "builtins" or not is_there(module):
        return None
    return (module, own) if getattr(sys.modules.get(module), own, None) is thing else None


def home(thing: Any) -> tuple[str, str] | None:
    """The module that has something and its name there, of the modules that the judge may have.

    Many things do not say so themselves, such as `random.random`, the ufuncs of SciPy and its distributions. Where
    several modules have it, a public one counts.
    """
    there = [one for one in list(sys.modules) if is_there(one)]
    for one in sorted(there, key=lambda one: (one.startswith("_") or "._" in one, one.count("."), one)):
        for key, value in list(getattr(sys.modules[one], "__dict__", {}).items()):
            if value is thing and key.isidentifier():
                return one, key
    return None


def library(thing: Any) -> str | None:
    """The module of an installed library that something comes from, or whose class it is an instance of."""
    for one in [thing] if isinstance(thing, type | types.FunctionType) else [thing, type(thing)]:
        module = getattr(one, "__module__", None)
        if isinstance(module, str) and module not in ("__main__", "builtins") and is_installed(module):
            return module
    return None
