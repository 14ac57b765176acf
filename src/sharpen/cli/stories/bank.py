"""`sharpen story`: the stories; list them, begin one, show and edit one, what they show, and all of them as a file."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated

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
from sharpen.domain.story import Part, Story
from sharpen.domain.story_counts import NO_MORE, against_target, counts, minutes
from sharpen.domain.telling import Told
from sharpen.files.whole import replacing
from sharpen.practice.stories import markdown, matching, questions, stories
from sharpen.practice.work import Work

Named = Annotated[str, typer.Argument(metavar="STORY", help="Its id, how its id begins, or a part of its title.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A file of Markdown.", dir_okay=False)]


def list_stories(as_json: AsJson = False) -> None:
    """List your stories, with what each shows and when it was last told."""
    with workspace() as ws, ws.reading() as work:
        mine, told = list(work.stories.summaries().values()), work.tellings.by_story()
    if as_json:
        rows = [
            {
                "id": one.id,
                "title": one.title,
                "words": one.words,
                "shows": one.competencies,
                **vars(told.get(one.id, Told())),
            }
            for one in mine
        ]
        print_json({"stories": rows})
        return
    if not mine:
        console().print("There is no story yet. `sharpen story new TITLE` begins one, in your editor.")
        return
    shown = table("id", "title", ">words", "shows", "last told")
    for one in mine:
        last = told.get(one.id, Told()).last
        shows = Text(clean(", ".join(one.competencies)))
        shown.add_row(one.id, Text(clean(one.title)), str(one.words), shows, f"{last:%Y-%m-%d}" if last else "never")
    with paged():
        console().print(shown)
        console().print(f"{counted(len(mine), 'story', 'stories')}. `sharpen rehearse STORY` tells one.", markup=False)


def new_story(
    title: Annotated[list[str], typer.Argument(metavar="TITLE", help="A few words by which you find it again.")],
) -> None:
    """Begin a story; at a terminal your editor opens it."""
    with workspace() as ws:
        story = stories.begin(ws, " ".join(title))
    console().print(Text(f"Begun: {clean(story.title)} ({story.id})."))
    if sys.stdin.isatty() and sys.stdout.isatty():
        edit_story(story.id)
    else:
        console().print(f"`sharpen story edit {story.id}` opens it in your editor.", markup=False)


def show_story(story: Named, as_json: AsJson = False) -> None:
    """Show a story, what can be counted of it, and when it was told."""
    with workspace() as ws, ws.reading() as work:
        found = stories.find(work, stories.meant(work, story).id)
        last = work.tellings.last_of(found.id, 5)
    count = counts(found.told)
    if as_json:
        texts = {name: passage.text for name, passage in found.passages.items()}
        numbers = {"words": count.words, "i": count.first, "we": count.we, "numbers": count.numbers}
        print_json({"id": found.id, **texts, "shows": found.competencies, "counts": numbers})
        return
    with paged():
        print_markdown(markdown.write([found]))
        _print_counts(found)
        for telling in last:
            if telling.happened:
                note = f": {telling.note.text}" if telling.note.text else ""
                console().print(Text(clean(f"{telling.at:%Y-%m-%d}, {minutes(telling.seconds)}{note}")))


def _print_counts(story: Story) -> None:
    count, out = counts(story.told), console()
    least, most = count.spoken
    parts = ", ".join(f"{part} {count.percents[part]} %" for part in Part)
    out.print(f"\n{counted(count.total, 'word')}: {parts}.", markup=False)
    length = f"{minutes(least)} to {minutes(most)} minutes at 160 to 130 words a minute"
    out.print(f"Said in {length}: {against_target(count.total)}.", markup=False)
    out.print(f"“I” {count.first}, “we” {count.we}; numbers in the result: {', '.join(count.numbers) or 'none'}.")
    out.print(Text(NO_MORE, "dim"))


def edit_story(story: Named) -> None:
    """Edit a story in your editor ($VISUAL or $EDITOR), as Markdown."""
    with workspace() as ws:
        with ws.reading() as work:
            before = markdown.write([stories.find(work, stories.meant(work, story).id)])
        with NamedTemporaryFile("w", suffix=".md", delete=False, encoding="utf-8") as file:
            file.write(before)
        path = Path(file.name)
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        try:
            subprocess.run([*editor, str(path)], check=True)
        except (OSError, subprocess.CalledProcessError) as problem:
            raise CommandError(f"{editor[0]} failed ({problem}). What you typed is in {path}.") from None
        try:
            taken = markdown.import_(ws, path.read_text("utf-8"))
        except Exception:
            console().print(f"What you typed is in {path}; `sharpen story import` takes it once it is right.")
            raise
    path.unlink()
    console().print("Nothing was changed." if taken.same else "Kept.")


def import_stories(file: File) -> None:
    """Take over stories from Markdown; what a story says instead is put aside, not lost."""
    try:
        text = file.read_bytes()
        if len(text) > markdown.MOST_BYTES:
            raise CommandError(f"{file} is larger than the {markdown.MOST_BYTES >> 20} MiB that are accepted.")
        with workspace() as ws:
            taken = markdown.import_(ws, text.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as problem:
        raise CommandError(f"{file} cannot be read: {problem}.") from None
    console().print(f"{taken.added} added, {taken.changed} changed, {taken.same} the same.")


def export_stories(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Where to write.", show_default="the terminal")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Write all stories as Markdown, which `sharpen story import` reads again."""
    if file is not None and not force:
        refuse_to_replace(file)
    with workspace() as ws, ws.reading() as work:
        mine = [story for story in work.stories.everything() if story.deleted is None]
    text = markdown.write(mine)
    if file is None:
        sys.stdout.write(text)
        return
    with replacing(file) as unfinished:
        unfinished.write_text(text, "utf-8", newline="\n")
    console().print(f"{counted(len(mine), 'story', 'stories')} written to {file}.", markup=False)


