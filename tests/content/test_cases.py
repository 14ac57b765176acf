"""cases/<slug>: what is accepted, what is refused, in which file and on which line."""

from pathlib import Path

import pytest

from sharpen.content.case_answer import cells_in, of_steps, parts
from sharpen.content.library import Library, read_library
from sharpen.domain.case import Bound
from sharpen.domain.problem import Difficulty
from tests.practice.casing import write_case


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_case(tmp_path / "content")


def faults(root: Path, file: str, old: str, new: str) -> list[str]:
    path = root / "cases" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    library = read_library([root])
    assert "rank-ads" not in library.cases
    assert {fault.path for fault in library.cases.broken} <= {path}
    return [f"{fault.line}: {fault.message}" for fault in library.cases.broken]


def test_a_case_is_read_whole(root: Path) -> None:
    cases = read_library([root]).cases
    assert list(cases) == ["rank-ads"]
    assert cases.broken == []
    case = cases["rank-ads"]
    assert (case.title, case.topic, case.also, case.minutes) == ("Rank ads", "clicks", ("ranking",), 30)
    assert [fact.id for fact in case.facts] == ["traffic", "latency", "price", "privacy"]
    assert [fact.id for fact in case.facts if fact.strong] == ["traffic", "latency"]
    assert case.names == ("qps", "latency")
    assert [point.id for point in case.of_step("serving")] == ["budget", "fallback", "rollout"]
    budget = case.point("budget")
    assert budget is not None
    assert budget.cell == Bound("latency", "ms", at_most=100)
    assert case.follow_ups[0].staff == "A budget for each team."
    assert [(step.id, step.share) for step in cases.steps] == [("problem", 0.6), ("serving", 0.4)]
    assert cases.brief("rank-ads").startswith("Design the ranking")
    assert cases.of_topic("clicks") == [case]
    assert not cases.has_lab("rank-ads")
    (cases.folder("rank-ads") / "lab.toml").touch()
    assert cases.has_lab("rank-ads")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("rank-ads/case.toml", "minutes = 30", "minutes = 3", "6: `minutes` is 3; it must be a whole number of"),
        ("rank-ads/case.toml", "minutes = 30", 'difficulty = "tough"\nminutes = 30', '6: `difficulty` is "tough"; it'),
        ("rank-ads/case.toml", "topic =", "topick =", "4: `topick` is not a key of case.toml; did you mean `topic`?"),
        ("rank-ads/case.toml", '"clicks"', '"clicky"', "4: `topic` is \"clicky\", which outline.toml does not have"),
        ("rank-ads/case.toml", '"qps", "load"', '"qps", 3', '13: `words` is ["qps", 3]; it must be a list of words'),
        ("rank-ads/case.toml", 'id = "price"', 'id = "latency"', '24: there are two of the id "latency"'),
        ("rank-ads/case.toml", 'answer = "None."\n', "", "29: `answer` is missing"),
        ("rank-ads/case.toml", 'staff = "A', 'stuff = "A', "38: `stuff` is not a key of case.toml; did you mean"),
        ("rank-ads/case.toml", "since =", "since = =", "7: this is not valid TOML"),
        ("rank-ads/rubric.toml", 'step = "problem"', 'step = "metrics"', "4: `step` is 'metrics'; it must be one of"),
        ("rank-ads/rubric.toml", "at_most = 100", 'at_most = "fast"', "23: `cell.at_most` is \"fast\"; it must be a"),
        ("rank-ads/rubric.toml", ", at_most = 100", "", "23: `cell` needs one of at_most, at_least, between"),
        ("rank-ads/rubric.toml", "[11, 12]", "[12, 11]", "15: `cell.between` is [12, 11]; it must be a list of two"),
        ("steps.toml", "share = 0.4", "share = 0.6", "2: the shares of the steps must sum to 1"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line_and_the_case_is_left_out(
    root: Path, file: str, old: str, new: str, fault: str
) -> None:
    found = faults(root, file, old, new)
    assert any(one.startswith(fault) for one in found), found


def test_what_is_missing_is_named(root: Path) -> None:
    (root / "cases/rank-ads/rubric.toml").unlink()
    (fault,) = read_library([root]).cases.broken
    assert str(fault) == f"{root / 'cases/rank-ads/rubric.toml'}: this file is missing; every case needs it"
    (root / "cases/Rank_Ads").mkdir()
    assert "lower case with hyphens" in read_library([root]).cases.broken[0].message


def test_of_two_cases_of_one_name_the_first_counts_and_steps_may_be_elsewhere(root: Path, tmp_path: Path) -> None:
    other = write_case(tmp_path / "other")
    (other / "cases/steps.toml").unlink()
    library = read_library([root, other])
    assert library.cases.folder("rank-ads") == root / "cases/rank-ads"
    assert "there is a case called rank-ads already" in library.cases.broken[0].message
    (other / "cases/rank-ads").rename(other / "cases/rank-more-ads")
    assert list(read_library([root, other]).cases) == ["rank-ads", "rank-more-ads"]


def test_without_cases_nothing_is_missed(tmp_path: Path) -> None:
    (tmp_path / "outline.toml").write_text("")
    assert read_library([tmp_path]).cases.broken == []
    assert read_library([tmp_path]).cases.steps == ()


def test_what_was_read_is_remembered(root: Path, tmp_path: Path) -> None:
    index = tmp_path / "cache/content.json"
    for _ in range(2):
        assert list(read_library([root], index).cases) == ["rank-ads"]
    assert index.with_name("cases.json").is_file()


def test_an_answer_falls_apart_into_steps_text_and_cells(root: Path) -> None:
    answer = read_library([root]).cases.answer("rank-ads")
    sections = of_steps(answer)
    assert list(sections) == ["Problem", "Serving"]
    assert [part.cells for part in parts(sections["Problem"])] == [False, True]
    assert cells_in(answer).splitlines() == [
        "qps = 1e6 requests / day -> 1/s",
        "network = 20 ms",
        "latency = network + 30 ms",
    ]


def test_every_case_of_ours_is_whole() -> None:
    library = Library.open()
    assert library.cases.broken == []
    assert len(library.cases.steps) == 9
    assert "ads-click-ranking" in library.cases
    assert {case.difficulty for case in library.cases.values()} == set(Difficulty)
