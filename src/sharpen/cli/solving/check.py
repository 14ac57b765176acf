"""`sharpen check FILE…`: have files judged, once or on every save."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.solving import submission
from sharpen.cli.solving.judging import judged, judged_as_json
from sharpen.cli.terminal.arguments import AsJson, OfProblem
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError, report
from sharpen.cli.terminal.workspace import judging_workspace
from sharpen.domain.counting import counted
from sharpen.practice.errors import PracticeError
from sharpen.practice.workspace import Workspace
from sharpen.sandbox.isolation import weakness


def check_file(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Python files to judge, folders of them, or - for standard input."),
    ],
    problem: OfProblem = "",
    watch: Annotated[bool, typer.Option("--watch", help="Judge again on every save, until Q or Ctrl+C.")] = False,
    as_json: AsJson = False,
) -> None:
    """Judge files. Status 0: all accepted; 1: one is not; 2: anything else."""
    several = len(files) > 1 or files[0].is_dir()
    if watch and submission.STDIN in files:
        raise typer.BadParameter("standard input cannot be watched; name a file", param_hint="--watch")
    if (watch or problem) and several:
        option = "--watch" if watch else "--problem"
        raise typer.BadParameter("it takes one file; name one", param_hint=option)
    source = "" if several else submission.read(files[0])
    if weakness():
        print(weakness(), file=sys.stderr)
    with judging_workspace() as ws:
        if several:
            status = _all(ws, submission.found(files, ws.library.problems), as_json=as_json)
        elif watch:
            from sharpen.cli.solving.watch import watch as watch_file  # late: keys and worksheets come with it

            status = watch_file(ws, files[0], problem, as_json=as_json)
        else:
            status = _one(ws, files[0], source, problem, as_json=as_json)
    raise typer.Exit(status)


def _one(ws: Workspace, file: Path, source: str, problem: str, *, as_json: bool) -> int:
    slug = problem or submission.recognize(file, source, ws.library.problems)
    if not as_json:
        return int(not judged(ws, file, source, slug).accepted)
    document = judged_as_json(ws, source, slug)
    print_json(document)
    return int(document["verdict"] != "accepted")


def _all(ws: Workspace, files: list[Path], *, as_json: bool) -> int:
    """Judge one after the other; what cannot be judged is reported, and the rest is judged all the same."""
    documents: list[dict[str, Any]] = []
    accepted, failed = 0, 0
    for number, file in enumerate(files):
        try:
            source = submission.read(file)
            slug = submission.recognize(file, source, ws.library.problems)
            if as_json:
                documents.append({"file": str(file), **judged_as_json(ws, source, slug)})
                accepted += documents[-1]["verdict"] == "accepted"
            else:
                if number:
                    print()
                accepted += judged(ws, file, source, slug, each=False).accepted
        except (CommandError, PracticeError, OSError) as error:
            failed += 1
            report(error)
            documents.append({"file": str(file), "error": str(error)})
    if as_json:
        print_json({"accepted": accepted == len(files), "files": documents})
    else:
        console().print(Text(f"\n{accepted} of {counted(len(files), 'file')} accepted.", "bold"))
    return 2 if failed else int(accepted < len(files))
