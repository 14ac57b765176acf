import pkgutil
import re
from importlib import import_module

import sharpen
from sharpen.domain import errors
from sharpen.domain.errors import SharpenError, explained

TREE = re.compile(r"^([│ ]*)(?:[├└]── )?([A-Z]\w+)(?: +(\S+))?$", re.M)


def test_the_tree_drawn_is_the_tree_there_is() -> None:
    drawn: dict[str, tuple[str, str]] = {}
    above: list[tuple[str, str]] = []
    for indent, name, file in TREE.findall(errors.__doc__ or ""):
        depth = 0 if name == "SharpenError" else len(indent) // 4 + 1
        above[depth:] = [(name, file or (above[-1][1] if depth > 1 else ""))]
        if depth:
            drawn[name] = (above[depth - 1][0], file or above[depth - 1][1])
    assert drawn == {kind.__name__: (_parent(kind).__name__, _file(kind)) for kind in _below(SharpenError)}


def test_an_error_for_people_speaks_for_itself_and_any_other_is_ours() -> None:
    assert explained(SharpenError("The disk is full. Make room."), "Report it.") == "The disk is full. Make room."
    ours = explained(KeyError("x"), "Report it.")
    assert ours == "sharpen itself went wrong (KeyError: 'x'). Your work is kept. Report it."


def _below(kind: type[SharpenError]) -> set[type[SharpenError]]:
    """Every error for people, wherever it is defined."""
    for module in pkgutil.walk_packages(sharpen.__path__, "sharpen."):
        if ".migrations" not in module.name:
            import_module(module.name)
    found, left = set(), [kind]
    while left:
        left += (below := left.pop().__subclasses__())
        found.update(below)
    return found


def _parent(kind: type[SharpenError]) -> type:
    return next(base for base in kind.__bases__ if issubclass(base, SharpenError))


def _file(kind: type[SharpenError]) -> str:
    return kind.__module__.removeprefix("sharpen.").replace(".", "/") + ".py"
