"""Proof that code which returns nothing, or nothing but something empty, passes no check."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sharpen.authoring.finding import Finding
from sharpen.authoring.message_proof import prove_messages
from sharpen.content.library import Library
from sharpen.domain.problem import Problem
from sharpen.domain.verdict import CheckResult, Kind

if TYPE_CHECKING:
    from sharpen.judge import Judge

NOTHING = {
    "None": "Let each check have a case whose right answer is not None.",
    "[]": "A property that an empty answer has is no check of its own: say what must be there, too.",
}
"""Answers that no check may be content with, and what to do about one that is."""
COMPARED = (Kind.EXAMPLE, Kind.ORACLE, Kind.STABILITY)
"""Where an answer is expected, an empty one may be right."""


def prove_nothing_passes(
    library: Library, judge: "Judge", folder: Path, problem: Problem, report: Callable[[str], None]
) -> Iterator[Finding]:
    """The checks that pass for each kind of nothing, and what the others say of it. Raises JudgeBroken."""
    for answer, do in NOTHING.items():
        report(f"judging code that returns {answer}")
        source = returning(library.problems.starter(problem.slug), answer)
        results = list(judge.judge(problem, source))
        yield from prove_messages(folder / "checks.py", 0, f"code that returns {answer}", results)
        passed = [result.name for result in results if result.passed and _counts(result, answer)]
        if passed:
            yield Finding(folder / "checks.py", 0, f"Returning {answer} passes: {'; '.join(passed)}.", do)


def _counts(result: CheckResult, answer: str) -> bool:
    return answer == "None" or result.kind not in COMPARED


def returning(starter: str, answer: str) -> str:
    """The starter with every function returning the same, a constructor nothing."""
    tree = ast.parse(starter)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            value = "None" if node.name == "__init__" else answer
            node.body = [ast.Return(ast.parse(value, mode="eval").body)]
    return ast.unparse(ast.fix_missing_locations(tree))
