"""Problems and lessons are what they say: other problems each day, and other traps, mutants and mistakes of each.

`make strength` judges all of them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharpen.authoring.proof import Strictness, prove, prove_lesson
from sharpen.content.library import Library, bundled
from sharpen.judge import LocalJudge
from tests.sampling import SEED, of_today

LIBRARY = Library.open()
FOLDERS = sorted(path for path in bundled().glob("topics/*/*/*") if path.is_dir() and path.name[0] not in "._")
PROVED = of_today(FOLDERS, 24)
STRICTLY = PROVED[:10]
"""Those that are proved today, and of which mutants and mistakes are judged too."""
ROOMS = sorted({folder.parent for folder in FOLDERS})


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalJudge]:
    judge = LocalJudge(LIBRARY.problems.folder, cache=tmp_path_factory.mktemp("cache"))
    yield judge
    judge.close()


def test_nothing_of_the_content_is_broken() -> None:
    assert LIBRARY.broken == []


def test_the_outline_holds_every_topic_of_the_guide() -> None:
    assert len(list(LIBRARY.outline)) == 182


def test_every_topic_of_the_coding_round_has_a_lesson_and_a_problem() -> None:
    stats = LIBRARY.stats()["topics"]
    coding = [stats[topic.id] for topic in LIBRARY.outline if topic.round == "ml-coding"]
    assert len(coding) == 15
    assert all(topic["lesson"] and topic["problems"] for topic in coding)


@pytest.mark.parametrize("folder", PROVED, ids=lambda folder: folder.name)
def test_a_problem_is_sound(folder: Path, judge: LocalJudge) -> None:
    strictness = Strictness(strength=folder in STRICTLY, sample=2 if folder in STRICTLY else 1, seed=SEED)
    proof = prove(LIBRARY, judge, folder, strictness)
    assert proof.sound, "\n".join(["", *map(str, proof.findings), f"SHARPEN_SEED={SEED}"])


@pytest.mark.parametrize("folder", ROOMS, ids=lambda folder: folder.name)
def test_a_lesson_is_sound(folder: Path) -> None:
    proof = prove_lesson(folder)
    assert proof.sound, "\n".join(["", *map(str, proof.findings)])
