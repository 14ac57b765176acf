"""A trial of one's own shows what the model solution answers, and not how."""

from pathlib import Path

import pytest

from sharpen.domain.problem import Problem
from sharpen.judge import LocalJudge
from sharpen.judge.trial_spoilers import plain

DOUBLING = Path(__file__).parent / "doubling"
CURIOUS = [
    "import inspect\ninspect.getsource(double)",
    "import linecache\nlinecache.cache['solution.py'][2]",
    "double.__code__.co_consts",
    "'{0.__code__.co_names}'.format(double)",
    "getattr(double, '__co' + 'de__').co_names",
    "vars()['double']",
    "(x for x in [1]).gi_frame.f_back",
    "np.testing.sys.modules['inspect'].getsource(double)",
    "from numpy.testing import sys\nsys.modules['inspect'].getsource(double)",
    "from numpy import testing as t\nt.sys.modules['inspect'].getsource(double)",
    "__import__('inspect').getsource(double)",
    "match double:\n    case object(__code__=code):\n        pass\ncode.co_consts",
    "np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 20,))",
]
HONEST = [
    "double([1, 2])",
    "import math\nimport numpy as np\nx = np.array([math.pi])\ndouble(x)",
    "rng = np.random.default_rng(0)\ndouble(rng.normal(size=(3,)).copy())",
    "from collections import Counter\nsorted(Counter('abca').items())",
    "def f(x):\n    return x + 1\n[f(i) for i, _ in enumerate(double([1]))]",
    "f_score = co_occurs = 2\ndouble([f_score])",
    "double([1, 2",
]


@pytest.mark.parametrize("trial", CURIOUS)
def test_a_trial_does_not_read_the_model_solution(judge: LocalJudge, doubling: Problem, trial: str) -> None:
    result = judge.run(doubling, "def double(v):\n    return v\n", trial)
    assert "was not asked" in result.expected
    assert result.agrees is None
    assert "asarray" not in repr(result)
    assert judge.picture(doubling, "def double(v):\n    return v\n", trial) == ""


@pytest.mark.parametrize("trial", ["-" * 100_000 + "1", "a" + "[0]" * 60_000, "[" * 190 + "]" * 190, "\0"])
def test_a_trial_that_is_hard_to_parse_does_no_harm(trial: str) -> None:
    assert plain(trial) in (True, False)


@pytest.mark.parametrize("trial", HONEST)
def test_an_honest_trial_is_plain(trial: str) -> None:
    assert plain(trial)
