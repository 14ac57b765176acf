"""loops.toml: what is accepted, what is refused and on which line, and what ours says."""

from itertools import pairwise
from pathlib import Path

import pytest

from sharpen.authoring.folders import find, opened
from sharpen.authoring.proof import prove_read
from sharpen.content.library import Library, bundled, read_library
from sharpen.domain.loop import LoopRound, What
from sharpen.domain.problem import Difficulty
from tests.practice.casing import write_case

LOOPS = """\
[[loop]]
id = "short"
title = "A short one"
about = "Two cards."
rounds = [
  { round = "design", minutes = 20, what = "case", count = 1, break = 5 },
  { round = "design", minutes = 10, what = "cards", count = 2 },
]

[[role]]
id = "engineer"
title = "Engineer"
weights = { design = 2 }

[[level]]
id = "senior"
title = "Senior"
factors = { design = 1.5 }
problems = ["medium", "hard"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_case(tmp_path / "content")
    (root / "loops.toml").write_text(LOOPS)
    return root


def test_loops_roles_and_levels_are_read_whole(root: Path) -> None:
    loops = read_library([root]).loops
    assert loops.broken == []
    assert list(loops) == ["short"]
    assert loops["short"].rounds == (
        LoopRound("design", 20, What.CASE, 1, 5),
        LoopRound("design", 10, What.CARDS, 2, 0),
    )
    assert loops["short"].minutes == 35
    assert loops.levels["senior"].problems == (Difficulty.MEDIUM, Difficulty.HARD)
    assert loops.levels["senior"].cases == tuple(Difficulty)  # what is not said suits
    assert loops.weights("engineer", "senior") == {"design": 1.0}
    assert loops.custom is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"design", minutes = 20', '"desing", minutes = 20', '5: round 1: `round` is "desing", which outline.toml '),
        ("minutes = 10", "minutes = 3", "5: round 2: `minutes` is 3; it must be a whole number of minutes from 5 to "),
        ('what = "cards"', 'what = "card"', '5: round 2: `what` is "card"; it must be one of "problems", "cards"'),
        (", count = 2", "", "5: round 2: `count` is missing"),
        ("break = 5", "brake = 5", "5: round 1: `brake` is not a key of loops.toml; did you mean `break`?"),
        ("weights = { design = 2 }", "weights = { design = 9 }", "13: `weights` is "),
        (
            "weights = { design = 2 }",
            "weights = { design = 2, depht = 1 }",
            '13: `weights` names "depht", which is no ',
        ),
        ("factors = { design = 1.5 }", "factors = {}", "18: `factors` is {}; it must be a table of every round"),
        ('["medium", "hard"]', '["medium", "medium"]', "19: `problems` is "),
        ('["medium", "hard"]', '["medium", ["hard"]]', "19: `problems` is "),
        ('["medium", "hard"]', '["medium"]\ncases = []', "20: `cases` is []; it must be a list of"),
        ('about = "Two cards."', "", "1: `about` is missing"),
    ],
)
def test_a_fault_is_named_with_its_line_and_left_out(root: Path, old: str, new: str, fault: str) -> None:
    assert old in LOOPS
    (root / "loops.toml").write_text(LOOPS.replace(old, new, 1))
    loops = read_library([root]).loops
    found = [f"{one.line}: {one.message}" for one in loops.broken]
    assert len(found) == 1, found
    assert found[0].startswith(fault)
    assert len(loops) + len(loops.roles) + len(loops.levels) == 2


def test_every_round_has_a_weight(root: Path) -> None:
    outline = (root / "outline.toml").read_text()
    (root / "outline.toml").write_text(outline.replace("[rounds]\n", '[rounds]\nbreadth = "Breadth"\n', 1))
    messages = [fault.message for fault in read_library([root]).loops.broken]
    assert messages == [
        "`weights` must name every round; missing are breadth",
        "`factors` must name every round; missing are breadth",
    ]


def test_an_id_is_there_once_in_all_content_folders(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "loops.toml").write_text(LOOPS)
    loops = read_library([root, other]).loops
    assert [fault.message for fault in loops.broken] == [
        f'there is a {name} "{name_id}" already, in another content folder'
        for name, name_id in (("loop", "short"), ("role", "engineer"), ("level", "senior"))
    ]


def test_a_contributor_checks_the_file_by_its_path(root: Path) -> None:
    path = root / "loops.toml"
    path.write_text(LOOPS.replace("minutes = 20", "minutes = 0"))
    library = opened([], [path])
    assert find(library, [path]).loops == [path] == find(library, [root]).loops
    assert find(library, [root / "cases"]).loops == []
    assert [str(finding) for finding in prove_read(path, library.loops.broken).findings]


def test_ours_are_sound_and_levels_shift_from_coding_to_design() -> None:
    library = Library.open()
    loops = library.loops
    assert prove_read(bundled() / "loops.toml", loops.broken).findings == ()
    assert {"phone-screen", "full-loop"} <= set(loops)
    assert loops.custom is loops["full-loop"]
    assert [each.round for each in loops["full-loop"].rounds] == list(library.outline.rounds)
    for role in loops.roles:
        for level in loops.levels:
            weights = loops.weights(role, level)
            assert set(weights) == set(library.outline.rounds)
            assert sum(weights.values()) / len(weights) == pytest.approx(1)
        steps = [loops.weights(role, level) for level in loops.levels]
        for low, high in pairwise(steps):
            assert low["general-coding"] > high["general-coding"]
            assert low["design"] < high["design"]
            assert low["behavioral"] < high["behavioral"]
    with pytest.raises(KeyError):
        loops.weights("ml-engineer", "wizard")
