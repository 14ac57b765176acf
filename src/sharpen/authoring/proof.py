"""Proof: that a problem folder is what it says, with the real judge; what `sharpen content check` runs."""

import ast
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sharpen.authoring import paperwork, strength
from sharpen.authoring.answer_proof import Report, prove_answers
from sharpen.authoring.battery_proof import Battery, prove_battery
from sharpen.authoring.card_proof import prove_cards
from sharpen.authoring.case_proof import Evaluate, prove_case_folder
from sharpen.authoring.coverage import uncovered
from sharpen.authoring.drawing_proof import FEW, MANY, prove_drawing
from sharpen.authoring.drill_proof import prove_drill
from sharpen.authoring.exactness import DRAWS, prove_exactness
from sharpen.authoring.example_proof import prove_examples
from sharpen.authoring.finding import Finding, of_fault
from sharpen.authoring.form_proof import prove_forms
from sharpen.authoring.lab_proof import prove_lab_folder
from sharpen.authoring.mistake import Scope
from sharpen.authoring.nothing_proof import prove_nothing_passes
from sharpen.authoring.option_lengths import guessable
from sharpen.authoring.picture_proof import prove_beside_statement, prove_pictures
from sharpen.authoring.ranges import read_ranges
from sharpen.authoring.reach_proof import prove_reach
from sharpen.authoring.statement_proof import prove_promises, prove_statement
from sharpen.authoring.strength import Strength
from sharpen.content import statement_pictures
from sharpen.content.errors import ContentError
from sharpen.content.library import Library, bundled
from sharpen.domain.problem import Problem, Profile
from sharpen.domain.verdict import CheckResult, Kind, first_failure

if TYPE_CHECKING:
    from sharpen.judge import Judge, LocalJudge
    from sharpen.judge.prepared import Prepared

REQUIRED = (Kind.EXAMPLE, Kind.ORACLE, Kind.PROPERTY)
"""The kinds of checks that every problem must have."""
ROOM = 3
"""A model solution may use at most this part of its CPU limit: others are slower, and right."""
SOME = 8
"""Traps that are judged without `--strength`: others once the content changes."""
AGAIN = 3
"""How often a solution that seems slow is judged again."""


@dataclass(frozen=True)
class Strictness:
    """How far to go: with `strength`, mutants and mistakes are judged too.

    Of the mutants, mistakes and traps of each problem `sample` are judged, another few for each `seed`; None: all.
    """

    strength: bool = False
    sample: int | None = None
    seed: int = 0
    workers: int = 1


@dataclass(frozen=True)
class Proof:
    """What was found out about one problem folder, lesson or case. It is sound when nothing is to be put right."""

    folder: Path
    findings: tuple[Finding, ...]
    checks: int = 0
    traps: int = 0
    cpu: float = 0.0
    strength: Strength | None = None
    battery: Battery | None = None

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def sound(self) -> bool:
        return not self.findings


