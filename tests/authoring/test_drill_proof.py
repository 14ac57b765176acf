"""`content check` says what is unfair about a drill."""

from pathlib import Path

import pytest

from sharpen.authoring.drill_proof import prove_drill
from sharpen.content.library import read_library
from tests.practice.drilling import write_drills


def reported(root: Path, slug: str = "windows-0") -> list[str]:
    library = read_library([root])
    return [f.what for f in prove_drill(library, library.problems.folder(slug), library.problems[slug])]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Statements with the quote that their drills name, in a sentence that is drilled."""
    root = write_drills(tmp_path / "content", of_each=1)
    for path in root.glob("topics/*/*/*/statement.md"):
        path.write_text(
            path.read_text().replace("A list has many values.", "A list has values that lie\n  side by side.")
        )
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "topics/general-coding/windows/windows-0" / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_a_fair_drill_is_fair(root: Path) -> None:
    assert reported(root) == []


def test_words_must_stand_in_what_is_drilled(root: Path) -> None:
    edit(root, "drill.toml", "values that lie side by side", "Sum each stretch")
    assert reported(root) == ["The statement does not say 'Sum each stretch'."]


def test_the_tempting_pattern_is_a_pattern_and_wrong(root: Path) -> None:
    edit(root, "drill.toml", 'tempting = "heaps"', 'tempting = "k-means"')
    assert reported(root) == ["`tempting` is 'k-means', which is no pattern."]
    edit(root, "drill.toml", 'tempting = "k-means"', 'tempting = "grids"')
    edit(root, "problem.toml", 'difficulty = "easy"', 'also = ["grids"]\ndifficulty = "easy"')
    assert reported(root) == ["`tempting` is 'grids', which is right here."]


def test_a_fault_of_the_file_is_reported(root: Path) -> None:
    edit(root, "drill.toml", "why =", "wy =")
    assert reported(root) == ["`wy` is not a key of drill.toml; did you mean `why`?"]


def test_patterns_have_drills_and_nothing_else_has(root: Path) -> None:
    (root / "topics/general-coding/windows/windows-0/drill.toml").unlink()
    assert reported(root) == ["This file is missing."]
    outline = root / "outline.toml"
    outline.write_text(
        outline.read_text().replace('"heaps", wants = ["problem", "drill"]', '"heaps", wants = ["problem"]')
    )
    assert reported(root, "heaps-0") == ["'heaps' is no pattern to be recognized."]
