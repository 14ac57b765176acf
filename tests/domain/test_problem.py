"""Problems as a learner reads of them, and the words of the domain as they are stored."""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import sharpen.domain
from sharpen.domain.problem import Difficulty, Limits, Problem, Profile
from sharpen.domain.verdict import Kind, Verdict


@pytest.mark.parametrize(
    ("profile", "limits", "terms"),
    [
        (Profile.STDLIB, Limits(), "with the standard library; other .* 2 s of CPU time, and 512 MiB of memory."),
        (Profile.NUMPY, Limits(cpu=0.5, memory=64), "with NumPy and the standard .* 0.5 s of CPU time, and 64 MiB "),
        (Profile.TORCH, Limits(), "with NumPy, PyTorch and the standard library; other packages are not there."),
    ],
)
def test_what_an_answer_may_use_is_said_in_words(profile: Profile, limits: Limits, terms: str) -> None:
    problem = Problem("a", "A", "t", Difficulty.EASY, 10, ("f",), "1", profile=profile, limits=limits)
    assert re.match(f"Judged {terms}", problem.terms)


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


def test_problems_elsewhere_that_train_the_same_are_said_in_words() -> None:
    kin = ("leetcode:76 Minimum Window Substring", "kattis:12 Sliding")
    problem = Problem("a", "A", "t", Difficulty.EASY, 10, ("f",), "1", kin=kin)
    assert problem.relatives == (
        "Elsewhere this is trained by LeetCode 76, Minimum Window Substring; kattis 12, Sliding."
    )
    assert replace(problem, kin=()).relatives == ""
