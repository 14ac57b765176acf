"""drill.toml: what is accepted, what is refused and how, and what of a statement is drilled."""

from pathlib import Path

import pytest

from sharpen.content.drills import Drills, read_drill
from sharpen.content.library import Library, read_library
from sharpen.domain.drill import Drill
from tests.practice.drilling import write_drills


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return read_library([write_drills(tmp_path / "content", of_each=2)])


def faults(library: Library, old: str, new: str) -> list[str]:
    path = library.problems.folder("windows-0") / "drill.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    found = read_drill(path.parent, library.problems["windows-0"])
    return [] if isinstance(found, Drill) else [f"{fault.line}: {fault.message}" for fault in found]


def test_a_drill_says_what_a_statement_wants(library: Library) -> None:
    assert list(library.drills) == ["windows-0", "windows-1", "heaps-0", "heaps-1", "grids-0", "grids-1"]
    assert len(library.drills) == 6
    drill = library.drills["heaps-0"]
    assert (drill.pattern, drill.tempting, drill.time[0], drill.space[0]) == ("heaps", "grids", "O(n)", "O(1)")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"O(n log n)", "O(n²)"]\nspace', '"O(n)"]\nspace', "2: `time` is "),
        (
            'words = ["values that lie side by side"]',
            "words = []",
            "4: `words` is []; it must be a list of 1 to 4 quotes",
        ),
        ("why =", "wy =", "5: `wy` is not a key of drill.toml; did you mean `why`?"),
        ('cost = "It sorts what is in order."', "", "0: `cost` is missing"),
        ('tempting = "', "tempting = = ", "6: this is not valid TOML"),
    ],
)
def test_a_fault_is_named_with_its_line_and_the_drill_is_left_out(
    library: Library, old: str, new: str, fault: str
) -> None:
    (found,) = faults(library, old, new)
    assert found.startswith(fault)
    assert "windows-0" not in library.drills
    assert next(iter(library.drills)) == "windows-1"
    with pytest.raises(KeyError):
        library.drills["windows-0"]


def test_a_problem_without_the_file_has_no_drill(library: Library) -> None:
    (library.problems.folder("grids-1") / "drill.toml").unlink()
    assert "grids-1" not in Drills(library.problems)
    assert "grids-9" not in library.drills


def test_every_statement_that_is_drilled_keeps_its_task_and_names_no_complexity() -> None:
    library = Library.open()
    for slug in library.drills:
        shown, whole = library.drills.statement(slug), library.problems.statement(slug)
        assert "O(" not in shown
        assert "### Example" in shown
        assert "### Follow-up" not in shown
        assert len(shown) > 0.5 * len(whole.partition("### Follow-up")[0]), f"too little is left of {slug}"
