"""What is judged behaves as what was given, or is refused with a true reason: notebooks and modules made at random."""

import ast
import itertools
import linecache
import re
import symtable
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.api import writing
from tests.api.behaving import compared
from tests.api.notebook import Notebook

QUICK = settings(
    max_examples=120,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=1500, derandomize=False)
numbers = itertools.count()
magics = st.sampled_from(["", "", "%%time\n", "%%prun -q\n", "%%capture\n"])

mended = st.sampled_from(
    [
        lambda text: text,
        lambda text: "# mended\n\n" + text,
        lambda text: re.sub(r"\b1\b", "4", text),
        lambda text: re.sub(r"k=\S+\)", "k=5)", text),
        lambda text: re.sub(r"(?m)^ *@\w+(\(3\))?\n", "", text),
        lambda text: text.replace("frozen=True", "order=True").replace("mark", "marked"),
    ]
)


def is_local_somewhere(text: str, name: str) -> bool:
    left = [symtable.symtable(text, "", "exec")]
    while left:
        table = left.pop()
        left += table.get_children()
        if table.get_type() != "module" and name in table.get_identifiers() and table.lookup(name).is_local():
            return True
    return False


TRUE: dict[str, Callable[[str, dict[str, Any], str], bool]] = {
    r"it changes a variable of the function around it \(`(nonlocal)`\)": lambda text, _, what: what in text,
    r"uses `(\w+)`, which is not defined here, but would be": lambda _, names, what: what not in names,
    r"Two different things are called `(\w+)`": lambda text, _, what: is_local_somewhere(text, what),
    r"changes the global variable `(\w+)`": lambda text, _, what: f"global {what}" in text,
    r"its (default) values, or its decorators, are not those in its text": lambda text, *_: "__defaults__ =" in text,
    r"its attribute `(\w+)` was set after it was defined": lambda text, _, what: f".{what} = " in text,
    r"its method `(\w+)` has been replaced since": lambda text, _, what: f".{what} = " in text,
    r"holds a (list|dict|set) that another value holds too": lambda text, *_: "[" in text,
    r"uses `(\w+)`, which is also a part of another value": lambda text, _, what: f"{what}, {what}]" in text,
    r"uses `k_given`, a (_tuplegetter), which cannot be sent": lambda text, *_: "NamedTuple" in text,
    r"uses `k_given`, a (member_descriptor), which cannot be sent": lambda text, *_: "slots=True" in text,
    r"a class that was made by a (call)": lambda text, *_: bool(
        re.search(r"namedtuple\(|Enum\(|make_dataclass\(", text)
    ),
    r"(several) classes have that name": lambda text, *_: bool(re.search(r"class (\w+).*class \1\b", text, re.S)),
}
"""Reasons for a refusal, and what must be so in a notebook, or in the names it leaves, for each to be true."""


def is_true(reason: str, text: str, names: dict[str, Any]) -> bool:
    said = [(holds, found[1]) for pattern, holds in TRUE.items() if (found := re.search(pattern, reason))]
    return bool(said) and all(holds(text, names, what) for holds, what in said)


@contextmanager
def of_module(name: str) -> Iterator[ModuleType]:
    module = sys.modules[name] = ModuleType(name)
    try:
        yield module
    finally:
        del sys.modules[name]


def in_a_notebook(cells: list[str], names: dict[str, Any]) -> None:
    """Run cells as IPython does: each statement by itself, and no more of a cell than up to its first error."""
    for cell in cells:
        file = f"/tmp/ipykernel_1/{next(numbers)}.py"
        linecache.cache[file] = (len(cell), None, cell.splitlines(keepends=True), file)
        with suppress(Exception):
            for node in ast.parse(cell).body:
                exec(compile(ast.Module([node], []), file, "exec", dont_inherit=True), names)


def judged(module: ModuleType, text: str, choice: int, entry: str, *, also: str = "") -> bool:
    """Compare one thing of a module with its source. False where it was refused, for a true reason."""
    things = [name for name in writing.NAMES if callable(vars(module).get(name))]
    if not things:
        return True
    reason = compared(vars(module)[things[choice % len(things)]], entry)
    assert not reason or is_true(reason, text, vars(module)) or (also and re.search(also, reason)), f"{reason}\n{text}"
    return not reason


def check_notebooks(setting: settings) -> None:
    outcomes: list[bool] = []

    @setting
    @given(writing.cells, st.integers(0, 3), st.sampled_from(["answer", "a"]))
    def check(cells: list[str], choice: int, entry: str) -> None:
        for file in [file for file in linecache.cache if file.startswith("/tmp/ipykernel_1/")]:
            del linecache.cache[file]
        with of_module(f"notebook_{next(numbers)}") as module:
            in_a_notebook(cells, vars(module))
            outcomes.append(judged(module, "\n".join(cells), choice, entry))

    check()
    assert outcomes.count(True) > 4 * outcomes.count(False), "most of it can be sent"


def check_modules(setting: settings, folder: Path) -> None:
    outcomes: list[bool] = []

    @setting
    @given(writing.cells, st.integers(0, 3), st.sampled_from(["answer", "a"]), mended, st.booleans())
    def check(cells: list[str], choice: int, entry: str, mend: Callable[[str], str], read: bool) -> None:
        file = folder / f"module_{next(numbers)}.py"
        text = "\n\n".join(cells)
        file.write_text(text)
        with of_module(file.stem):
            spec = spec_from_file_location(file.stem, file)
            assert spec
            assert spec.loader
            module = sys.modules[file.stem] = module_from_spec(spec)
            with suppress(Exception):
                spec.loader.exec_module(module)
            if read:
                linecache.getlines(str(file))
            changed = mend(text)
            file.write_text(changed)
            also = "since|than its text (says|has)" if changed != text else ""
            outcomes.append(judged(module, text, choice, entry, also=also))

    check()
    assert outcomes.count(True) > outcomes.count(False), "most of it can be sent"


def test_notebooks() -> None:
    check_notebooks(QUICK)


def test_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    check_modules(QUICK, tmp_path)


@pytest.mark.slow
def test_notebooks_at_length() -> None:
    check_notebooks(LONG)


@pytest.mark.slow
def test_modules_at_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    check_modules(LONG, tmp_path)


def test_notebooks_in_a_kernel(kernel: Notebook) -> None:
    """The same with IPython's own way of running cells, and with magics."""
    root = Path(__file__).parents[2]

    @settings(QUICK, max_examples=12)
    @given(st.lists(st.tuples(magics, writing.cell()), min_size=2, max_size=6))
    def check(cells: list[tuple[str, str]]) -> None:
        kernel.all(
            "%reset -f", f"import sys; sys.path.insert(0, {str(root)!r})", "from tests.api import behaving, writing"
        )
        kernel.all(writing.PREAMBLE, writing.SIZE, writing.DECORATORS)
        for magic, cell in cells:
            kernel.run(magic + cell)
        text = "\n".join(cell for _, cell in cells)
        for name in writing.NAMES:
            compare = f"if callable(globals().get({name!r})):\n    print(behaving.compared({name}, 'answer'))"
            found = kernel.run(compare)
            assert not found.error, f"{found.error}\n{text}"
            defined = kernel.run("print(*globals())").printed.split()
            reason = found.printed.strip()
            assert not reason or is_true(reason, text, dict.fromkeys(defined)), f"{reason}\n{text}"

    check()
