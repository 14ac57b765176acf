import linecache
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import sharpen
from sharpen import check
from sharpen.api import workspace
from sharpen.authoring.message_proof import faults
from sharpen.domain.attempt import Origin
from sharpen.practice.errors import NoSuchProblem
from tests.looking import look

EXTRA = Path(__file__).parents[1] / "practice" / "content"
SOLUTION = EXTRA / "topics/ml-coding/uniform-sampling/clipped-mean/solution.py"


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data folder, and so one judge, for all of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("home")
        patch.setenv("SHARPEN_HOME", str(folder))
        patch.setenv("SHARPEN_CONTENT", str(EXTRA))
        yield folder
        workspace._opened(folder).close()
        workspace._opened.cache_clear()


def clip(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def clipped_mean(values: list[float], low: float, high: float) -> float:
    if not values:
        raise ValueError("no values")
    return sum(clip(value, low, high) for value in values) / len(values)


def plain_mean(values: list[float], low: float, high: float) -> float:
    print("<b>low</b>", low, high)
    return sum(values) / len(values)


def test_a_right_function_is_accepted_and_kept(home: Path) -> None:
    judged = check("clipped-mean", clipped_mean)
    assert judged
    assert judged.verdict == "accepted"
    assert judged.failure is None
    assert [result.passed for result in judged.checks] == [True] * 4
    assert repr(judged).startswith("clipped-mean: accepted (4 of 4 checks passed")
    newest = look(workspace._opened(home), lambda work: work.attempts.of_problem("clipped-mean", 1))[0]
    assert (newest.id, newest.origin) == (judged.attempt, Origin.NOTEBOOK)


def test_a_wrong_function_is_explained() -> None:
    judged = check("clipped-mean", plain_mean)
    assert not judged
    assert judged.verdict == "wrong answer"
    assert judged.failure is judged.checks[0]
    shown = repr(judged)
    assert "  The example in the statement: " in shown
    assert "  input: clipped_mean([1, 5, 12], 2, 9)" in shown
    assert "  got: 6" in shown


def test_the_line_that_raised_is_shown() -> None:
    def broken(values: list[float], low: float, high: float) -> float:
        return values.undefined + low + high  # type: ignore[attr-defined,no-any-return]

    assert "  your line: return values.undefined + low + high" in repr(check("clipped-mean", broken))


def test_a_notebook_shows_a_page_in_which_nothing_printed_can_act() -> None:
    bundle = check("clipped-mean", plain_mean)._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert "&lt;b&gt;low&lt;/b&gt;" in bundle["text/html"]
    assert "<b>low" not in bundle["text/html"]
    assert "The mean lies between the bounds" in bundle["text/html"]
    assert "<script" not in bundle["text/html"]


def test_arrays_stand_in_columns_where_a_page_has_a_font_of_its_own() -> None:
    """As in what nbconvert writes, whose style gives `pre` the font of the text around it."""
    shown = check("clipped-mean", plain_mean)._repr_html_()
    assert shown.count("<pre") == shown.count("font-family:monospace") > 0


def test_a_time_limit_does_not_say_that_no_time_was_used() -> None:
    def endless(values: list[float], low: float, high: float) -> float:
        while low < high:
            pass
        return values[0]

    judged = check("clipped-mean", endless)
    assert judged.verdict == "time limit"
    assert " 0 ms" not in repr(judged)
    assert judged.failure is not None
    assert judged.failure.why == f"it took more than 2 s of CPU time and was stopped in line {judged.failure.line}"
    assert judged.source.splitlines()[judged.failure.line - 1].strip() in ("while low < high:", "pass")
    for shown in (repr(judged), judged._repr_html_()):
        assert "While checking: The example in the statement" in shown
        assert "of CPU time" in shown


@pytest.mark.parametrize(
    "body",
    [
        "return None",
        "return []",
        "return sorted(values)[len(values) // 2]",
        "values.sort()\n    return sum(values)",
        "return next(iter([]))",
        "raise KeyError(low)",
        "return [0] * 10 ** 12",
    ],
)
def test_what_is_shown_of_a_failure_says_what_is_wrong(body: str) -> None:
    judged = check("clipped-mean", f"def clipped_mean(values, low, high):\n    {body}\n")
    assert judged.failure is not None
    assert [fault for result in judged.checks for fault in faults(result)] == []
    for shown in (repr(judged), unescape(judged._repr_html_())):
        assert judged.failure.heading in shown
        assert judged.failure.why in shown


def test_text_and_files_are_judged_too() -> None:
    assert check("clipped-mean", SOLUTION)
    assert check("clipped-mean", str(SOLUTION))
    assert check("clipped-mean", SOLUTION.read_text())
    assert check("clipped-mean", {"clipped_mean": clipped_mean})
    assert check("clipped-mean", [clipped_mean])


def test_an_unknown_problem_is_reported() -> None:
    with pytest.raises(NoSuchProblem, match="Did you mean clipped-mean"):
        check("clipped-meen", clipped_mean)


def test_a_function_spread_over_notebook_cells() -> None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    cells = [
        "import math\nLOW = 0\n",
        "class Total:\n    amount = 0.0\n",
        "def clip(v, low, high):\n    return math.fsum([min(max(v, low), high)])\n",
        "def clipped_mean(values, low, high):\n    total = Total()\n    for v in values:\n"
        "        total.amount += clip(v, low, high)\n    if not values:\n        raise ValueError\n"
        "    return total.amount / len(values)\n",
    ]
    for number, cell in enumerate(cells):
        name = f"/tmp/ipykernel_1/{number}.py"
        linecache.cache[name] = (len(cell), None, cell.splitlines(keepends=True), name)
        exec(compile(cell, name, "exec"), namespace)
    assert check("clipped-mean", namespace["clipped_mean"])


def test_a_script_can_check(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        SOLUTION.read_text()
        + "\nfrom sharpen import check\n\nif __name__ == '__main__':\n    print(check('clipped-mean', clipped_mean))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.startswith("clipped-mean: accepted"), done.stderr


def test_importing_sharpen_loads_nothing_else() -> None:
    code = "import sys; import sharpen; print('sharpen.api' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
    assert sharpen.check is check
