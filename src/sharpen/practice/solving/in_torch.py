"""Answers in PyTorch, where a problem leaves the choice."""

from sharpen.domain.problem import Problem
from sharpen.practice.errors import NotInTorch


def check(problem: Problem, torch: bool) -> None:
    """Raise NotInTorch where PyTorch is asked for and the problem may not be answered so."""
    if torch and not problem.torch:
        raise NotInTorch(problem.title)
