"""Ladders: what stands in the library, and what is said of a file that has a fault."""

from pathlib import Path

import pytest

from sharpen.authoring.folders import find
from sharpen.authoring.proof import prove_read
from sharpen.content.ladders import FOLDER, PROJECT
from sharpen.content.library import Library, bundled, read_library
from sharpen.domain.ladder import Depth

FIELD = '[[field]]\nid = "data"\ntitle = "Data"\nprompt = "Which?"\nexample = "Logs."\ngap = "Which data?"\n'
OUTLINE = """
[rounds]
design = "Design"

[[group]]
round = "design"
title = "All"
topics = [{ id = "ctc", wants = ["cards"] }]
"""


def rung(deep: str, /, **changed: str) -> str:
    row = {
        "id": f'"{deep}"',
        "depth": f'"{deep}"',
        "question": f'"{deep.capitalize()}?"',
        "points": '["a", "b", "c"]',
        "weak": '["d"]',
        "strong": '"More?"',
        "partial": '"Half?"',
        "stuck": '"Help?"',
        **changed,
    }
    return "[[rung]]\n" + "".join(f"{key} = {value}\n" for key, value in row.items())


def ladder(*, depths: tuple[str, ...] = tuple(Depth), head: str = "", **changed: str) -> str:
    rungs = [rung(depth, **changed if place == 0 else {}) for place, depth in enumerate(depths)]
    return f'title = "Data"\ntopics = ["ctc"]\n{head}\n' + "\n".join(rungs)


def write(root: Path, text: str, place: str = "facets/data") -> Library:
    path = root / FOLDER / f"{place}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    (root / FOLDER / PROJECT).write_text(FIELD)
    (root / "outline.toml").write_text(OUTLINE)
    path.write_text(text)
    return read_library([root])


def test_the_library_has_every_facet_and_the_methods_people_name() -> None:
    ladders = Library.open().ladders
    assert ladders.broken == []
    assert [each.field for each in ladders.facets()] == [field.id for field in ladders.fields]
    assert len(ladders.fields) >= 14
    assert len(ladders.methods()) >= 16
    assert sum(len(each.rungs) for each in ladders.values()) >= 150


def test_a_ladder_is_read(tmp_path: Path) -> None:
    found = write(tmp_path, ladder()).ladders["data"]
    assert (found.title, found.field, found.is_facet, found.topics) == ("Data", "data", True, ("ctc",))
    assert [each.depth for each in found.rungs] == list(Depth)
    assert found.rungs[0].points == ("a", "b", "c")
    found = write(tmp_path, ladder(strong_answer='"Six sevens: 42."')).ladders["data"]
    assert [each.strong_answer for each in found.rungs][:2] == ["Six sevens: 42.", ""]


def test_no_question_is_asked_by_two_ladders(tmp_path: Path) -> None:
    write(tmp_path, ladder())
    both = write(tmp_path, ladder(head='words = ["ctc"]', question='"Why CTC?"'), "methods/ctc").ladders
    assert [each.slug for each in both.methods()] == ["ctc"]
    assert [fault.message for fault in both.broken][:1] == ['"how" asks what "how" of data asks']
    assert len(both.broken) == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ladder(depths=("what", "how", "why", "limits")), "no rung has the depth mechanism"),
        (ladder(depths=("how", "what", "why", "mechanism", "limits")), "must go deeper in this order"),
        (ladder(points='["a"]'), "a list of 3 to 6 lines"),
        (ladder(depth='"deep"'), "one of"),
        (ladder(stuck_answer="42"), "one line of 1 to 300 characters"),
        (ladder().replace('"ctc"', '"ctcc"'), 'did you mean "ctc"?'),
        (ladder(id='"how"'), 'two of the id "how"'),
        ("title = ", "Invalid value"),
    ],
)
def test_a_fault_is_said_and_the_ladder_is_left_out(tmp_path: Path, text: str, said: str) -> None:
    library = write(tmp_path, text)
    assert not library.ladders
    assert any(said in f"line {fault.line}: {fault.message}" for fault in library.ladders.broken)
    proof = prove_read(tmp_path / FOLDER, library.ladders.broken)
    assert not proof.sound


def test_a_facet_is_named_like_a_field_and_a_method_has_words(tmp_path: Path) -> None:
    (fault,) = write(tmp_path / "a", ladder(), "facets/dato").ladders.broken
    assert 'did you mean "data"?' in fault.message
    (fault,) = write(tmp_path / "b", ladder(), "methods/ctc").ladders.broken
    assert "needs `words`" in fault.message


def test_a_path_means_ladders() -> None:
    folder = bundled() / FOLDER
    library = Library.open()
    assert find(library, [folder]).depth == [folder.resolve()]
    assert find(library, [folder / "facets/evaluation.toml"]).depth == [folder.resolve() / "facets/evaluation.toml"]
