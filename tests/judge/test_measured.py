"""The model solution is timed once in the background; from then on, verdicts say what it takes."""

from pathlib import Path

from sharpen.domain.verdict import CheckResult, model_ms
from sharpen.judge import LocalJudge
from sharpen.store.solving.attempts import dumps, loads
from tests.judge.conftest import HERE, problem_in

TOPICS = HERE.parents[1] / "content" / "topics"
FOLDER = TOPICS / "ml-coding" / "k-means" / "k-means"
LONG_NUMBERS = TOPICS / "general-coding" / "bit-manipulation" / "bitmap-that-repairs-itself"


def test_once_it_is_measured_every_result_has_the_model_solutions_time(tmp_path: Path) -> None:
    problem, source = problem_in(FOLDER), (FOLDER / "solution.py").read_text("utf-8")
    judge = LocalJudge(lambda _slug: FOLDER, cache=tmp_path)
    try:
        assert model_ms(list(judge.judge(problem, source))) == 0
        judge.prepare([problem])
        results: list[CheckResult] = []
        while not model_ms(results):
            results = list(judge.judge(problem, source))
        assert all(result.model_ms > 0 for result in results)
        timed = [result.growth for result in results if result.growth]
        assert timed
        assert all(timing.model_ms > 0 for growth in timed for timing in growth.timings)
    finally:
        judge.close()


def test_what_was_timed_on_a_number_of_thousands_of_bits_can_be_kept(tmp_path: Path) -> None:
    judge = LocalJudge(lambda _slug: LONG_NUMBERS, cache=tmp_path)
    try:
        results = tuple(judge.judge(problem_in(LONG_NUMBERS), (LONG_NUMBERS / "solution.py").read_text("utf-8")))
    finally:
        judge.close()
    sizes = [timing.size for result in loads(dumps(results)) if result.growth for timing in result.growth.timings]
    assert sizes
    assert max(sizes) <= 2**12
