"""A trial of one's own: its lines run beside the model solution's calls, which are all that reaches it."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sharpen.domain.problem import Problem
from sharpen.domain.verdict import Verdict
from sharpen.judge import LocalJudge

MODEL = """
import numpy as np

def first(values):
    return next(iter(values))

def rolled(die):
    return [die() for _ in range(5)]

def drawn(rng):
    return [float(rng.random()) for _ in range(3)]

def pair(values):
    return min(values), max(values)

class ListNode:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

def pushed(head, value):
    return ListNode(value, head)

class Counter:
    def __init__(self, start):
        if start < 0:
            raise ValueError("below zero")
        self.value = start

    def add(self, more=1):
        self.value += more
        return self.value
"""
CHECKS = "from sharpen import checks\nCHECKS = [checks.example('One', checks.call('first', [1]), 1)]\n"
ENTRY = ("first", "rolled", "drawn", "pair", "pushed", "Counter")


@pytest.fixture
def tried(judge: LocalJudge, doubling: Problem, tmp_path: Path) -> Any:
    (tmp_path / "solution.py").write_text(MODEL)
    (tmp_path / "checks.py").write_text(CHECKS)
    problem = replace(doubling, entry=ENTRY)
    return lambda trial: judge.at(lambda _slug: tmp_path).run(problem, MODEL, trial)


@pytest.mark.parametrize(
    "trial",
    [
        "first([7, 8])",
        "first(iter([7, 8]))",
        "it = iter(range(10**12))\nnext(it)\nfirst(it)",
        "first(values=(7, 8))",
        "rolled(die(6))",
        "pushed(linked_list([1, 2]), 0)",
        "pushed(pushed(linked_list([]), 0), 1)",
        "rolled(die(6, seed=3))",
        "drawn(random.Random(5))",
        "rng = random.Random(5)\nrng.random()\ndrawn(rng)",
        "drawn(np.random.default_rng(5))",
        "rng = np.random.default_rng(5)\nrng.normal()\ndrawn(rng)",
        "low, high = pair([3, 1, 2])\nhigh - low",
        "first(pair([3, 1, 2]))",
        "[first([i]) + 1 for i in range(3)]",
        "Counter(3).add()",
        "it = Counter(3)\nit.add(2)\nit.add(4)",
        "a, b = Counter(1), Counter(2)\na.add()\nb.add()\n[a.add(), b.add()]",
        "def twice(v):\n    return 2 * first(v)\ntwice([4])",
    ],
)
def test_the_model_solution_answers_what_its_own_text_answers(tried: Any, trial: str) -> None:
    result = tried(trial)
    assert (result.agrees, result.why) == (True, "")
    assert result.got == result.expected


def test_where_the_model_solution_raises_its_words_are_shown(tried: Any) -> None:
    assert "below zero" in tried("Counter(-1).add()").expected


def test_a_trial_that_calls_without_end_is_given_up(tried: Any) -> None:
    assert "more than 1,000 times" in tried("[first([i]) for i in range(1001)][-1]").expected


def test_what_cannot_cross_to_the_model_solution_is_said(tried: Any) -> None:
    result = tried("first([lambda: 0])")
    assert result.agrees is None
    assert "fails on this trial" in result.expected


SAID = ["'ends'", "['ends']", "['calls', 1]", "['calls', ['os', [], {}, []]]", "5", "[['calls'], 1]"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the line has another number")
@pytest.mark.parametrize("said", SAID)
def test_a_trial_that_forges_what_its_lines_say_is_tampering(tried: Any, said: str) -> None:
    """The lines run without the code, but in a process of the learner's all the same."""
    packed = f"import msgpack, os, struct\nh = msgpack.packb(['ok', {said}, '', 0.5])"
    result = tried(f"{packed}\nos.write(3, struct.pack('<II', len(h), 0) + h)\nfirst([1])")
    assert result.verdict is not Verdict.JUDGE_ERROR
    assert "tampered" in result.expected
