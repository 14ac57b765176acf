"""What a learner sees in a real notebook."""

from pathlib import Path

import pytest

from tests.api.notebook import Notebook

RIGHT = """def clipped_mean(values, low, high):
    if not values:
        raise ValueError("no values")
    return sum(min(max(value, low), high) for value in values) / len(values)
"""
CHECK = "check('clipped-mean', clipped_mean)"


@pytest.mark.parametrize("magic", ["", "%%time\n", "%%prun -q\n", "%%capture\n", "%matplotlib inline\n", "!true\n"])
def test_a_cell_with_a_magic_is_a_cell(notebook: Notebook, magic: str) -> None:
    assert notebook.all(magic + RIGHT, CHECK).result.startswith("clipped-mean: accepted")


def test_a_line_with_a_magic_too(notebook: Notebook) -> None:
    line = "%time mine = lambda values, low, high: sum(min(max(v, low), high) for v in values) / len(values)"
    assert "No values: expected ValueError" in notebook.all(line, "check('clipped-mean', mine)").result


def test_without_an_answer_it_takes_what_has_the_name(notebook: Notebook) -> None:
    assert notebook.all(RIGHT, "check('clipped-mean')").result.startswith("clipped-mean: accepted")
    error = notebook.all("del clipped_mean", "check('clipped-mean')").error
    assert error.startswith("CannotGather: This problem needs `clipped_mean`, and nothing given is called so.")


def test_it_says_that_it_is_judging_and_takes_that_back(notebook: Notebook) -> None:
    shown = notebook.all(RIGHT, CHECK).shown
    assert "clipped-mean: judging …" in shown
    assert "clipped-mean: judging … 4 of 4 checks done" in shown
    assert shown[-1] == ""


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("check('clipped-meen', 5)", "NoSuchProblem: There is no problem called 'clipped-meen'. Did you mean"),
        ("check('clipped-mean', 5)", "CannotGather: The answer `clipped_mean` is an int, not a function or a class."),
        ("check('clipped-mean', None or [])", "CannotGather: This problem needs `clipped_mean`"),
        (
            "check(max, 'clipped-mean')",
            "CannotGather: The problem's name comes first, as text, and then the answer: `check('clipped-mean', max)`.",
        ),
        (
            "check(max)",
            "CannotGather: The problem's name comes first, as text, and then the answer: `check('k-means', max)`.",
        ),
    ],
)
def test_the_learners_own_fault_comes_as_one_sentence(notebook: Notebook, call: str, says: str) -> None:
    error = notebook.run(call).error
    assert error.startswith(says)
    assert "\n" not in error


def test_what_only_a_notebook_has_is_named(notebook: Notebook) -> None:
    error = notebook.all("def clipped_mean(values, low, high):\n    display(values)\n    return 0", CHECK).error
    assert (
        error == "CannotGather: `clipped_mean` uses `display`, which only a notebook has. Leave it out, or use `print`."
    )


@pytest.mark.parametrize(
    "cell",
    [
        "from sklearn.cluster import KMeans as used",
        "from sklearn.utils.extmath import row_norms as used",
        "import sklearn as used",
        "from sklearn.cluster import KMeans\nused = KMeans()",
    ],
)
def test_a_library_that_the_judge_lacks_is_named_as_one_knows_it(notebook: Notebook, cell: str) -> None:
    error = notebook.all(cell, "def clipped_mean(values, low, high):\n    return used, 0", CHECK).error
    assert error.startswith(
        "CannotGather: `clipped_mean` uses `used`, which is from scikit-learn, and this problem is "
    )
    assert error.endswith("judged without scikit-learn: with the standard library alone. Write that part yourself.")


def test_of_two_classes_the_one_in_hand_is_sent(notebook: Notebook) -> None:
    answer = "def clipped_mean(values, low, high):\n    return Half.of"
    notebook.all("class Half:\n    of = 2", answer)
    assert notebook.run("raise SystemError('no')\nclass Half:\n    of = 3").error
    assert "of = 2" in notebook.run(f"print({CHECK}.source)").printed
    branches = "if {}:\n    class Half:\n        of = 4\nelse:\n    class Half:\n        of = 5"
    assert "of = 4" in notebook.all(branches.format(True), f"print({CHECK}.source)").printed
    assert "of = 5" in notebook.all(branches.format(False), f"print({CHECK}.source)").printed
    assert "of = 5" in notebook.all('"""\nclass Half:\n    of = 6\n"""', f"print({CHECK}.source)").printed


def test_a_module_that_was_mended_but_not_imported_again_is_refused(notebook: Notebook, tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text(RIGHT.replace("max(", "min("))
    notebook.all(f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.dont_write_bytecode = True")
    notebook.all("from mine import clipped_mean")
    file.write_text("# mended\n" + RIGHT)
    error = notebook.run(CHECK).error
    assert f"{file} has changed since `clipped_mean` was loaded from it. Import it anew" in error
    notebook.all("import importlib, mine; importlib.reload(mine); from mine import clipped_mean")
    assert notebook.run(CHECK).result.startswith("clipped-mean: accepted")
    file.write_text("import this_is_new\n\n\n" + RIGHT)
    assert notebook.run(CHECK).result.startswith("clipped-mean: accepted"), "the function itself is the same"


def test_a_better_version_may_call_the_old_one(notebook: Notebook) -> None:
    better = "def better(values, low, high):\n    return clipped_mean(values, low, high)"
    notebook.all(RIGHT, better)
    assert notebook.run("check('clipped-mean', better)").result.startswith("clipped-mean: accepted")


def test_awaiting_and_async_helpers(notebook: Notebook) -> None:
    helper = (
        "import asyncio\nasync def total(values):\n    await asyncio.sleep(0)\n    return sum(values)\nawait total([1])"
    )
    answer = "async def clipped_mean(values, low, high):\n    return await total(values)"
    error = notebook.all(helper, answer, CHECK).error
    assert error.startswith("CannotGather: `clipped_mean` is an `async def`: calling it gives no answer")
    answer = "def clipped_mean(values, low, high):\n    return asyncio.run(total(values)) / len(values)"
    assert notebook.all(answer, CHECK).result.startswith("clipped-mean: ")
