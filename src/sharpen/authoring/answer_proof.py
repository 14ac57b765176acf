"""The answers kept with a problem: its traps are refused for the reason they name, its other right answers accepted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from sharpen.authoring import paperwork
from sharpen.authoring.finding import Finding
from sharpen.authoring.judgements import judgements
from sharpen.authoring.message_proof import prove_messages
from sharpen.content.problems import IN_TORCH
from sharpen.domain.extras import how_to_install
from sharpen.domain.problem import Problem
from sharpen.domain.verdict import CheckResult, Kind, Verdict, first_failure

if TYPE_CHECKING:
    from sharpen.judge import Judge

MISTYPED = ("NameError: ", "ImportError: ", "ModuleNotFoundError: ")
"""What a trap raises when its author made a mistake, and not the one that it shows."""

SHORT = 0.4
"""CPU seconds that a trap gets at least."""

Report = Callable[[str], None]
"""Called with what is being looked at, as it begins."""


def prove_answers(
    judge: "Judge",
    folder: Path,
    problem: Problem,
    checks: Mapping[str, Kind],
    report: Report,
    *,
    workers: int,
    cpu: float | None = None,
    sample: int | None = None,
    seed: int | str = 0,
) -> Iterator[Finding]:
    """What the checks have to learn from the problem's traps, all or a sample, and from its right answers.

    `checks` says the kind of each by name. Given the CPU seconds that the solution takes, a trap is first judged in a
    hurry, and with all the time of the problem only where that found something. Raises JudgeBroken.
    """
    names = list(checks)
    traps = sorted(folder.glob("traps/*.py"))
    yield from _misnamed(traps, names)
    if sample is not None and sample < len(traps):
        traps = Random(f"{seed} {problem.slug} traps").sample(traps, sample)
    kept = {path: path.read_text(encoding="utf-8") for path in traps}
    sources = dict(sorted(kept.items(), key=lambda one: -_place(one[1], names)))
    shown = _shown(report, "traps")
    judged = judgements(judge, _in_a_hurry(problem, cpu), list(sources.values()), workers, shown)
    for (path, source), results in zip(sources.items(), judged, strict=True):
        findings = list(_of_trap(path, source, checks, results))
        if findings and cpu is not None:
            findings = list(_of_trap(path, source, checks, list(judge.judge(problem, source))))
        yield from findings
    paths = sorted(folder.glob("right/*.py"))
    if problem.torch and not how_to_install("torch"):
        paths.append(folder / IN_TORCH)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    judged = judgements(judge, problem, texts, workers, _shown(report, "right answers"))
    for path, results in zip(paths, judged, strict=True):
        yield from _of_right_answer(path, results)


def _in_a_hurry(problem: Problem, cpu: float | None) -> Problem:
    """The problem with the time that a trap gets at first, if its solution takes `cpu` seconds: most slow ones need
    all the time there is, once for each lane."""
    if cpu is None:
        return problem
    return replace(problem, limits=replace(problem.limits, cpu=min(problem.limits.cpu, max(SHORT, 2 * cpu))))


def _shown(report: Report, what: str) -> Callable[[int, int], None]:
    return lambda done, of: report(f"judging {what}, {done} of {of}")


def _place(source: str, names: list[str]) -> int:
    """Where the check stands that must catch a trap: the later ones look at larger inputs, and take longer."""
    name = _catching(source)
    return names.index(name) if name in names else -1


def _catching(source: str) -> str:
    """The name of the check that must catch a trap, by its first line; empty where that says none."""
    first = source.partition("\n")[0]
    return first.removeprefix(paperwork.CAUGHT_BY).strip() if first.startswith(paperwork.CAUGHT_BY) else ""


def _misnamed(traps: list[Path], names: list[str]) -> Iterator[Finding]:
    """Traps that name a check that is not there; one that names none is found on paper."""
    for path in traps:
        name = _catching(path.read_text(encoding="utf-8"))
        if name and name not in names:
            yield Finding(path, 1, f"There is no check called {name!r}.", f"Name one of: {'; '.join(names)}.")


def _of_trap(path: Path, source: str, checks: Mapping[str, Kind], results: list[CheckResult]) -> Iterator[Finding]:
    """A trap fails the check that its first line names, and is told why."""
    name = _catching(source)
    if name not in checks:
        return  # reported already
    failed = [result for result in results if not result.passed]
    yield from prove_messages(path.parents[1] / "checks.py", 0, f"the trap {path.stem}", failed)
    broken = next((result for result in failed if result.why.startswith(MISTYPED)), None)
    if broken:
        yield Finding(path, broken.line, f"The trap does not run: {broken.why}.", "Mend what was mistyped.")
    elif not failed:
        yield Finding(path, 1, "The trap is accepted.", f"Make {name!r} notice it.")
    elif not any(result.name == name or _too_slow(checks[name], result) for result in failed):
        caught = "; ".join(f"{result.name} ({result.verdict})" for result in failed)
        what = f"The trap is not caught by {name!r} but by: {caught}."
        yield Finding(path, 1, what, "Name the check that must catch it, or make the check notice it.")


def _too_slow(kind: Kind, result: CheckResult) -> bool:
    """Whether a trap that is to be caught by its growth ran out of time elsewhere, as it does on a slower machine."""
    return kind is Kind.GROWTH and result.verdict is Verdict.TIME_LIMIT


def _of_right_answer(path: Path, results: list[CheckResult]) -> Iterator[Finding]:
    """A right answer that is kept beside the model solution is accepted."""
    failure = first_failure(results)
    if failure:
        what = f"A right answer is refused. {failure.name}: {failure.verdict}. {failure.why}".rstrip()
        yield Finding(path, failure.line, what, "Make the check accept it.")
