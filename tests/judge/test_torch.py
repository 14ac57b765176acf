"""Answers in PyTorch: tensors in, tensors out, and the same checks as for those in NumPy.

They need the extra `torch`; where `SHARPEN_TORCH` says "required", as in CI, its absence is a failure.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec

import pytest

from sharpen.content.library import Library
from sharpen.domain.problem import Problem, Profile, in_torch
from sharpen.domain.verdict import CheckResult, Verdict, first_failure, overall
from sharpen.judge import LocalJudge
from tests.sampling import of_today

HERE = find_spec("torch") is not None
if not HERE and os.environ.get("SHARPEN_TORCH") == "required":
    raise pytest.UsageError("the tests of PyTorch are required here, and it is not installed")
needs_torch = pytest.mark.skipif(not HERE, reason="PyTorch is not installed: pip install 'sharpen[torch]'")

LIBRARY = Library.open()
IN_BOTH = [problem for problem in LIBRARY.problems.values() if problem.torch]
"""Problems that may be answered in either."""


@pytest.fixture(scope="module")
def of_library() -> Iterator[LocalJudge]:
    judge = LocalJudge(LIBRARY.problems.folder)
    yield judge
    judge.close()


@pytest.fixture
def doubling(doubling: Problem) -> Problem:
    return replace(doubling, torch=True)


def judged(judge: LocalJudge, problem: Problem, source: str) -> list[CheckResult]:
    return list(judge.judge(problem, source))


def test_a_dozen_problems_leave_the_choice() -> None:
    assert len(IN_BOTH) >= 12
    for problem in IN_BOTH:
        starter = LIBRARY.problems.starter(problem.slug, torch=True)
        assert in_torch(starter)
        assert "import numpy" not in starter
        assert not in_torch(LIBRARY.problems.starter(problem.slug))
        for untouched in (starter, LIBRARY.problems.starter(problem.slug)):
            assert LIBRARY.problems.is_starter(problem.slug, untouched)
            assert not LIBRARY.problems.is_starter(problem.slug, f"{untouched}# typed\n")


@pytest.mark.parametrize(
    ("source", "profile"),
    [
        ("import torch\n", Profile.TORCH),
        ("import numpy as np\nfrom torch import nn\n", Profile.TORCH),
        ("import torch.nn.functional as F\n", Profile.TORCH),
        ("import numpy as np\n", Profile.NUMPY),
        ("import torchvision\n", Profile.NUMPY),
        ("# import torch\n", Profile.NUMPY),
    ],
)
def test_what_an_answer_imports_decides(doubling: Problem, source: str, profile: Profile) -> None:
    assert doubling.profile_of(source) is profile
    assert replace(doubling, torch=False).profile_of(source) is Profile.NUMPY


@needs_torch
@pytest.mark.parametrize("problem", of_today(IN_BOTH, 6), ids=lambda problem: problem.slug)
def test_the_model_answer_in_torch_is_accepted(of_library: LocalJudge, problem: Problem) -> None:
    results = judged(of_library, problem, LIBRARY.problems.solution(problem.slug, torch=True))
    assert overall(results) is Verdict.ACCEPTED, first_failure(results)


@needs_torch
@pytest.mark.parametrize(
    "body",
    [
        "return 2 * values",
        "return (2 * values).numpy()",
        "return (2 * values).tolist()",
        "x = values.double().requires_grad_(values.is_floating_point())\n    return 2 * x",
        "x = values.double().clone().requires_grad_()\n    return torch.autograd.grad((x * x).sum(), x)[0]",
    ],
)
def test_it_is_given_tensors_and_may_return_them(judge: LocalJudge, doubling: Problem, body: str) -> None:
    asks = "assert isinstance(values, torch.Tensor) and values.dtype in (torch.float64, torch.int64), values"
    source = f"import torch\n\ndef double(values):\n    {asks}\n    {body}\n"
    results = judged(judge, doubling, source)
    assert overall(results) is Verdict.ACCEPTED, first_failure(results)


@needs_torch
@pytest.mark.parametrize(
    ("body", "check"),
    [
        ("return 2 * values.float() * (1 + 1e-6)", "Random values"),
        ("return values.mul_(2)", "The input stays as it is"),
        ("return values", "The example"),
    ],
)
def test_a_wrong_one_is_refused(judge: LocalJudge, doubling: Problem, body: str, check: str) -> None:
    results = judged(judge, doubling, f"import torch\n\ndef double(values):\n    {body}\n")
    assert overall(results) is Verdict.WRONG_ANSWER
    assert any(result.name == check and result.verdict.wrong for result in results)


@needs_torch
def test_an_optimizer_can_be_used(judge: LocalJudge, doubling: Problem) -> None:
    source = """import torch

def double(values):
    found = torch.zeros(len(values), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([found], lr=0.5)
    for _ in range(3):
        optimizer.zero_grad()
        ((found - 2 * values) ** 2).sum().backward()
        optimizer.step()
    return found
"""
    results = judged(judge, doubling, source)
    assert overall(results) is Verdict.ACCEPTED, first_failure(results)


@needs_torch
def test_a_trial_is_given_tensors_too(judge: LocalJudge, doubling: Problem) -> None:
    source = "import torch\n\ndef double(values):\n    return 2 * values.sum(dim=0)\n"
    result = judge.run(doubling, source, "double([[1, 2], [3, 4]])")
    assert "8" in result.got
    assert "12" in result.got


@pytest.mark.skipif(HERE, reason="PyTorch is installed")
def test_without_torch_it_is_said_what_to_install(judge: LocalJudge, doubling: Problem) -> None:
    (result,) = judged(judge, doubling, "import torch\n")
    assert result.verdict is Verdict.JUDGE_ERROR
    assert "pip install 'sharpen[torch]'" in result.why
