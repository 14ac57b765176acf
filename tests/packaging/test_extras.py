"""What is optional is declared, is pinned, and is there when the tests run."""

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
IN_CI = {"torch"}
"""Extras that are too large for everybody who develops: CI installs them, and their tests are skipped without them."""


def test_extras_are_among_what_development_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned = {line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines()}
    for name, wanted in project["project"]["optional-dependencies"].items():
        for requirement in wanted:
            package = re.match(r"[\w-]+", requirement)
            assert package
            assert package[0] in pinned
            if name in IN_CI:
                assert re.search(rf"pip install .*\b{package[0]}\n", (ROOT / ".ci/run").read_text())
            else:
                assert requirement in project["dependency-groups"]["dev"], f"the tests run without the extra {name}"
                assert find_spec(package[0].replace("-", "_")), "run make setup"


def test_an_extra_is_loaded_only_when_asked_for() -> None:
    texts = [path.read_text() for path in (ROOT / "src").rglob("*.py")]
    assert not [text for text in texts if re.search(r"^(?:import|from) fsrs_rs_python", text, re.M)]
