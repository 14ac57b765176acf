"""A lesson's pictures are drawn, and each one shown is there."""

import shutil
from pathlib import Path

import pytest

from sharpen.authoring.picture_proof import prove_beside_statement, prove_pictures
from sharpen.content.lesson_pictures import drawn, read_pictures
from sharpen.content.library import bundled

PICTURES = """\
def two_lines(figure):
    figure.subplots().plot([1, 2])

PICTURES = [two_lines]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pictures.py").write_text(PICTURES)
    (tmp_path / "lesson.md").write_text("# Lines\n\n![See the slope](two-lines.svg)\n")
    return tmp_path


def test_a_picture_is_drawn_the_same_every_time(folder: Path) -> None:
    (draw,) = read_pictures(folder).values()
    assert drawn(draw).startswith("<svg")
    assert drawn(draw) == drawn(draw)
    assert not list(prove_pictures(folder))


def test_a_folder_without_pictures_needs_none(tmp_path: Path) -> None:
    assert read_pictures(tmp_path) == {}
    assert not list(prove_pictures(tmp_path))


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("pictures.py", "[1, 2]", "[1, 2], [3]", "two-lines cannot be drawn: ValueError"),
        ("pictures.py", "PICTURES =", "OTHERS =", "cannot be run: KeyError"),
        ("lesson.md", "two-lines.svg", "three-lines.svg", "There is no picture three-lines.svg"),
        ("lesson.md", "two-lines.svg", "two-lines.png", "does not show the picture two-lines"),
    ],
)
def test_faults_are_found(folder: Path, file: str, before: str, after: str, message: str) -> None:
    path = folder / file
    path.write_text(path.read_text().replace(before, after))
    found = [str(finding) for finding in prove_pictures(folder)]
    assert any(message in finding for finding in found), found


def test_a_case_that_cannot_be_drawn_beside_the_statement_is_found(tmp_path: Path) -> None:
    problem = next(bundled().rglob("shortest-cover"))
    folder = tmp_path / problem.name
    shutil.copytree(problem, folder)
    assert not list(prove_beside_statement(folder))
    picture = folder / "picture.py"
    picture.write_text(picture.read_text().replace("> 24", "> 4"))
    (finding,) = prove_beside_statement(folder)
    assert "too many events to see anything" in str(finding)
    assert "SHOWS_METHOD" in str(finding)
