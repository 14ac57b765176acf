"""A design from a real notebook runs in its lab: gathered, followed, reported, and explained when it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from tests.api.notebook import Notebook

LABS = Path(__file__).parents[1] / "labs" / "content"
REFERENCE = (LABS / "cases" / "coins" / "reference.py").read_text()
WITH_HELPERS = """
PRIOR = 2
def smoothed(won, shown):
    return (won + PRIOR) / (shown + 2 * PRIOR)
""" + REFERENCE.replace(
    '(np.bincount(coin, log["won"][recent], minlength=10) + 2) / (shown + 4)',
    'smoothed(np.bincount(coin, log["won"][recent], minlength=10), shown)',
)


BROKEN = """
class Broken:
    def fit(self, log, day):
        return self

    def act(self, requests):
        return 1 / 0
"""


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("kernel")
        patch.setenv("SHARPEN_HOME", str(folder / "home"))
        patch.setenv("SHARPEN_CONTENT", str(LABS))
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        patch.setenv("JUPYTER_RUNTIME_DIR", str(folder / "runtime"))
        manager, client = start_new_kernel(cwd=str(folder))
        try:
            notebook = Notebook(client)
            notebook.all("from sharpen import lab")
            yield notebook
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def test_a_class_runs_with_all_that_it_uses_and_its_report_is_shown(kernel: Notebook) -> None:
    assert "smoothed(" in WITH_HELPERS.partition("class Design")[2]
    ran = kernel.all(WITH_HELPERS, "report = lab('coins', Design, predictions='score > 30\\np99 < 5 ms')\nreport")
    assert ran.error == ""
    assert ran.result.startswith("Bet on bent coins\nIn its month it goes ")
    assert "score > 30" in ran.result
    assert any("coins: month" in text for text in ran.shown), "its progress"
    assert ran.shown[-1] == ""
    assert kernel.run("30 < report.score < 100").result == "True"
    assert kernel.run("report._repr_html_().count('<details')").result == "6"
    again = kernel.run("lab('coins', Design).run.id == report.run.id")
    assert (again.result, again.error) == ("True", "")


def test_a_design_that_fails_is_one_sentence_with_its_line(kernel: Notebook) -> None:
    broken = (
        "class Broken:\n    def fit(self, log, day): return self\n    def act(self, requests):\n        return 1 / 0"
    )
    error = kernel.all(broken, "lab('coins', Broken)").error
    assert error.startswith("RunFailed: In offline, day 9")
    assert "ZeroDivisionError" in error
    assert "Your line: return 1 / 0" in error
    assert kernel.run("lab('coins', Design, 'luck > 3')").error.startswith("BadPrediction: “luck > 3”")
    assert kernel.run("lab('coinz', Design)").error.startswith(
        "NoSuchLab: There is no lab called 'coinz'. Did you mean"
    )
    assert kernel.run("lab(Design, 'coins')").error.startswith("CannotGather: The lab's name comes first")
