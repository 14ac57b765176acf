"""A model solution answers the same whatever form the same numbers are given in."""

from pathlib import Path

import pytest

from sharpen.authoring.form_proof import FORMS, prove_forms
from sharpen.judge.prepared import Prepared

CHECKS = """
import numpy as np
from sharpen import checks

CHECKS = [
    checks.oracle("Squares", "f", lambda rng, size: (rng.normal(size=(size, 2)), np.arange(size)), [2, 5]),
]
"""
CONVERTS = "import numpy as np\n\ndef f(X, y):\n    X = np.asarray(X, float)\n    return (X**2).sum(), len(y)\n"
WRAPS = "import numpy as np\n\ndef f(X, y):\n    X = np.asarray(X)\n    return (X**2).sum(), len(y)\n"
IN_PLACE = "import numpy as np\n\ndef f(X, y):\n    X = np.array(X)\n    X /= 3\n    return X, len(y)\n"
NO_LISTS = "def f(X, y):\n    return X.astype(float) ** 2, len(y)\n"


def faults(folder: Path, solution: str) -> list[str]:
    (folder / "checks.py").write_text(CHECKS)
    (folder / "solution.py").write_text(solution)
    return [finding.what for finding in prove_forms(Prepared(folder, "one", None))]


def named(found: list[str]) -> set[str]:
    return {name for name in FORMS if any(f" ({name}): " in what for what in found)}


@pytest.mark.parametrize(
    ("solution", "forms"),
    [
        (CONVERTS, set()),
        (WRAPS, {"uint8"}),
        (IN_PLACE, {"int64", "uint8", "a list of int"}),
        (NO_LISTS, {"a list", "a list of int"}),
    ],
)
def test_a_form_that_is_answered_otherwise_is_found(tmp_path: Path, solution: str, forms: set[str]) -> None:
    assert named(faults(tmp_path, solution)) == forms