def show_matrix() -> None:
    """Show which story shows what, and the holes."""
    with workspace() as ws, ws.reading() as work:
        matrix = matching.matrix(work)
    shown = table("competency", "stories")
    for competency in matrix.competencies:
        titles = [story.title for story in matrix.stories_that_show(competency.id)]
        shown.add_row(Text(clean(competency.title)), Text(clean("; ".join(titles))))
    with paged():
        console().print(shown)
        for hole in matrix.holes:
            console().print(Text(clean(matching.hole(hole)), "yellow"))


def match_question(
    question: Annotated[
        str, typer.Argument(metavar="[QUESTION]", help="The id of a question.", show_default="all of them")
    ] = "",
) -> None:
    """Say which story to tell for a question, or list the questions with the best story for each."""
    with workspace() as ws, ws.reading() as work, paged():
        if question:
            _print_matches(work, question)
            return
        shown, told = matching.by_competency(work.stories.summaries().values()), work.tellings.by_story()
        rows = table("id", "question", "story")
        for one in work.library.questions.values():
            best = matching.matches(one, shown, told, 1)
            rows.add_row(one.id, Text(clean(one.question)), Text(clean(best[0].story.title) if best else "none", "dim"))
        console().print(rows)


def _print_matches(work: Work, question: str) -> None:
    asked, titles = questions.named(work, question), work.library.questions.competencies
    shown = matching.by_competency(work.stories.summaries().values())
    console().print(Text(clean(asked.question), "bold"))
    found = matching.matches(asked, shown, work.tellings.by_story())
    for match in found:
        last = f"last told {match.told.last:%Y-%m-%d}" if match.told.last else "never told"
        console().print(Text(clean(f"{match.story.title} ({match.story.id}): {match.why(titles)}; {last}.")))
    if not found:
        console().print(Text(f"No story shows what it asks for: {titles[asked.main].title}."))


def delete_story(
    story: Named, undo: Annotated[bool, typer.Option("--undo", help="Bring a deleted story back, by its id.")] = False
) -> None:
    """Delete a story; --undo brings it back."""
    with workspace() as ws:
        if undo:
            kept = stories.bring_back(ws, story)
            console().print(Text(f"It is back: {clean(kept.title)}."))
            return
        with ws.reading() as work:
            found = stories.meant(work, story)
        stories.delete(ws, found.id)
    console().print(Text(f"Deleted: {clean(found.title)}. `sharpen story delete --undo {found.id}` brings it back."))
