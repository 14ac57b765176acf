"""A case is proven from its files: what our own case would lack if a part of it were otherwise."""

import shutil
from pathlib import Path

import pytest

from sharpen.authoring.proof import prove_case
from sharpen.content.library import Library, bundled, read_library
from sharpen.practice.design.cells import evaluate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Our own case, in a content folder of its own."""
    shutil.copytree(bundled() / "cases", tmp_path / "cases", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(bundled() / "outline.toml", tmp_path)
    return tmp_path / "cases/ads-click-ranking"


def found(folder: Path) -> list[str]:
    return [str(finding) for finding in prove_case(read_library([folder.parents[1]]), folder, evaluate).findings]


def test_every_case_of_ours_is_sound() -> None:
    library = Library.open()
    for slug in library.cases:
        proof = prove_case(library, library.cases.folder(slug), evaluate)
        assert proof.sound, [str(finding) for finding in proof.findings]


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        ("case.toml", 'topic = "ctr-prediction"', 'topic = "pagerank"', "`topic` is 'pagerank', which wants no case."),
        ("case.toml", 'also = ["ranking"', 'also = ["ctr-prediction"', "`also` repeats the topic 'ctr-prediction'."),
        ("case.toml", "strong = true", "strong = false", "Strong facts: 0; there must be 5 to 8."),
        ("case.toml", '"qps", "queries', '"which", "queries', "Asked for 'which', 'traffic' is not found among"),
        ("case.toml", "What must not get worse while clicks go up?", "What share?", "'harm' does not find it"),
        ("case.toml", "minutes = 45", "minutes = 450", "`minutes` is 450"),
        ("rubric.toml", 'step = "serving"', 'step = "scale"', "Points of the step serving: 0; there must be 2 to 4."),
        ("rubric.toml", "\ncell = ", "\n# cell = ", "Points that a number decides: 0; there must be 3 at least."),
        ("brief.md", "Design the system", "Start. " * 120 + "\nDesign", "Words of the brief: 2"),
        ("brief.md", "Design the system", "There are 500 ads. Design", "The brief says 500, which 'candidates' holds"),
        ("brief.md", "Design", "# Design", "brief.md:4: The brief has a heading."),
        ("answer.md", "## Metrics", "## Numbers", "The headings of the answer are not the steps in their order."),
        ("answer.md", "ranked", "TODO", "is still to be written."),
        ("answer.md", "(architecture.svg)", "(plan.svg)", "There is no picture plan.svg."),
        ("answer.md", "network = 20 ms", "network = 40 ms", "earn 'latency-budget', which wants latency at most 100"),
        ("answer.md", "network = 20 ms", "network = 20 mss", "answer.md:46: This cell cannot be computed"),
        ("pictures.py", "height=3.5", "tall=3.5", "The picture architecture cannot be drawn"),
    ],
)  # fmt: skip
def test_a_fault_is_found(folder: Path, file: str, old: str, new: str, finding: str) -> None:
    path = folder / file
    text = path.read_text()
    if old == "ranked":
        text += "ranked"
    assert old in text
    path.write_text(text.replace(old, new))
    assert any(finding in one for one in found(folder)), found(folder)


@pytest.mark.parametrize("file", ["brief.md", "answer.md"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert any("This file is missing." in one for one in found(folder))


def test_an_answer_has_neither_too_few_words_nor_an_empty_step(folder: Path) -> None:
    titles = [step.title for step in read_library([folder.parents[1]]).cases.steps]
    (folder / "answer.md").write_text("\n\n".join(f"## {title}" for title in titles))
    all_of_it = " ".join(found(folder))
    assert "Words of the answer: 1" in all_of_it
    assert "The section 'Serving' is empty." in all_of_it
    assert "The answer shows no picture." in all_of_it


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "case.toml").write_bytes(b"\xff")
    assert "This is not UTF-8 text" in found(folder)[0]


def test_a_folder_that_is_no_case_is_not_sound(folder: Path) -> None:
    other = folder.with_name("Other")
    other.mkdir()
    assert "lower case with hyphens" in found(other)[0]