def prove(
    library: Library,
    local: "LocalJudge",
    folder: Path,
    strictness: Strictness = Strictness(),
    report: Report = lambda _: None,
) -> Proof:
    """Prove one problem folder of the library. Raises JudgeBroken when the judge itself fails.

    What needs a working solution is looked at only once there is one, so that the first finding is
    the next thing to do.
    """
    report("reading")
    problem = _problem(library, folder)
    todo = list(paperwork.unreadable(folder)) or list(paperwork.unfinished(folder))
    findings = todo or _on_paper(library, folder, problem)
    if problem is None or todo or not _runnable(folder):
        return Proof(folder, tuple(findings))
    judge = local.at(library.problems.folder)
    from sharpen.judge.prepared import Prepared

    report("judging the solution")
    results = list(judge.judge(problem, library.problems.solution(problem.slug)))
    cpu = _cpu_of(results)
    for _ in range(AGAIN):
        if cpu > problem.limits.cpu / ROOM:  # on a busy machine everything takes longer
            cpu = min(cpu, _cpu_of(judge.judge(problem, library.problems.solution(problem.slug))))
    proof = Proof(folder, (), len(results), len(list(folder.glob("traps/*.py"))), cpu)
    failure = first_failure(results)
    if failure:
        findings.append(_not_accepted(folder, failure))
        return replace(proof, findings=tuple(findings))
    findings += _of_results(folder, problem, results, cpu)
    checks = Prepared(folder, problem.version, local.cache)
    findings += prove_statement(folder / "statement.md", folder / "solution.py")
    equivalent, faults = strength.read_reasons(folder, "equivalent")
    ranges, misread = read_ranges(folder)
    with ThreadPoolExecutor() as aside:  # what needs no verdict, while the judge is at work
        drawn = aside.submit(list, _of_picture(library, judge, folder, problem))
        run = aside.submit(list, _of_what_runs_here(library, problem, checks, {r.kind for r in results}, strictness))
        judged = [
            *_of_starter(library, judge, folder, problem, report),
            *prove_nothing_passes(library, judge, folder, problem, report),
            *prove_answers(
                judge,
                folder,
                problem,
                {result.name: result.kind for result in results},
                report,
                workers=strictness.workers,
                cpu=None if strictness.strength else cpu,
                sample=strictness.sample if strictness.strength else SOME,
                seed=strictness.seed if strictness.strength else problem.version,
            ),
        ]
        findings += [*run.result(), *judged, *drawn.result(), *faults, *strength.stale(folder, equivalent), *misread]
    if ranges or not misread:
        findings += prove_reach(problem, ranges, checks)
    if not strictness.strength:
        return replace(proof, findings=tuple(findings))
    measured = strength.measure(
        judge,
        folder,
        problem,
        cpu=cpu,
        equivalent=equivalent,
        sample=strictness.sample,
        seed=strictness.seed,
        workers=strictness.workers,
        report=lambda done, of: report(f"judging mutants, {done} of {of}"),
    )
    if not measured.enough:
        findings.append(strength.too_weak(folder, measured))
    report("comparing the solution with exact answers")
    draws = DRAWS if strictness.sample is None else 20 * strictness.sample
    findings += prove_exactness(folder, problem, ranges, draws, strictness.seed)
    right, faults = strength.read_reasons(folder, "right")
    battery = prove_battery(
        judge,
        folder,
        problem,
        Scope(
            {check.kind for check in checks.checks},
            ranges,
            min((check.detects for check in checks.checks), default=1.0),
            (folder / "drill.toml").is_file(),  # of general coding; the others are not proved against these yet
        ),
        right,
        cpu=cpu,
        sample=strictness.sample,
        seed=strictness.seed,
        workers=strictness.workers,
        report=lambda done, of: report(f"judging mistakes, {done} of {of}"),
    )
    findings += [*faults, *battery.findings]
    return replace(proof, findings=tuple(findings), strength=measured, battery=battery)


def prove_lesson(folder: Path, library: Library | None = None) -> Proof:
    """Prove what a topic folder holds besides problems: its lesson, its cards, its pictures.

    With the library that it is part of, also that it lies where it is found.
    """
    misplaced = [of_fault(error) for error in library.broken if error.path == folder] if library else []
    unreadable = tuple(paperwork.unreadable(folder))
    if unreadable or misplaced:
        return Proof(folder, (*misplaced, *unreadable))
    lesson = folder / "lesson.md"
    examples = prove_examples(lesson) if lesson.is_file() else ()
    return Proof(folder, (*paperwork.lesson(lesson), *examples, *prove_cards(folder), *prove_pictures(folder)))


def prove_case(
    library: Library,
    folder: Path,
    evaluate: Evaluate,
    strictness: Strictness = Strictness(),
    report: Report = lambda _: None,
) -> Proof:
    """Prove one case folder of the library, and the lab in it; `evaluate` computes cells."""
    report("reading")
    texts = tuple(prove_case_folder(library, folder, evaluate))
    worlds = strictness.strength and strictness.sample is None
    report("running the lab's designs in five worlds" if worlds else "reading the lab")
    return Proof(folder, (*texts, *prove_lab_folder(folder, strength=worlds)))


def prove_read(path: Path, broken: Iterable[ContentError]) -> Proof:
    """Prove that a file, or every file of a folder, can be read, and that what it names is there.

    `broken` are the faults of the shelf that it stands on.
    """
    return Proof(path, tuple(of_fault(fault) for fault in broken if fault.path.is_relative_to(path)))


def prove_coverage(library: Library) -> Proof:
    """Prove that every topic has what the outline promises of its group."""
    return Proof(bundled() / "outline.toml", tuple(uncovered(library)))


def prove_options(library: Library) -> Proof:
    """Prove that over all choice cards the right option cannot be told by its length."""
    return Proof(bundled() / "topics", tuple(guessable(library)))


def _problem(library: Library, folder: Path) -> Problem | None:
    problem = library.problems.get(folder.name)
    return problem if problem and library.problems.folder(problem.slug) == folder else None


