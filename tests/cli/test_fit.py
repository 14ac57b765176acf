"""`sharpen fit` as it is typed: fitted and kept, not kept, reset, too few reviews, and without the optimizer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sharpen.practice import Settings, open_workspace
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.memory.learner import FORGETS_FASTER, reviewed
from tests.practice.fitting import keep


@pytest.fixture
def forgetful(environment: dict[str, str]) -> None:
    """The reviews of somebody who forgets faster than most."""
    prepare(environment, 3000, FORGETS_FASTER)


def prepare(environment: dict[str, str], count: int, truth: tuple[float, ...] = (), seed: int = 0) -> None:
    ws = open_workspace(Settings(home=Path(environment["SHARPEN_HOME"])))
    keep(ws, reviewed(count, truth, seed))
    ws.close()


@pytest.mark.usefixtures("forgetful")
def test_a_fit_is_shown_kept_and_taken_back(sharpen: Run) -> None:
    done = sharpen("fit")
    assert done.returncode == 0, done.stderr
    table = [line.split() for line in done.stdout.splitlines() if line.startswith("parameters")]
    before, after = (float(row[-3]) for row in table)
    assert after < before - 0.02
    assert "are kept" in done.stdout
    found = json.loads(sharpen("fit", "--json").stdout)
    assert found["fitted"]
    assert found["fit"]["before"] == pytest.approx(after, abs=1e-4), "measured against what is in use by now"
    assert not found["fit"]["kept"]
    again = sharpen("fit").stdout
    assert "your earlier ones stay and nothing was changed" in again
    assert "The usual parameters are in use again" in sharpen("fit", "--reset").stdout
    assert sharpen("fit", "--reset").returncode == 2


@pytest.mark.usefixtures("forgetful")
def test_it_fits_a_terminal(environment: dict[str, str], work: Path) -> None:
    fitting = Terminal([*COMMAND, "fit"], work, environment)
    assert fitting.end() == 0
    assert "%" in fitting.raw
    assert "are kept" in fitting.screen
    shown = fitting.screen[fitting.screen.index("on ") :]
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_one_that_is_not_better_is_shown_and_not_kept(environment: dict[str, str], sharpen: Run) -> None:
    prepare(environment, 1000, seed=3)
    due = sharpen("stats", "--json").stdout
    done = sharpen("fit")
    assert done.returncode == 0
    assert "do not predict you better, so the usual ones stay and nothing was changed" in done.stdout
    assert json.loads(sharpen("stats", "--json").stdout)["maturity"] == json.loads(due)["maturity"]


def test_too_few_reviews(sharpen: Run) -> None:
    done = sharpen("fit")
    assert done.returncode == 2
    assert done.stderr.startswith("Fitting needs 1,000 reviews of yours, and there are 0: 1,000 are missing.")
    assert not done.stdout


@pytest.mark.usefixtures("forgetful")
def test_without_the_optimizer_it_says_how_to_get_it(environment: dict[str, str], work: Path) -> None:
    blocked = "import sys; sys.modules['fsrs_rs_python'] = None; from sharpen.cli.main import run; sys.exit(run())"
    command = [sys.executable, "-c", blocked]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *arguments], cwd=work, env=environment, capture_output=True, text=True, timeout=600, check=False
        )

    done = run("fit")
    assert done.returncode == 2
    assert f"{sys.executable} -m pip install 'sharpen[fit]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert run("stats").returncode == run("plan").returncode == 0, "all else works without it"
