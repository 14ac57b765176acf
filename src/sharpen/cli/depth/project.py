"""`sharpen project`: the files of your projects, begun, looked at, and edited as Markdown in your own editor."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from sharpen.cli.terminal.arguments import AsJson
from sharpen.cli.terminal.console import console, print_json
from sharpen.cli.terminal.failure import CommandError
from sharpen.cli.terminal.markdown import print_markdown
from sharpen.cli.terminal.pager import paged
from sharpen.cli.terminal.printable import clean
from sharpen.cli.terminal.replacing import refuse_to_replace
from sharpen.cli.terminal.table import table
from sharpen.cli.terminal.workspace import workspace
from sharpen.domain.counting import counted
from sharpen.domain.project import Project
from sharpen.files.whole import replacing
from sharpen.practice.depth import project_file, project_versions, projects
from sharpen.practice.depth.interview import Interview, Method, interview
from sharpen.practice.depth.project_file import MOST_BYTES, Imported, decoded
from sharpen.practice.work import Work

Named = Annotated[
    str,
    typer.Argument(
        metavar="PROJECT", help="The project, by its name, or how that begins; `sharpen project list` shows yours."
    ),
]
SAYS = {True: "used", False: "not used", None: "named in the file"}


def list_projects(as_json: AsJson = False) -> None:
    """List your projects, and how full the file of each is."""
    with workspace() as ws, ws.reading() as work:
        mine, deleted, fields = projects.mine(work), projects.deleted(work), len(work.library.ladders.fields)
    if as_json:
        print_json({"projects": [_summary(each) for each in mine], "fields": fields})
        return
    if not mine:
        console().print("There is no project yet. `sharpen project new NAME` begins the file of one.")
    else:
        rows = table("id", "project", ">fields", ">methods")
        for each in mine:
            rows.add_row(each.id, Text(clean(each.name)), f"{len(each.texts)} of {fields}", str(len(each.confirmed)))
        console().print(rows)
    if deleted:
        names = ", ".join(clean(each.name) for each in deleted)
        console().print(Text(f"\nDeleted: {names}. `sharpen project delete PROJECT --undo` brings one back."))


def new_project(name: Annotated[list[str], typer.Argument(metavar="NAME", help="What it is called.")]) -> None:
    """Begin the file of a project."""
    with workspace() as ws:
        project = projects.create(ws, " ".join(name))
    console().print(Text(f"Begun: {clean(project.name)} ({project.id})."))
    console().print(
        "`sharpen project export PROJECT FILE.md` writes its file, `sharpen project import FILE.md` reads it back."
    )


def show_project(project: Named, as_json: AsJson = False) -> None:
    """Show the file of a project, the questions that it leaves open, and the methods that it names."""
    with workspace() as ws, ws.reading() as work:
        found = projects.named(work, project)
        asked, fields = interview(work, found), work.library.ladders.fields
    if as_json:
        print_json(_document(found, asked))
        return
    with paged():
        print_markdown(f"# {clean(found.name)}")
        for field in fields:
            if found.text(field.id).strip():
                print_markdown(f"## {field.title}\n\n{found.text(field.id)}")
        _print_asked(asked, {field.id: field.title for field in fields})


def _print_asked(asked: Interview, titles: dict[str, str]) -> None:
    out = console()
    out.print(Text(f"\n{counted(len(asked.gaps), 'question')} left open", "bold"))
    for gap in asked.gaps:
        out.print(Text.assemble(f"{titles[gap.field]}: {gap.question} ", (gap.counted, "dim")))
    if not asked.methods:
        return
    out.print(Text("\nMethods", "bold"))
    rows = table("method", "", "where")
    for method in asked.methods:
        where = ", ".join(dict.fromkeys(f"{one.word} in {titles.get(one.field, one.field)}" for one in method.named))
        rows.add_row(method.ladder.slug, SAYS[method.used], Text(clean(where)))
    out.print(rows)
    if asked.of(None):
        out.print("\n`sharpen project method PROJECT METHOD` confirms one, and with --no dismisses it.")


def export_project(
    project: Named,
    file: Annotated[Path, typer.Argument(help="Where to write it; - writes to standard output.")] = Path("-"),
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write the file of a project as Markdown."""
    if str(file) != "-" and not force:
        refuse_to_replace(file)
    with workspace() as ws, ws.reading() as work:
        found = projects.named(work, project)
        text = project_file.write(found, work.library.ladders.fields)
    if str(file) == "-":
        sys.stdout.write(text)
        return
    with replacing(file) as unfinished:
        unfinished.write_text(text, "utf-8", newline="\n")
    console().print(Text(f"Wrote {file}. `sharpen project import {file}` reads it back."))


def import_project(
    file: Annotated[Path, typer.Argument(help="The Markdown to read; - reads standard input.")],
    into: Annotated[
        str, typer.Option(metavar="PROJECT", help="The project it is of.", show_default="the one that the file names")
    ] = "",
    new: Annotated[
        bool, typer.Option("--new", help="Begin a project with it, also if one is called like that.")
    ] = False,
) -> None:
    """Read the file of a project; what was there becomes a version."""
    text = _text(file)
    with workspace() as ws:
        with ws.reading() as work:
            project_id = projects.named(work, into).id if into else "" if new else _called(work, text)
        done = project_file.import_(ws, text, project_id)
    _print_imported(done, begun=not project_id)


