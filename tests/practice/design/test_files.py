"""A sitting in plain files: what is typed there and in the browser comes together, and nothing is lost."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.content.library import read_library
from sharpen.domain.passage import Typed
from sharpen.domain.sitting import Sitting
from sharpen.practice import Workspace
from sharpen.practice.design import files, sittings
from sharpen.practice.errors import BadText
from tests.looking import look
from tests.practice.casing import write_case

CASE = "rank-ads"


@pytest.fixture
def ws(ws: Workspace, tmp_path: Path) -> Workspace:
    return replace(ws, library=read_library([write_case(tmp_path / "cases")]))


@pytest.fixture
def folder(ws: Workspace, tmp_path: Path) -> Path:
    files.write(ws, tmp_path / "mine", ws.library.cases[CASE], sittings.start(ws, CASE))
    return tmp_path / "mine"


def sitting(ws: Workspace) -> Sitting:
    found = look(ws, lambda work: sittings.open_one(work, CASE))
    assert found is not None
    return found


def write(folder: Path, text: str, under: str = "> How fast?\n") -> None:
    notes = folder / "notes.md"
    before = notes.read_text()
    assert under in before
    notes.write_text(before.replace(under, f"{under}\n{text}\n"))


def in_browser(ws: Workspace, text: str, name: str = "serving", edit: str = "b.1") -> None:
    here = sitting(ws)
    sittings.save(ws, CASE, here.id, Typed(name, text, here.passage(name).version, edit))


def test_the_files_have_headings_prompts_and_the_names_that_the_rubric_reads(folder: Path) -> None:
    notes = (folder / "notes.md").read_text()
    assert [line for line in notes.splitlines() if line] == [
        "# Rank ads",
        "## Problem",
        "> What is predicted?",
        "> How often?",
        "## Serving",
        "> How fast?",
    ]
    assert (folder / "cells.txt").read_text() == "# The rubric reads: qps, latency\n\n"
    assert "Design the ranking" in (folder / "brief.md").read_text()
    assert files.sitting_in(folder) is not None
    assert files.sitting_in(folder.parent) is None


def test_what_is_typed_in_files_is_kept_and_only_that(ws: Workspace, folder: Path) -> None:
    assert files.sync(ws, folder).sitting.passages == {}, "prompts are no notes"
    write(folder, "In *stages*:\n\n## A heading of my own\n\n> a quotation\n")
    (folder / "cells.txt").write_text("# The rubric reads: qps, latency\nqps = 3 / s\n# a comment\n")
    kept = files.sync(ws, folder).sitting
    assert kept.text("serving") == "In *stages*:\n\n## A heading of my own\n\n> a quotation"
    assert kept.text("cells") == "qps = 3 / s\n# a comment"
    assert kept.text("problem") == ""
    before = (folder / "notes.md").stat().st_mtime_ns
    assert files.sync(ws, folder).sitting == kept
    assert (folder / "notes.md").stat().st_mtime_ns == before, "a file that says the same is not written"


def test_text_above_the_first_step_and_without_prompts_is_kept_too(ws: Workspace, folder: Path) -> None:
    (folder / "notes.md").write_bytes(b"\xef\xbb\xbfFirst of all\r\n## Serving\r\nfast\r\n")
    kept = files.sync(ws, folder).sitting
    assert (kept.text("problem"), kept.text("serving")) == ("First of all", "fast")


def test_what_is_typed_in_the_browser_comes_into_the_files(ws: Workspace, folder: Path) -> None:
    write(folder, "mine")
    files.sync(ws, folder)
    in_browser(ws, "mine, and more")
    in_browser(ws, "qps = 1", "cells")
    write(folder, "of the problem", under="> How often?\n")
    synced = files.sync(ws, folder)
    assert (set(synced.taken), synced.both) == ({"serving", "cells"}, ())
    notes = (folder / "notes.md").read_text()
    assert "mine, and more" in notes
    assert "of the problem" in notes
    assert "> How fast?" in notes
    assert (folder / "cells.txt").read_text().endswith("\nqps = 1\n")
    assert synced.sitting.text("problem") == "of the problem"
    assert synced.sitting.aside == ()


@pytest.mark.parametrize(
    ("mine", "front", "aside"), [(True, "in files", "in browser"), (False, "in browser", "in files")]
)
def test_of_what_changed_in_both_one_chooses(
    ws: Workspace, folder: Path, *, mine: bool, front: str, aside: str
) -> None:
    write(folder, "in files")
    in_browser(ws, "in browser")
    for _ in range(2):
        asked = files.sync(ws, folder)
        assert asked.both == ("serving",)
        assert "in files" in (folder / "notes.md").read_text(), "the file stays as it is"
        assert asked.sitting.text("serving") == "in browser"
        assert {one.text for one in asked.sitting.aside} == {"in files"}
    chosen = files.sync(ws, folder, mine=mine)
    assert chosen.both == ()
    assert chosen.sitting.text("serving") == front
    assert {one.text for one in chosen.sitting.aside} == {aside}
    assert front in (folder / "notes.md").read_text()
    assert files.sync(ws, folder).both == ()


def test_a_line_that_looks_like_a_step_does_not_become_one(ws: Workspace, folder: Path) -> None:
    in_browser(ws, "## Problem\nis not meant")
    files.sync(ws, folder)
    kept = files.sync(ws, folder).sitting
    assert kept.text("problem") == ""
    assert kept.text("serving").endswith("# Problem\nis not meant")


def test_the_brief_grows_with_what_is_learned(ws: Workspace, folder: Path) -> None:
    sittings.ask_freely(ws, CASE, sitting(ws).id, "What is the load?")
    sittings.ask(ws, CASE, sitting(ws).id, "price")
    files.sync(ws, folder)
    brief = (folder / "brief.md").read_text()
    assert "**What is the load?**\n\nOne million.\n" in brief
    assert "**What does an advertiser pay for a click?**\n\nHis bid.\n" in brief


@pytest.mark.parametrize("state", ["", "[]", "{}", '{"case": 1, "sitting": "x", "passages": {}}'])
def test_a_folder_whose_memory_is_broken_is_of_no_sitting(ws: Workspace, folder: Path, state: str) -> None:
    (folder / ".sitting.json").write_text(state)
    with pytest.raises(BadText, match="not the folder of a sitting"):
        files.sync(ws, folder)


def test_a_file_that_is_no_text_changes_nothing(ws: Workspace, folder: Path) -> None:
    write(folder, "mine")
    (folder / "cells.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(BadText, match=r"cells\.txt is not UTF-8"):
        files.sync(ws, folder)
    assert sitting(ws).passages == {}
    assert json.loads((folder / ".sitting.json").read_text())["case"] == CASE
