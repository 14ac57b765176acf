"""The model solution is timed once in the background; from then on, verdicts say what it takes."""

from pathlib import Path

from sharpen.domain.verdict import CheckResult, model_ms
from sharpen.judge import LocalJudge
from tests.judge.conftest import HERE, problem_in

FOLDER = HERE.parents[1] / "content" / "topics" / "ml-coding" / "k-means" / "k-means"


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
