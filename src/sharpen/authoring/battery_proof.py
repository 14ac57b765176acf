"""The proof by battery: every mistake in it is noticed by the problem's checks, and every other right way accepted."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sharpen.authoring.battery import Adversary, adversaries, allies
from sharpen.authoring.finding import Finding
from sharpen.authoring.judgements import judgements
from sharpen.authoring.mistake import Scope
from sharpen.authoring.strength import hurried
from sharpen.domain.problem import Problem
from sharpen.domain.verdict import Verdict, first_failure

if TYPE_CHECKING:
    from sharpen.judge import Judge


@dataclass(frozen=True)
class Battery:
    """The outcome: how many mistakes were tried, which of them passed, and what else is to be put right."""

    tried: int
    passed: tuple[Adversary, ...]
    findings: tuple[Finding, ...]


def prove_battery(
    judge: "Judge",
    folder: Path,
    problem: Problem,
    scope: Scope,
    right: Mapping[str, str],
    *,
    cpu: float,
    sample: int | None = None,
    seed: int = 0,
    workers: int = 1,
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Battery:
    """Judge the mistakes that can be made in the model solution; all, or a sample.

    `right` gives by key the mistakes that are none in this problem. A mistake gets as long as a mutant, given that the
    solution takes `cpu` seconds; what is right gets all the time of the problem. Raises JudgeBroken.
    """
    source = (folder / "solution.py").read_text(encoding="utf-8")
    every = list(adversaries(source, problem, scope))
    chosen = [one for one in every if one.key not in right]
    if sample is not None and sample < len(chosen):
        chosen = random.Random(f"{seed} {problem.slug} battery").sample(chosen, sample)
    in_hurry = replace(problem, limits=hurried(problem.limits, cpu))
    judged = judgements(judge, in_hurry, [one.source for one in chosen], workers, report)
    failures = list(map(first_failure, judged))
    passed = tuple(one for one, failure in zip(chosen, failures, strict=True) if failure is None)
    findings = list(_stale(folder, every, right))
    findings += [_unnoticed(folder, one) for one in passed]
    findings += [
        Finding(folder / "checks.py", 0, f"A check broke on `{one.key}`. {failure.name}: {failure.why}", "Mend it.")
        for one, failure in zip(chosen, failures, strict=True)
        if failure and failure.verdict is Verdict.JUDGE_ERROR
    ]
    for ally in allies(source, problem, scope):
        failure = first_failure(list(judge.judge(problem, ally.source, seed=seed)))
        if failure:
            what = f"{ally.description} That is right, and refused. {failure.name}: {failure.why}"
            findings.append(Finding(folder / "checks.py", 0, what, "Make the check accept it."))
    return Battery(len(chosen), passed, tuple(findings))


def _unnoticed(folder: Path, one: Adversary) -> Finding:
    what = f"A mistake passes, `{one.key}`: {one.description}"
    do = f"Add a check that fails for it, or list it in mutants.toml as [[right]], with the reason: key = '{one.key}'."
    return Finding(folder / "checks.py", 0, what, do)


def _stale(folder: Path, every: Iterable[Adversary], right: Mapping[str, str]) -> Iterator[Finding]:
    known = {one.key for one in every}
    for key in right:
        if key not in known:
            yield Finding(
                folder / "mutants.toml", 0, f"No mistake of the battery has the key {key!r}.", "Remove the entry."
            )
