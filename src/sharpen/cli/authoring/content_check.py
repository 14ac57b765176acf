"""`sharpen content check [PATH…]`: prove all parts of the content, or some, and say what to fix."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.authoring.folders import find, opened
from sharpen.authoring.proof import (
    Proof,
    Strictness,
    prove,
    prove_case,
    prove_coverage,
    prove_lesson,
    prove_options,
    prove_read,
)
from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, marks, print_json
from sharpen.judge import LocalJudge
from sharpen.practice.design.cells import evaluate
from sharpen.practice.settings import Settings


def check_content(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            show_default="all content",
            help="Folders of problems, topics, cases, content; readings.toml, loops.toml.",
        ),
    ] = None,
    strength: Annotated[bool, typer.Option("--strength", help="Judge mutants of each solution too.")] = False,
    sample: Annotated[
        int | None, typer.Option(min=1, help="With --strength: this many mutants of each problem.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Which sample.")] = 0,
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=64, show_default="one per core", help="How many submissions to judge at a time."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Prove that all content, or that in PATH, is sound. Status 0: all sound; 1: something to fix."""
    settings = Settings()
    library = opened(settings.content_there(), paths or [])
    meant = find(library, paths or [], settings.content)
    workers = workers or os.cpu_count() or 1
    strictness = Strictness(strength or sample is not None, sample, seed, workers)
    whole = () if paths else (prove_coverage(library), prove_options(library))
    lists = (prove_read(path, library.readings.broken) for path in meant.readings)
    ladders = (prove_read(path, library.ladders.broken) for path in meant.depth)
    loops = (prove_read(path, library.loops.broken) for path in meant.loops)
    questions = (prove_read(path, library.questions.broken) for path in meant.behavioral)
    proofs = [_shown(proof, quiet=as_json) for proof in (*whole, *lists, *ladders, *questions, *loops)]
    with closing(LocalJudge(workers=workers, cache=settings.cache / "judge")) as judge:
        for topic in meant.topics:
            proofs.append(_shown(prove_lesson(topic, library), quiet=as_json))
        for folder in meant.cases:
            with _progress(folder.name, quiet=as_json) as progress:
                proof = prove_case(library, folder, evaluate, strictness, progress)
            proofs.append(_shown(proof, quiet=as_json))
        for folder in meant.problems:
            with _progress(folder.name, quiet=as_json) as progress:
                proof = prove(library, judge, folder, strictness, progress)
            proofs.append(_shown(proof, quiet=as_json))
    if as_json:
        print_json({"sound": all(proof.sound for proof in proofs), "content": [_as_json(proof) for proof in proofs]})
    else:
        _print_summary(proofs)
    raise typer.Exit(0 if proofs and all(proof.sound for proof in proofs) else 1)


@contextmanager
def _progress(name: str, *, quiet: bool) -> Iterator[Any]:
    """What is being looked at, shown on a terminal while it is."""
    out = console()
    if quiet or not out.is_terminal:
        yield lambda _what: None
        return
    with out.status(name, spinner="line") as status:
        yield lambda what: status.update(f"{name}: {what}")


def _shown(proof: Proof, *, quiet: bool) -> Proof:
    """The proof, printed: one line when it is sound, else what to fix."""
    if quiet:
        return proof

    out, (passed, failed) = console(), marks()
    mark = Text(passed, "green") if proof.sound else Text(failed, "bold red")
    out.print(Text.assemble(mark, " ", Text(proof.name, "bold"), Text(_measured(proof), "dim")))
    for finding in proof.findings:
        place = f"{_near(finding.path)}:{finding.line}" if finding.line else _near(finding.path)
        out.print(Text.assemble("  ", Text(place, "cyan"), *(f"\n    {line}" for line in finding.what.splitlines())))
        if finding.do:
            out.print(Text(f"    {finding.do}", "green"))
    return proof


def _measured(proof: Proof) -> str:
    """What was looked at, and how much."""
    if not proof.checks:
        there = {"lesson": "lesson.md", "cards": "cards.*", "answer": "answer.md", "pictures": "pictures.py"}
        there |= {"lab": "lab.toml"}
        parts = [what for what, files in there.items() if next(proof.folder.glob(files), None)]
        return f"  {', '.join(parts)}" if parts else ""
    measured = f"  {proof.checks} checks, {proof.traps} traps, {proof.cpu:.2f} s CPU"
    if proof.strength:
        killed = proof.strength.tried - len(proof.strength.survivors)
        measured += f", {killed} of {proof.strength.tried} mutants noticed ({proof.strength.equivalent} equivalent)"
    return measured


def _near(path: Path) -> str:
    """The path as seen from here."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _print_summary(proofs: list[Proof]) -> None:
    unsound = [proof for proof in proofs if not proof.sound]
    tried = sum(proof.strength.tried for proof in proofs if proof.strength)
    survived = sum(len(proof.strength.survivors) for proof in proofs if proof.strength)
    overall = f" Mutation score overall: {1 - survived / tried:.3f} of {tried:,} mutants." if tried else ""
    result = f"{len(proofs) - len(unsound)} of {len(proofs)} are sound." if proofs else "Nothing to check was found."
    console().print(f"\n{result}{overall}")
    if any(proof.checks and not proof.strength for proof in proofs) and not unsound:
        console().print("Not checked: whether the checks notice small mistakes in the solution; --strength does that.")


def _as_json(proof: Proof) -> dict[str, Any]:
    document: dict[str, Any] = {
        "name": proof.name,
        "folder": str(proof.folder),
        "sound": proof.sound,
        "checks": proof.checks,
        "traps": proof.traps,
        "cpu_ms": round(proof.cpu * 1000, 3),
        "findings": [
            {"file": str(finding.path), "line": finding.line, "what": finding.what, "do": finding.do}
            for finding in proof.findings
        ],
    }
    if proof.strength:
        document["strength"] = {
            "score": round(proof.strength.score, 4),
            "mutants": proof.strength.tried,
            "equivalent": proof.strength.equivalent,
            "survivors": [
                {"key": survivor.mutant.key, "line": survivor.mutant.line, "why": survivor.why}
                for survivor in proof.strength.survivors
            ],
        }
    return document
