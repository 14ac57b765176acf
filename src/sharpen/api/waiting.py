"""A sign of life while the judge works: how many checks are done, gone when the verdict is there."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sharpen.domain.verdict import CheckResult


def waiting(problem: str, results: Iterable[CheckResult]) -> Iterator[CheckResult]:
    """The results as they come, while a line in the notebook or the terminal counts them."""
    show = line()
    show(f"{problem}: judging …")
    try:
        for done, result in enumerate(results, 1):
            show(f"{problem}: judging … {done} of {result.of} checks done" if result.of else f"{problem}: judging …")
            yield result
    finally:
        show("")


def line() -> Callable[[str], None]:
    """Shows a text in place of the one before."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if hasattr(shell, "kernel"):
        return _in_notebook()
    return _in_terminal if sys.stderr is not None and sys.stderr.isatty() else lambda _text: None


def _in_notebook() -> Callable[[str], None]:
    display: Any = sys.modules["IPython"].display
    handle = display.display({"text/plain": ""}, raw=True, display_id=True)
    return lambda text: handle.update({"text/plain": text}, raw=True)


def _in_terminal(text: str) -> None:
    sys.stderr.write(f"\r\x1b[2K{text}")
    sys.stderr.flush()
