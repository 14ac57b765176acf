"""Stories in a terminal: written in one's own editor, matched to questions, told against the clock, never lost."""

import json
from pathlib import Path

from sharpen.practice import Workspace
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.looking import look

ACTION = "I measured the queue twice and cut it by 40 percent."


def written(sharpen: Run) -> str:
    """Begin a story by its file; its id."""
    text = f"# The late launch\n\nShows: ownership, users\n\n## Action\n\n{ACTION}\n\n## Result\n\nOn time.\n"
    assert sharpen("story", "import", "/dev/stdin", stdin=text).stdout == "1 added, 0 changed, 0 the same.\n"
    return str(json.loads(sharpen("story", "list", "--json").stdout)["stories"][0]["id"])


def test_a_story_is_written_counted_and_edited(sharpen: Run, work: Path, environment: dict[str, str]) -> None:
    assert "There is no story yet." in sharpen("story", "list").stdout
    story = written(sharpen)
    shown = sharpen("story", "show", "late launch").stdout
    assert "“I” 1, “we” 0; numbers in the result: none." in shown
    editor = work / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/On time/Two weeks early/" "$1"\n')
    editor.chmod(0o755)
    environment["VISUAL"] = str(editor)
    assert sharpen("story", "edit", story).stdout == "Kept.\n"
    assert "Two weeks early" in sharpen("story", "show", story[:8]).stdout
    environment["VISUAL"] = "false"
    failed = sharpen("story", "edit", story)
    assert (failed.returncode, "What you typed is in" in failed.stderr) == (2, True)


def test_stories_leave_as_a_file_and_come_back(sharpen: Run, work: Path) -> None:
    story = written(sharpen)
    assert "written to stories.md" in sharpen("story", "export", "stories.md").stdout
    refused = sharpen("story", "export", "stories.md")
    assert (refused.returncode, "add --force" in refused.stderr) == (2, True)
    assert sharpen("story", "export", "stories.md", "--force").returncode == 0
    assert "1 the same" in sharpen("story", "import", "stories.md").stdout
    assert "Deleted: The late launch" in sharpen("story", "delete", "launch").stdout
    gone = sharpen("story", "show", "launch")
    assert (gone.returncode, "launch" in gone.stderr) == (2, True)
    assert sharpen("story", "delete", "--undo", story).stdout == "It is back: The late launch.\n"
    assert (work / "stories.md").read_text("utf-8") == sharpen("story", "export").stdout


def test_which_story_for_which_question(sharpen: Run) -> None:
    written(sharpen)
    holes = sharpen("story", "matrix").stdout
    assert "The late launch" in holes
    assert "No story shows" in holes
    found = sharpen("story", "match", "one-complaint").stdout
    assert "The late launch" in found
    assert "never told" in found


def test_a_telling_is_timed_rated_and_comes_back(
    sharpen: Run, work: Path, environment: dict[str, str], ws: Workspace
) -> None:
    unseen = sharpen("rehearse", "launch")
    assert (unseen.returncode, "at a terminal" in unseen.stderr) == (2, True)
    story = written(sharpen)
    wrong = Terminal([*COMMAND, "rehearse", "launch", "--question", "one-complain"], work, environment)
    wrong.wait_for("Did you mean one-complaint")
    assert wrong.end() == 2
    terminal = Terminal([*COMMAND, "rehearse", "launch", "--question", "one-complaint"], work, environment)
    terminal.wait_for(ws.library.questions["one-complaint"].question[:40])
    terminal.wait_for("of 2:00")
    terminal.press("s")
    terminal.wait_for(ACTION)
    terminal.press("\n")
    terminal.wait_for("How did it go?")
    terminal.press("3")
    terminal.wait_for("A note for the next time")
    terminal.press("Slower at the end\n")
    terminal.wait_for("It comes back on")
    assert terminal.end() == 0
    (telling,) = look(ws, lambda work: list(work.tellings.everything()))
    assert (telling.story, telling.question, telling.note.text) == (story, "one-complaint", "Slower at the end")
    assert telling.seconds > 0
    assert "Slower at the end" in sharpen("story", "show", "launch").stdout


def test_a_telling_that_is_not_rated_is_kept(
    sharpen: Run, work: Path, environment: dict[str, str], ws: Workspace
) -> None:
    written(sharpen)
    terminal = Terminal([*COMMAND, "rehearse"], work, environment)
    terminal.wait_for("of 2:00")
    terminal.press("\n")
    terminal.wait_for("How did it go?")
    terminal.press("q")
    terminal.wait_for("Not rated")
    assert terminal.end() == 0
    (telling,) = look(ws, lambda work: list(work.tellings.everything()))
    assert telling.seconds > 0
    assert telling.note.text == ""
