"""Strength: how many small mistakes in the model solution a problem's checks notice."""

import random
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sharpen.authoring.finding import Finding
from sharpen.authoring.judgements import judgements
from sharpen.authoring.mutants import Mutant, mutants
from sharpen.domain.problem import Limits, Problem
from sharpen.domain.verdict import CheckResult, Verdict, first_failure

if TYPE_CHECKING:
    from sharpen.judge import Judge

ENOUGH = 0.97
"""The mutation score that the checks of every problem must reach."""


@dataclass(frozen=True)
class Survivor:
    """A mutant that no check rejected; `why` where a check broke on it instead of rejecting it."""

    mutant: Mutant
    why: str = ""


@dataclass(frozen=True)
class Strength:
    """The outcome of judging mutants: `tried` of the `total` that are not equivalent."""

    total: int
    tried: int
    equivalent: int
    survivors: tuple[Survivor, ...]

    @property
    def score(self) -> float:
        """The share of mutants that were noticed, of those tried."""
        return 1 - len(self.survivors) / self.tried if self.tried else 1.0

    @property
    def enough(self) -> bool:
        """Whether the score reaches the bar; a sample fails only where the whole must fail too."""
        return len(self.survivors) <= (1 - ENOUGH) * self.total + 1e-9


def measure(
    judge: "Judge",
    folder: Path,
    problem: Problem,
    *,
    cpu: float,
    equivalent: Mapping[str, str],
    sample: int | None = None,
    seed: int = 0,
    workers: int = 1,
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Strength:
    """Judge the mutants of the model solution, which itself needs `cpu` seconds; all, or a sample.

    `equivalent` gives by key the mutants that no check could notice. `report(done, of)` is called as
    the work goes on. A mutant gets ten times the solution's CPU time and half a second; one that
    takes longer has been noticed. Raises JudgeBroken.
    """
    every = list(mutants((folder / "solution.py").read_text(encoding="utf-8")))
    different = [mutant for mutant in every if mutant.key not in equivalent]
    chosen = different
    if sample is not None and sample < len(different):
        chosen = random.Random(f"{seed} {problem.slug}").sample(different, sample)
        chosen.sort(key=lambda mutant: mutant.line)
    in_hurry = replace(problem, limits=hurried(problem.limits, cpu))
    judged = judgements(judge, in_hurry, [mutant.source for mutant in chosen], workers, report)
    failures = map(first_failure, judged)
    survivors = [_survivor(mutant, failure) for mutant, failure in zip(chosen, failures, strict=True)]
    left = tuple(survivor for survivor in survivors if survivor)
    return Strength(len(different), len(chosen), len(every) - len(different), left)


def hurried(limits: Limits, cpu: float) -> Limits:
    """Limits under which a mutant that loops forever is soon recognized."""
    short = min(limits.cpu, 10 * cpu + 0.5)
    return replace(limits, cpu=short, wall=min(limits.wall, 2 * short + 1))


def _survivor(mutant: Mutant, failure: CheckResult | None) -> Survivor | None:
    """The mutant, if no check rejected it."""
    if failure is None:
        return Survivor(mutant)
    if failure.verdict is Verdict.JUDGE_ERROR:
        return Survivor(mutant, f"{failure.name}: {failure.why}")
    return None


def read_reasons(folder: Path, what: str) -> tuple[dict[str, str], list[Finding]]:
    """What mutants.toml lists as `equivalent` or as `right`: reasons by key, and what is wrong with the file."""
    path = folder / "mutants.toml"
    if not path.is_file():
        return {}, []
    text = path.read_text(encoding="utf-8")
    try:
        entries = tomllib.loads(text).get(what, [])
    except tomllib.TOMLDecodeError as problem:
        return {}, [Finding(path, 0, f"This is not valid TOML: {problem}.", "Mend it.")]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        do = f"Begin each entry with `[[{what}]]`, in double brackets."
        return {}, [Finding(path, _line(text, what), f"`{what}` is not a list of tables.", do)]
    found: dict[str, str] = {}
    faults: list[Finding] = []
    for entry in entries:
        key, reason = str(entry.get("key", "")), str(entry.get("reason", "")).strip()
        if not key:
            faults.append(Finding(path, 0, "An entry has no key.", "Copy it from `sharpen content check --strength`."))
        elif len(reason.split()) < 3:
            faults.append(
                Finding(path, _line(text, key), f"{key!r} has no reason.", "Say why no check could notice it.")
            )
        else:
            found[key] = reason
    return found, faults


def too_weak(folder: Path, measured: Strength) -> Finding:
    """That too many mutants passed, and which."""
    lines = [
        f"The checks notice {measured.score:.3f} of the small mistakes in the solution; {ENOUGH} is needed. "
        f"These {len(measured.survivors)} of {measured.tried} passed:"
    ]
    for survivor in measured.survivors:
        mutant = survivor.mutant
        lines += [f"  solution.py:{mutant.line}", f"    - {mutant.before}", f"    + {mutant.after}"]
        lines += [f"    (a check broke: {survivor.why})"] if survivor.why else []
        lines += [f"    key = {_quoted(mutant.key)}"]
    do = "Add a check that fails for each, or list the key in mutants.toml as [[equivalent]] with a reason."
    return Finding(folder / "checks.py", 0, "\n".join(lines) + "\n ", do)


def stale(folder: Path, equivalent: Mapping[str, str]) -> Iterator[Finding]:
    """Listed mutants that the solution no longer has."""
    path = folder / "mutants.toml"
    if not equivalent:
        return
    text = path.read_text(encoding="utf-8")
    keys = {mutant.key for mutant in mutants((folder / "solution.py").read_text(encoding="utf-8"))}
    for key in equivalent:
        if key not in keys:
            yield Finding(path, _line(text, key), f"The solution has no mutant {key!r} any more.", "Remove the entry.")


def _line(text: str, key: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), 1) if key in line), 0)


def _quoted(key: str) -> str:
    """The key as a TOML string."""
    if "'" not in key:
        return f"'{key}'"
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
