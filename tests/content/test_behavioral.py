"""Questions of the behavioral round: what stands in the library, and what is said of a file that has a fault."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from sharpen.authoring.folders import find
from sharpen.authoring.proof import prove_read
from sharpen.content.behavioral import COMPETENCIES, FOLDER, QUESTIONS, Questions
from sharpen.content.library import Library, bundled, read_library

OWNERSHIP = '[[competency]]\nid = "ownership"\ntitle = "Ownership"\nmeaning = "Sees it through."\n'
USERS = '[[competency]]\nid = "users"\ntitle = "Users"\nmeaning = "Knows them."\n'


def question(**changed: str) -> str:
    row = {
        "id": '"launch"',
        "question": '"What did you do after the launch?"',
        "competencies": '["ownership", "users"]',
        "seeks": '"Whether it was the end."',
        "good": '["a", "b", "c"]',
        "bad": '["d", "e"]',
        "follow_ups": '["Why?", "And then?"]',
        **changed,
    }
    return "[[question]]\n" + "".join(f"{key} = {value}\n" for key, value in row.items())


def write(root: Path, text: str, competencies: str = OWNERSHIP + USERS, name: str = "mine") -> Path:
    folder = root / FOLDER / QUESTIONS
    folder.mkdir(parents=True, exist_ok=True)
    (root / FOLDER / COMPETENCIES).write_text(competencies)
    (folder / f"{name}.toml").write_text(text)
    return root


def test_the_library_asks_for_every_competency() -> None:
    questions = Library.open().questions
    assert questions.broken == []
    assert len(questions.competencies) == 12
    assert len(questions) >= 66
    assert all(len(questions.of_competency(competency)) >= 4 for competency in questions.competencies)


def test_no_sign_stands_at_two_questions_of_the_library() -> None:
    questions = Library.open().questions.values()
    signs = Counter(sign for one in questions for sign in (*one.good, *one.bad))
    assert [sign for sign, times in signs.items() if times > 1] == []


def test_every_question_of_the_library_says_how_hard_it_is() -> None:
    questions = read_library([bundled()]).questions
    for competency in questions.competencies:  # a mock of any level asks about different ones
        assert len({question.difficulty for question in questions.of_competency(competency)}) >= 2


def test_a_question_is_read(tmp_path: Path) -> None:
    found = Questions([write(tmp_path, question())])
    assert found.broken == []
    one = found["launch"]
    assert (one.main, one.competencies) == ("ownership", ("ownership", "users"))
    assert (one.good, one.bad, one.follow_ups) == (("a", "b", "c"), ("d", "e"), ("Why?", "And then?"))
    assert found.of_competency("ownership") == [one]
    assert found.of_competency("users") == []
    assert found.competencies["users"].meaning == "Knows them."


def test_a_folder_of_ones_own_adds_to_what_is_there(tmp_path: Path) -> None:
    there = write(tmp_path / "there", question())
    mine = question(id='"mine"', question='"And yours?"', competencies='["users"]', follow_ups='["So?", "Then?"]')
    own = write(tmp_path / "own", mine, "")
    (own / FOLDER / COMPETENCIES).unlink()
    library = read_library([there, own])
    assert list(library.questions) == ["launch", "mine"]
    assert library.questions.broken == []


def test_questions_stand_in_the_order_of_competencies(tmp_path: Path) -> None:
    first = question(id='"first"', question='"One?"', competencies='["users"]', follow_ups='["So?", "Then?"]')
    write(tmp_path, first, name="a")
    found = Questions([write(tmp_path, question(), name="b")])
    assert list(found) == ["launch", "first"]


def test_a_competency_is_defined_once(tmp_path: Path) -> None:
    write(tmp_path / "there", question())
    own = write(tmp_path / "own", question(id='"x"', question='"X?"', follow_ups='["Y?", "Z?"]'), OWNERSHIP)
    found = Questions([tmp_path / "there", own])
    (fault,) = found.broken
    assert (fault.path, fault.line) == (own / FOLDER / COMPETENCIES, 2)
    assert 'there is a competency "ownership" already' in fault.message
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (question(competencies='["owner-ship"]'), 4, 'did you mean "ownership"?'),
        (question(competencies="[]"), 4, "a list of 1 to 4 ids"),
        (question(good='["a", "b"]'), 6, "a list of 3 to 5 lines"),
        (question(difficulty='"tough"'), 9, '`difficulty` is "tough"; it must be one of "easy", "medium", "hard"'),
        (question(bad='["a"]'), 7, "a list of 2 to 4 lines"),
        (question(follow_ups='["Why?"]'), 8, "a list of 2 or 3 lines"),
        (question(id='"Launch"'), 2, "an id in lower case"),
        (question(seek='"Whether."'), 9, "did you mean `seeks`?"),
        (question(follow_ups='["Why?", "What did you do after the launch?"]'), 8, 'is asked by "launch" already'),
        (question() + question(question='"Else?"', follow_ups='["So?", "Then?"]'), 10, 'two of the id "launch"'),
        ("[[question]\n", 1, "not valid TOML"),
    ],
)
def test_a_fault_is_said_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    library = read_library([write(tmp_path, text)])
    assert [fault.line for fault in library.questions.broken if said in fault.message] == [line]
    assert not prove_read(tmp_path / FOLDER, library.questions.broken).sound


def test_a_question_with_a_fault_is_left_out_and_the_rest_is_there(tmp_path: Path) -> None:
    other = question(id='"other"', question='"Other?"', follow_ups='["So?", "Then?"]')
    found = Questions([write(tmp_path, question(seeks='""') + other)])
    assert list(found) == ["other"]


def test_no_line_is_asked_by_two_questions(tmp_path: Path) -> None:
    write(tmp_path, question(), name="a")
    found = Questions([write(tmp_path, question(id='"again"', question='"Again?"'), name="b")])
    assert list(found) == ["launch"]
    assert [fault.message for fault in found.broken] == [
        '"Why?" is asked by "launch" already',
        '"And then?" is asked by "launch" already',
    ]


def test_what_is_not_text_is_said_and_nothing_else_is_lost(tmp_path: Path) -> None:
    write(tmp_path, question(), name="good")
    (tmp_path / FOLDER / QUESTIONS / "bad.toml").write_bytes(b"\xff\xfe")
    (tmp_path / FOLDER / QUESTIONS / "Bad Name.toml").write_text(question())
    found = Questions([tmp_path])
    assert list(found) == ["launch"]
    assert {fault.path.name for fault in found.broken} == {"bad.toml", "Bad Name.toml"}


def test_a_path_means_questions(tmp_path: Path) -> None:
    library, folder = Library.open(), bundled().resolve() / FOLDER
    assert find(library, [folder]).behavioral == [folder]
    file = folder / QUESTIONS / "disagreement.toml"
    assert find(library, [file]).behavioral == [file]
    shutil.copytree(folder, tmp_path / FOLDER)
    assert find(library, [tmp_path / FOLDER]).behavioral == [tmp_path / FOLDER]
