"""The problems we ship are what they say: every one is proved, and a few are mutated, others each day."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

from sharpen.content.library import Library
from sharpen.domain.topic import Topic
from sharpen.judge import LocalJudge
from sharpen.practice.proof import Strictness, prove, prove_lesson

LIBRARY = Library.open()
CODING = [topic for topic in LIBRARY.outline if topic.round == "ml-coding"]
TODAY = date.today().toordinal()
MUTATED_A_DAY, MUTANTS_EACH = 4, 12


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalJudge]:
    with closing(LocalJudge(cache=tmp_path_factory.mktemp("cache"))) as judge:
        yield judge


def test_the_outline_has_every_topic_of_the_guide() -> None:
    assert len(list(LIBRARY.outline)) == 182
    assert len(CODING) == 15


def test_nothing_in_the_content_is_broken() -> None:
    assert LIBRARY.broken == []
    assert len(LIBRARY.problems) >= 26


@pytest.mark.parametrize("topic", CODING, ids=lambda topic: topic.id)
def test_every_coding_topic_has_a_sound_lesson_and_a_problem(topic: Topic) -> None:
    room = LIBRARY.folder(LIBRARY.of_topic(topic.id)[0].slug).parent
    assert prove_lesson(room).findings == ()


@pytest.mark.parametrize("slug", LIBRARY.problems)
def test_every_problem_is_sound(judge: LocalJudge, slug: str) -> None:
    assert prove(LIBRARY, judge, LIBRARY.folder(slug)).findings == ()


@pytest.mark.parametrize("slug", random.Random(TODAY).sample(sorted(LIBRARY.problems), MUTATED_A_DAY))
def test_small_mistakes_in_the_solution_are_noticed(judge: LocalJudge, slug: str) -> None:
    """A sample by the day; `make strength` judges every mutant of every problem."""
    strictness = Strictness(strength=True, sample=MUTANTS_EACH, seed=TODAY, workers=1)
    proof = prove(LIBRARY, judge, LIBRARY.folder(slug), strictness)
    assert proof.findings == ()
    assert proof.strength
    assert proof.strength.tried