def _called(work: Work, text: str) -> str:
    """The id of the project that a file names; empty if there is none."""
    name = project_file.read(text, work.library.ladders.fields).name.casefold()
    return next((id_ for id_, each in work.projects.names().items() if each.casefold() == name), "")


def _print_imported(done: Imported, *, begun: bool) -> None:
    out, name = console(), clean(done.project.name)
    if begun:
        out.print(Text(f"Begun: {name} ({done.project.id}), with {', '.join(done.changed) or 'nothing yet'}."))
    elif done.changed:
        out.print(Text(f"{name}: {', '.join(done.changed)} from the file. What was there is a version."))
    else:
        out.print(Text(f"{name}: the file says what is there."))
    if done.missing:
        out.print(Text(f"Not in the file, and left as they were: {', '.join(done.missing)}."))
    for remark in done.remarks:
        out.print(Text(clean(remark), "yellow"))


def decide_method(
    project: Named,
    method: Annotated[
        str, typer.Argument(metavar="METHOD", help="Such as ranking; `sharpen project show` names them.")
    ],
    no: Annotated[bool, typer.Option("--no", help="It was not used.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what you said.")] = False,
) -> None:
    """Say that a method was used in a project, so that a deep dive asks about it."""
    with workspace() as ws:
        with ws.reading() as work:
            found = projects.named(work, project)
        found = projects.decide(ws, found.id, method, used=None if undo else not no)
        titles = [ws.library.ladders[slug].title for slug in found.confirmed if slug in ws.library.ladders]
    console().print(Text(f"{clean(found.name)} used: {', '.join(titles) or 'nothing that you confirmed'}."))


def show_versions(
    project: Named,
    version: Annotated[str, typer.Argument(metavar="VERSION", help="Show this one.", show_default="list them")] = "",
    restore: Annotated[bool, typer.Option("--restore", help="Bring it back; what is there becomes a version.")] = False,
) -> None:
    """List the earlier versions of a project, or show one, or bring it back."""
    if restore and not version:
        raise CommandError("Say which version to bring back; `sharpen project versions PROJECT` lists them.")
    with workspace() as ws:
        with ws.reading() as work:
            found = projects.named(work, project)
            listed = work.project_versions.of_project(found.id)
            chosen = project_versions.find(work, found.id, version) if version else None
            titles = {field.id: field.title for field in work.library.ladders.fields}
        if restore:
            projects.restore_version(ws, found.id, version)
    if restore:
        console().print(Text(f"{clean(found.name)} is again what it was in {version}."))
    elif chosen:
        with paged():
            print_markdown(f"# {clean(chosen.name)}")
            for name, text in chosen.texts.items():
                print_markdown(f"## {titles.get(name, name)}\n\n{text}")
    elif listed:
        rows, now = table("version", ">characters", "minutes ago", "before"), datetime.now(UTC)
        for each in listed:
            minutes = round((now - each.kept).total_seconds() / 60)
            rows.add_row(each.id, str(each.characters), str(minutes), each.why)
        with paged():
            console().print(rows)
    else:
        console().print("There are no versions yet; what you write is kept as it changes.")


def delete_project(
    project: Named,
    undo: Annotated[bool, typer.Option("--undo", help="Bring a deleted one back.")] = False,
) -> None:
    """Delete a project; it can be brought back."""
    with workspace() as ws:
        with ws.reading() as work:
            found = _deleted(work, project) if undo else projects.named(work, project)
        if undo:
            projects.bring_back(ws, found.id)
        else:
            projects.delete(ws, found.id)
    name = clean(found.name)
    console().print(
        Text(f"{name} is back." if undo else f"Deleted: {name}. `sharpen project delete {found.id} --undo` undoes it.")
    )


def _deleted(work: Work, name: str) -> Project:
    """The deleted project of this name or id, the last of several. Raises CommandError."""
    wanted = name.casefold()
    gone = (each for each in projects.deleted(work) if wanted in (each.id, each.name.casefold()))
    if found := next(gone, None):
        return found
    raise CommandError(f"No deleted project is called {name!r}. `sharpen project list` names those that there are.")


def _text(file: Path) -> str:
    """The text of a file or of the input. Raises BadText, CommandError."""
    if str(file) == "-":
        return decoded(sys.stdin.buffer.read(MOST_BYTES + 1))
    try:
        with file.open("rb") as opened:
            return decoded(opened.read(MOST_BYTES + 1))
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror}.") from None


def _summary(project: Project) -> dict[str, Any]:
    return {
        "id": project.id,
        "name": project.name,
        "updated": project.updated.isoformat(),
        "written": list(project.texts),
        "methods": project.confirmed,
    }


def _document(project: Project, asked: Interview) -> dict[str, Any]:
    return {
        **_summary(project),
        "texts": project.texts,
        "gaps": [vars(gap) for gap in asked.gaps],
        "methods": [_method(method) for method in asked.methods],
    }


def _method(method: Method) -> dict[str, Any]:
    return {
        "method": method.ladder.slug,
        "used": method.used,
        "named": [{"field": one.field, "word": one.word} for one in method.named],
    }
