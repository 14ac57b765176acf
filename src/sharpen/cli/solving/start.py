"""`sharpen start PROBLEM`: a file to work in, with the task at its top."""

import re
import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.solving.submission import STDIN, header, typed
from sharpen.cli.terminal.arguments import Package, Slug
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.formulas import unformatted
from sharpen.cli.terminal.library import library
from sharpen.content.library import Library
from sharpen.domain.extras import how_to_install
from sharpen.files.whole import create
from sharpen.practice.errors import NoSuchProblem
from sharpen.practice.solving.in_torch import check

WIDTH = 88
ITEM = re.compile(r"\s*([-*+]|\d+[.)])\s+")


def start_problem(
    slug: Slug,
    file: Annotated[
        Path | None, typer.Option("--file", "-o", help="Where to write it.", show_default="PROBLEM.py here")
    ] = None,
    package: Annotated[
        Package, typer.Option("--with", help="What to write it with: torch where the problem may be answered so.")
    ] = Package.NUMPY,
) -> None:
    """Write PROBLEM.py with the task and the starter code. Never overwrites a file."""
    found = library()
    if slug not in found.problems:
        raise NoSuchProblem(slug, found.problems)
    if file == STDIN:
        raise typer.BadParameter("it writes no standard output; name a file", param_hint="--file")
    path = file or Path(f"{slug}.py")
    if path.is_dir():
        path = path / f"{slug}.py"
    torch = package is Package.TORCH
    check(found.problems[slug], torch)
    begin(found, slug, path, torch=torch)
    if torch and (install := how_to_install("torch")):
        print(f"PyTorch is not here, and judging needs it: {install}")
    print(f"Wrote {path}. Fill it in, then: sharpen check {typed(path)}")


def begin(library: Library, slug: str, path: Path, *, torch: bool = False) -> None:
    """Write the file to work in, with `torch` in PyTorch. Raises CommandError for one that is there, OSError; then
    nothing is written."""
    problem, problems = library.problems[slug], library.problems
    first, starter = header(slug, datetime.now(UTC)), problems.starter(slug, torch=torch)
    statement = f"{problems.statement(slug).strip()}\n\n{problem.terms}"
    try:
        create(path, worksheet(first, slug, problem.title, statement, starter, path.name))
    except FileExistsError:
        check = f"sharpen check {typed(path)}"
        raise CommandError(
            f"{path} is there already, and nothing was written. Judge it with `{check}`, or start again in another "
            f"file with `sharpen start {slug} --file NAME.py`."
        ) from None


def worksheet(first: str, slug: str, title: str, statement: str, starter: str, name: str) -> str:
    """The file to work in: its first line, the task as docstring, the starter."""
    task = f"{title}\n\n{_folded(unformatted(statement).strip())}\n\n"
    task += f"Judge it: sharpen check {typed(Path(name))}    A hint: sharpen hint {slug}"
    if '"""' in task:
        commented = "\n".join(f"# {line}".rstrip() for line in task.splitlines())
        return f"{first}\n{commented}\n\n{starter}"
    # Raw, because a task may show backslashes.
    return f'{first}\nr"""{task}\n"""\n\n{starter}'


def _folded(text: str) -> str:
    """Paragraphs and list items folded to a width an editor shows; code, tables and headings as they are."""
    lines: list[str] = []
    paragraph: list[str] = []

    def fold() -> None:
        if paragraph:
            mark = ITEM.match(paragraph[0])
            hang = " " * len(mark[0]) if mark else ""
            whole = " ".join(line.strip() for line in paragraph)
            lines.extend(textwrap.wrap(whole, WIDTH, subsequent_indent=hang, break_on_hyphens=False))
            paragraph.clear()

    fenced = False
    for line in text.splitlines():
        fence = line.lstrip().startswith("```")
        if fenced or fence or not line.strip() or line.lstrip().startswith(("#", "|", "    ")):
            fold()
            lines.append(line)
            fenced ^= fence
        else:
            if ITEM.match(line):
                fold()
            paragraph.append(line)
    fold()
    return "\n".join(lines)
