"""Typing in the editor: what is typed is what stands there, and completion knows what it offers or is silent."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opens
from .test_solving import write

POPUP = ".cm-tooltip-autocomplete"
TAKES_KEYS = 100
"""Milliseconds after which an open list of completions takes keys."""
LINES = [
    "def k_means(X, centers, max_iter):",
    "n, d = X.shape",
    "best = np.zeros(n, int)",
    "best_of_all = centers",
    "for i in range(n):",
    "x = X[i]",
    "best[i] = x @ x",
    "t = d",
    "total = best",
    "return best, cen",
]


def value(page: Page) -> str:
    return str(page.locator("code-editor").evaluate("editor => editor.value"))


def offered(page: Page) -> list[str]:
    """What the list offers, once it takes keys."""
    page.locator(POPUP).wait_for()
    page.wait_for_timeout(TAKES_KEYS)
    return page.locator(f"{POPUP} .cm-completionLabel").all_inner_texts()


def silent(page: Page) -> bool:
    """Whether nothing is offered, asked for as well: what is asked for is answered at once or never."""
    page.wait_for_timeout(5 * TAKES_KEYS)
    return page.locator(POPUP).count() == 0


def test_enter_ends_the_line_as_it_was_typed(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "import numpy as np\n\n")
    for line in LINES:
        page.keyboard.type(line)
        page.wait_for_timeout(3 * TAKES_KEYS)  # a popup, if there is one, takes keys by now
        page.keyboard.press("Enter")
    indent, typed = 0, []
    for line in LINES:
        typed.append(" " * indent + line)
        indent += 4 * line.endswith(":")
    assert [line.rstrip() for line in value(page).splitlines()[2:] if line.strip()] == typed


def test_a_completion_is_taken_when_it_is_chosen(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "centers_of_all = 1\n")
    page.keyboard.type("cen")
    assert offered(page) == ["centers_of_all"]
    page.keyboard.press("Enter")
    page.keyboard.type("cen")
    offered(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("cen")
    offered(page)
    page.keyboard.press("Tab")
    assert value(page).split() == ["centers_of_all", "=", "1", "cen", "centers_of_all", "centers_of_all"]


def test_what_was_chosen_and_then_typed_out_does_not_swallow_enter(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "best = 1\n")
    page.keyboard.type("be")
    offered(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.type("st")
    page.keyboard.press("Enter")
    page.keyboard.type("z")
    assert value(page) == "best = 1\nbest\nz"


@pytest.mark.parametrize(
    ("code", "typed", "first"),
    [
        ("import numpy as np\n", "np.arg", ["argmax", "argmin", "argpartition", "argsort", "argwhere"]),
        ("import numpy as np\n", "np.linalg.l", ["lstsq"]),
        ("from numpy import linalg as la\n", "la.sv", ["svd", "svdvals"]),
        ("import math\n", "math.sq", ["sqrt"]),
        ("self.weights = 1\n", "self.w", ["weights"]),
        ("", "imp", ["import"]),
        ("def k_means(X, centers):\n    first_name = 1\n    ", "fir", ["first_name"]),
    ],
)
def test_it_knows(opens: Opens, code: str, typed: str, first: list[str]) -> None:
    page = opens("/problems/k-means")
    write(page, code)
    page.keyboard.type(typed)
    assert offered(page) == first


@pytest.mark.parametrize(
    ("code", "typed"),
    [("", "len"), ("import numpy as np\n", "np"), ("", "X.sha"), ("", "1e"), ("", "# impo"), ("", "'impo")],
)
def test_it_is_silent(opens: Opens, code: str, typed: str) -> None:
    page = opens("/problems/k-means")
    write(page, code)
    page.keyboard.type(typed)
    page.keyboard.press("Control+Space")
    assert silent(page)


def test_within_a_word_nothing_is_doubled(opens: Opens) -> None:
    page = opens("/problems/k-means")
    write(page, "first_name = 1\ntotal = firt_name_count")
    page.keyboard.press("Home")
    for _ in "total = fir":
        page.keyboard.press("ArrowRight")
    page.keyboard.type("s")
    page.keyboard.press("Control+Space")
    assert silent(page)
    page.keyboard.press("Tab")
    expect(page.locator(".cm-line").last).to_contain_text("t_name_count")
    assert "first_namet" not in value(page)


def test_every_name_offered_is_there() -> None:
    listed = Path(__file__).parents[2] / "frontend" / "src" / "members.json"
    members = {module: names.split() for module, names in json.loads(listed.read_text()).items()}
    assert {"argmax", "linalg", "pi"} <= set(members["numpy"])
    for module, names in members.items():
        assert [name for name in names if not hasattr(import_module(module), name)] == []
