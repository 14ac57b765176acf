"""Places: the texts that may hold a definition, which are files, notebook cells and IPython's history."""

import ast
import inspect
import linecache
import symtable
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any

from sharpen.api.same_code import inner_codes


def texts(filename: str) -> Iterator[str]:
    """The texts that code compiled under a file name may come from, the likeliest first."""
    known = "".join(linecache.getlines(filename))
    if known:
        yield known
        linecache.checkcache(filename)  # it may have been imported again since its lines were kept
        now = "".join(linecache.getlines(filename))
        if now and now != known:
            yield now
    else:
        yield from _magic_cells()


def of_class(cls: type) -> Iterator[str]:
    """The texts that may define a class: those of its methods, or its module's and all cells of the notebook."""
    codes = [function.__code__ for function in own_functions(cls)]
    files = [code.co_filename for code in codes if linecache.getlines(code.co_filename)]
    if not files:
        module = getattr(sys.modules.get(cls.__module__), "__file__", None)
        files = [*[module] * bool(module), *(name for name in reversed(linecache.cache) if is_cell(name))]
    for file in dict.fromkeys(files):
        yield from texts(file)
    yield from _magic_cells()


def is_cell(filename: str) -> bool:
    """Whether code of this file name was typed: in a notebook, at IPython's prompt or at Python's."""
    return "ipykernel_" in filename or filename.startswith("<")


def changed(filename: str, name: str) -> str:
    """Why no text fits what was defined in a file."""
    if is_cell(filename) or not Path(filename).exists():
        return "its text cannot be found any more. Run its cell, or the file, again."
    return (
        f"{filename} has changed since `{name}` was loaded from it. Import it anew "
        "(`importlib.reload`, or restart and run again)."
    )


def mangled(name: str, cls: type) -> str:
    """The name under which a class keeps what its body calls `name`: `_A__x` for `__x`."""
    private = name.startswith("__") and not name.endswith("__")
    return f"_{cls.__name__.lstrip('_')}{name}" if private and cls.__name__.strip("_") else name


def own_functions(cls: type) -> list[Any]:
    """The functions that were written inside a class, those behind properties and decorators too."""
    inside = f"{cls.__qualname__}."
    found = [inner for member in vars(cls).values() for inner in behind(member)]
    return [one for one in found if one.__code__.co_qualname.startswith(inside) and not is_generated(one.__code__)]


def is_generated(code: CodeType) -> bool:
    """Whether a library wrote it, such as the `__init__` of a dataclass."""
    return code.co_filename == "<string>" and not linecache.getlines(code.co_filename) and code.co_firstlineno <= 2


def behind(member: Any) -> Iterator[Any]:
    """The functions that an attribute of a class is made of: itself, a property's, those that decorators wrap."""
    seen, left = set(), [member]
    while left:
        one = left.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        parts = [inspect.getattr_static(one, part, None) for part in ("fget", "fset", "fdel", "func")]
        if isinstance(one, staticmethod | classmethod):
            parts.append(one.__func__)
        if not isinstance(one, type):
            parts.append(getattr(one, "__dict__", {}).get("__wrapped__"))
        if inspect.isfunction(one):
            yield one
            parts += [value for value in enclosed(one).values() if inspect.isfunction(value)]
        left += [_member(part, one) for part in parts if part is not None]


def _member(part: Any, of: Any) -> Any:
    """The value behind a slot, such as `property.fget`, which getattr_static gives as a descriptor."""
    return part.__get__(of) if inspect.ismemberdescriptor(part) or inspect.isgetsetdescriptor(part) else part


def enclosed(function: Any) -> dict[str, Any]:
    """What a function closes over, by name; what is not bound yet is left out."""
    found = {}
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        try:
            found[name] = cell.cell_contents
        except ValueError:
            continue
    return found


def _magic_cells() -> Iterator[str]:
    """What magics such as `%%time` ran, the latest first: IPython keeps no lines of it, but the history does."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    for cell in reversed(getattr(getattr(shell, "history_manager", None), "input_hist_parsed", [])):
        try:
            tree = ast.parse(cell)
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="run_cell_magic" | "run_line_magic"), args=[*_, ast.Constant(str(body))]
                ):
                    yield shell.transform_cell(body)  # type: ignore[union-attr]


def imported(text: str) -> list[str]:
    """The names that a text imports for all of its module."""
    return [symbol.get_name() for symbol in symtable.symtable(text, "", "exec").get_symbols() if symbol.is_imported()]


def codes_in(text: str, filename: str, name: str) -> list[CodeType]:
    """The codes of that name in a text, or none where it is not Python."""
    try:
        return [
            code for code in inner_codes(compile(text, filename, "exec", dont_inherit=True)) if code.co_name == name
        ]
    except (SyntaxError, ValueError):
        return []
