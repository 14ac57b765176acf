"""`sharpen start PROBLEM`: a file to work in, with the task at its top."""

import textwrap
from pathlib import Path
from typing import Annotated

import typer

from sharpen.cli.arguments import Slug
from sharpen.cli.workspace import library

WIDTH = 96


def start(
    slug: Slug,
    file: Annotated[
        Path | None, typer.Option("--file", "-o", help="Where to write it.", show_default="PROBLEM.py here")
    ] = None,
) -> None:
    """Write PROBLEM.py with the task and the starter code. Never overwrites a file."""
    from sharpen.cli.failure import Told
    from sharpen.practice.errors import NoSuchProblem

    found = library()
    if slug not in found.problems:
        raise NoSuchProblem(slug, found.problems)
    path = file or Path(f"{slug}.py")
    if path.is_dir():
        path = path / f"{slug}.py"
    text = worksheet(slug, found.problems[slug].title, found.statement(slug), found.starter(slug), path.name)
    try:
        with path.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise Told(
            f"{path} is there already, and nothing was written. Judge it with `sharpen check {path}`, or begin anew "
            f"in another file with `sharpen start {slug} --file NAME.py`."
        ) from None
    print(f"Wrote {path}. Fill it in, then: sharpen check {path}")


def worksheet(slug: str, title: str, statement: str, starter: str, name: str) -> str:
    """The file to work in: a line that names the problem, the task as docstring, the starter."""
    task = f"{title}\n\n{_wrapped(statement.strip())}\n\nJudge it: sharpen check {name}    A hint: sharpen hint {slug}"
    if '"""' in task:
        commented = "\n".join(f"# {line}".rstrip() for line in task.splitlines())
        return f"# sharpen: {slug}\n{commented}\n\n{starter}"
    # Raw, because formulas are full of backslashes.
    return f'# sharpen: {slug}\nr"""{task}\n"""\n\n{starter}'


def _wrapped(text: str) -> str:
    """Prose folded to a width an editor shows; code and tables as they are."""
    lines, fenced = [], False
    for line in text.splitlines():
        fenced ^= line.lstrip().startswith("```")
        if fenced or len(line) <= WIDTH or line.lstrip().startswith(("```", "|", ">>>")):
            lines.append(line)
        else:
            hang = " " * (len(line) - len(line.lstrip("-*0123456789. "))) if line.lstrip()[:1] in "-*" else ""
            lines += textwrap.wrap(line, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)
