"""A trial of one's own shows what the model solution answers, and not how."""

from pathlib import Path

import pytest

from sharpen.domain.problem import Problem
from sharpen.judge import LocalJudge

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
    "__import__('sys').modules['solution'].__dict__",
    "import gc\n[f for f in gc.get_objects() if getattr(f, '__name__', '') == 'double' and f.__doc__][0].__doc__",
    "help(double)\ndouble([1])",
    "np.info(double)\ndouble([1])",
    "match double:\n    case object(__code__=code):\n        pass\ncode.co_consts",
    "np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 20,))",
]


@pytest.mark.parametrize("trial", CURIOUS)
def test_a_trial_does_not_read_the_model_solution(judge: LocalJudge, doubling: Problem, trial: str) -> None:
    result = judge.run(doubling, "def double(v):\n    return v\n", trial)
    assert "asarray" not in repr(result)
    assert "Return twice" not in repr(result)
    assert judge.picture(doubling, "def double(v):\n    return v\n", trial) == ""
