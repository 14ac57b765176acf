"""Problems as a learner reads of them, and the words of the domain as they are stored."""

import json
import sys
from pathlib import Path

import pytest

import sharpen.domain
from sharpen.domain.problem import Difficulty, Limits, Profile
from sharpen.domain.verdict import Kind, Verdict


@pytest.mark.parametrize(
    ("limits", "shown"),
    [
        (Limits(), "2 s CPU, 6 s wall, 512 MiB"),
        (Limits(cpu=0.5, wall=7.25, memory=64), "0.5 s CPU, 7.25 s wall, 64 MiB"),
    ],
)
def test_limits_are_shown_with_their_units(limits: Limits, shown: str) -> None:
    assert str(limits) == shown


def test_words_are_plain_text() -> None:
    assert [str(difficulty) for difficulty in Difficulty] == ["easy", "medium", "hard"]
    assert json.dumps([Verdict.WRONG_ANSWER, Kind.LOAD, Profile.NUMPY]) == '["wrong answer", "load", "numpy"]'


def test_the_domain_imports_the_standard_library_alone() -> None:
    allowed = sys.stdlib_module_names | {"sharpen"}
    for file in Path(sharpen.domain.__file__).parent.glob("*.py"):
        for line in file.read_text().splitlines():
            if line.startswith(("import ", "from ")):
                module = line.split()[1]
                assert module.partition(".")[0] in allowed, f"{file.name}: {line}"
                assert not module.startswith("sharpen") or module.startswith("sharpen.domain"), f"{file.name}: {line}"