def _runnable(folder: Path) -> bool:
    """Whether every file is there and the Python in it is Python."""
    try:
        for name in paperwork.FILES:
            text = (folder / name).read_text(encoding="utf-8")
            if name.endswith(".py"):
                ast.parse(text)
    except (FileNotFoundError, SyntaxError):
        return False
    return True


def _on_paper(library: Library, folder: Path, problem: Problem | None) -> list[Finding]:
    """What can be found without running anything: one finding per fault."""
    profile, entry = (problem.profile, problem.entry) if problem else (Profile.SCIPY, ())
    findings = [*paperwork.missing_files(folder), *paperwork.read(folder, profile, entry)]
    known = {finding.path for finding in findings}
    faults = [error for error in library.broken if error.path.is_relative_to(folder) and error.path not in known]
    if not findings and problem is None and not faults:
        faults = [error for error in library.broken if _is_above(error.path, folder)]
    findings += map(of_fault, faults)
    if not findings and problem is None:
        do = "A problem belongs in topics/<round>/<topic>/<problem>, below a folder of content."
        findings.append(Finding(folder, 0, "This folder is not a problem of the library.", do))
    return findings


def _is_above(path: Path, folder: Path) -> bool:
    """Whether a fault there, in a folder around this one or in their outline, keeps this one out of the library."""
    return folder.is_relative_to(path) or (path.name == "outline.toml" and folder.is_relative_to(path.parent))


def _not_accepted(folder: Path, failure: CheckResult) -> Finding:
    what = f"The model solution is not accepted. {failure.heading}: {failure.verdict}. {failure.why}".rstrip()
    for label, text in failure.evidence():
        what += f"\n  {label}: {_first_lines(text)}"
    return Finding(folder / "solution.py", failure.line, what, "Put right whichever is wrong, it or the check.")


def _first_lines(text: str, most: int = 6) -> str:
    lines = text.splitlines()
    return "\n    ".join([*lines[:most], "…"] if len(lines) > most else lines)


def _cpu_of(results: Iterable[CheckResult]) -> float:
    """Seconds of processor time."""
    return sum(result.cpu_ms for result in results) / 1000


def _of_results(folder: Path, problem: Problem, results: list[CheckResult], cpu: float) -> Iterator[Finding]:
    """What the results of an accepted solution say about the checks."""
    path = folder / "checks.py"
    kinds = {result.kind for result in results}
    for kind in REQUIRED:
        if kind not in kinds:
            yield Finding(path, 0, f"No check is of the kind `{kind}`.", f"Add one with `checks.{kind}(...)`.")
    names = [result.name for result in results]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Finding(path, 0, f"Two checks are called {name!r}.", "Name each by what it alone looks at.")
    if cpu > problem.limits.cpu / ROOM:
        what = f"The model solution needs {cpu:.2f} s of {problem.limits.cpu:g} s CPU."
        do = f"Make the checks smaller or the limit larger: leave others {ROOM} times as much."
        yield Finding(folder / "problem.toml", 0, what, do)


def _of_what_runs_here(
    library: Library, problem: Problem, checks: "Prepared", kinds: Collection[Kind], strictness: Strictness
) -> Iterator[Finding]:
    """What is found without the judge and takes a while; `kinds` are those of the checks."""
    folder = checks.folder
    seeds = MANY if strictness.strength and strictness.sample is None else FEW
    yield from prove_forms(checks)
    yield from prove_drawing(checks, seeds, strictness.seed)
    yield from prove_drill(library, folder, problem)
    yield from prove_promises(folder / "statement.md", kinds)


def _of_starter(library: Library, judge: "Judge", folder: Path, problem: Problem, report: Report) -> Iterator[Finding]:
    report("judging the starter")
    results = list(judge.judge(problem, library.problems.starter(problem.slug)))
    failure = first_failure(results)
    if failure is None:
        yield Finding(folder / "checks.py", 0, "The unsolved starter is accepted.", "Check that there is an answer.")
    elif failure.kind is Kind.LOAD:
        do = "Keep constants that a default or a type hint of the entry needs free of helper functions."
        yield Finding(folder / "solution.py", failure.line, f"The starter does not load: {failure.why}.", do)


def _of_picture(library: Library, judge: "Judge", folder: Path, problem: Problem) -> Iterator[Finding]:
    path = folder / "picture.py"
    if path.is_file() and not judge.picture(problem, library.problems.solution(problem.slug)):
        do = "`draw(figure, call, expected, got)` must draw the case of the example without raising."
        yield Finding(path, 0, "No picture comes of the model solution's answer.", do)
    if statement_pictures.beside_statement(folder):
        yield from prove_beside_statement(folder)
