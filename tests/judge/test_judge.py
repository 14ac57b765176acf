"""The judge as its callers see it: verdicts, results, trials of one's own, and what happens when it is killed."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sharpen.domain.problem import Limits, Problem
from sharpen.domain.verdict import CheckResult, Kind, Verdict, overall
from sharpen.judge import JudgeBroken, LocalJudge
from sharpen.judge.prepared import Prepared
from tests.judge.attack import children_of

DOUBLING = Path(__file__).parent / "doubling"


def judged(judge: LocalJudge, problem: Problem, source: str) -> list[CheckResult]:
    return list(judge.judge(problem, source))


def test_the_right_answer_is_accepted_one_result_a_check(judge: LocalJudge, doubling: Problem, right: str) -> None:
    results = judged(judge, doubling, right)
    assert [result.kind for result in results] == [Kind.EXAMPLE, Kind.ORACLE, Kind.PROPERTY, Kind.UNCHANGED]
    assert all(result.of == 4 and result.passed for result in results)
    assert overall(results) is Verdict.ACCEPTED


@pytest.mark.parametrize(
    "body",
    ["return [2 * v for v in values]", "return tuple(v + v for v in values)", "return (2.0 * v for v in values)"],
)
def test_an_answer_in_any_honest_form_is_accepted(judge: LocalJudge, doubling: Problem, body: str) -> None:
    assert overall(judged(judge, doubling, f"def double(values):\n    {body}\n")) is Verdict.ACCEPTED


def test_a_wrong_answer_shows_the_smallest_input_and_the_first_difference(judge: LocalJudge, doubling: Problem) -> None:
    source = (
        "def double(values):\n    out = [2 * v for v in values]\n    out[-1] *= len(out) < 2 or 3\n    return out\n"
    )
    first = next(result for result in judged(judge, doubling, source) if not result.passed)
    assert first.verdict is Verdict.WRONG_ANSWER
    assert first.input == "double([1, 2, 3])"
    assert (first.expected, first.where) == ("[2, 4, 6]", "[2]")
    assert "expected 6, got 18" in first.why


def test_an_error_names_the_line_of_the_candidates_own_code(judge: LocalJudge, doubling: Problem) -> None:
    first = judged(judge, doubling, "def double(values):\n    total = 0\n    return values / total[0]\n")[0]
    assert first.verdict is Verdict.RUNTIME_ERROR
    assert first.line == 3
    assert "values / total[0]" in first.traceback
    assert "sharpen" not in first.traceback


def test_a_relation_that_fails_shows_the_call_that_did(judge: LocalJudge, doubling: Problem, tmp_path: Path) -> None:
    declared = "checks.relation('Negative', 'double', [([1],)], holds=lambda ask, v: ask(v) and ask([-1]) and None)"
    (tmp_path / "checks.py").write_text(f"from sharpen import checks\n\nCHECKS = [{declared}]\n")
    (tmp_path / "solution.py").write_text("")
    source = "def double(values):\n    return [2 * v for v in values if 1 / (v + 1)]\n"
    (result,) = judge.at(lambda _slug: tmp_path).judge(doubling, source)
    assert (result.verdict, result.input) == (Verdict.RUNTIME_ERROR, "double([-1])")


def test_a_generator_is_run_as_the_candidates_own_code(judge: LocalJudge, doubling: Problem) -> None:
    source = "def double(values):\n    print('seen')\n    yield 0\n    raise ValueError('no more')\n"
    first = judged(judge, doubling, source)[0]
    assert (first.why, first.line, first.printed) == ("ValueError: no more", 4, "seen\n")
    ran = judge.run(doubling, source, "double([1])")
    assert (ran.why, ran.line, ran.printed) == ("ValueError: no more", 4, "seen\n")
    changing = "def double(values):\n    for i, v in enumerate(values):\n        values[i] = 0\n        yield 2 * v\n"
    assert [result.passed for result in judged(judge, doubling, changing)] == [True, True, True, False]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("np.zeros(1 << 22)", "larger than 16 MiB"),
        ("[0.5] * (1 << 20)", "larger than 8 MiB without its arrays"),
        ("[np.zeros(0)] * 100_001", "more than 100,000 arrays"),
    ],
)
def test_an_answer_that_is_too_large_says_in_what(judge: LocalJudge, doubling: Problem, answer: str, why: str) -> None:
    patient = replace(doubling, limits=Limits(cpu=10.0, wall=30.0))
    first = judged(judge, patient, f"import numpy as np\ndef double(values):\n    return {answer}\n")[0]
    assert first.verdict is Verdict.OUTPUT_LIMIT
    assert why in first.why


def test_a_submission_that_does_not_load_gets_one_message(judge: LocalJudge, doubling: Problem) -> None:
    for source, line in (("def double(:\n", 1), ("x = 1\ny = 1 / 0\n", 2), ("", 0)):
        results = judged(judge, doubling, source)
        assert len(results) == 1
        assert (results[0].kind, results[0].line) == (Kind.LOAD, line)


def test_changing_the_input_is_noticed(judge: LocalJudge, doubling: Problem) -> None:
    source = "import numpy as np\ndef double(values):\n    out = np.asarray(values)\n    out *= 2\n    return out\n"
    failed = [result for result in judged(judge, doubling, source) if not result.passed]
    assert [result.kind for result in failed] == [Kind.UNCHANGED]
    assert failed[0].why.startswith("the call changed `values`: first difference at [0]: expected ")


def test_arguments_are_named_as_the_model_solution_names_them(tmp_path: Path) -> None:
    (tmp_path / "checks.py").write_text("CHECKS = [None]\n")
    (tmp_path / "solution.py").write_text(
        "def f(a, /, b=1, *rest, c=2):\n    pass\n\n\n"
        "class Model:\n    def __init__(self, data):\n        pass\n\n    def ask(self, word):\n        pass\n"
    )
    prepared = Prepared(tmp_path, "1", None)
    assert [prepared.parameters(name) for name in ("f", "Model", "g")] == [["a", "b"], ["data"], []]


def test_what_was_printed_comes_with_the_failure_and_is_capped(judge: LocalJudge, doubling: Problem) -> None:
    source = "def double(values):\n    print('seen', values)\n    print('x' * 100_000)\n    return 0\n"
    first = judged(judge, doubling, source)[0]
    assert first.printed.startswith("seen [1, 2, 3]")
    assert len(first.printed) < (64 << 10) + 100
    assert first.printed.endswith("(cut at 64 KiB)")


def test_a_warning_names_the_learners_line_and_no_file_of_the_machine(judge: LocalJudge, doubling: Problem) -> None:
    lines = ["import numpy as np", "def double(values):", "    np.mean([])", "    np.log([0.0])", "    return 0"]
    first = judged(judge, doubling, "\n".join(lines))[0]
    assert "solution.py:3: RuntimeWarning: Mean of empty slice\n  np.mean([])\n" in first.printed
    assert "solution.py:4: RuntimeWarning: divide by zero encountered in log\n  np.log([0.0])\n" in first.printed
    assert "/" not in first.printed
    own = "import warnings\ndef double(values):\n    warnings.warn('halved?')\n    return 0\n"
    assert judged(judge, doubling, own)[0].printed == (
        "solution.py:3: UserWarning: halved?\n  warnings.warn('halved?')\n"
    )
    trial = judge.run(doubling, own, "import numpy as np\nnp.mean([])\ndouble([1])")
    assert "your trial:2: RuntimeWarning: Mean of empty slice\n  np.mean([])\n" in trial.printed


def test_a_case_of_ones_own_shows_both_answers(judge: LocalJudge, doubling: Problem) -> None:
    source = "def double(values):\n    print('hello')\n    return [v + 2 for v in values]\n"
    result = judge.run(doubling, source, "values = [2, 5]\ndouble(values)")
    assert (result.got, result.expected) == ("[4, 7]", "np.array([ 4, 10])")
    assert result.agrees is False
    assert result.printed == "hello\n"
    assert judge.run(doubling, source, "double([2])").agrees is True


def test_a_case_that_prints_its_answer_is_shown_what_was_expected(judge: LocalJudge, doubling: Problem) -> None:
    result = judge.run(doubling, "def double(values):\n    return 0\n", "print(double([1, 2]))")
    assert (result.verdict, result.agrees) == (Verdict.ACCEPTED, None)
    assert (result.printed, result.expected) == ("0\n", "[2 4]")


@pytest.mark.parametrize(
    ("declared", "agrees"),
    [
        ("checks.oracle('Any order', 'double', [([1],)], same=checks.any_order())", None),
        ("checks.oracle('This order', 'double', [([1],)])", False),
        ("checks.statistics('Draws', 'double', [([1],)], draws=9, holds=lambda *_: None)", None),
        ("checks.oracle('Texts', 'double', [([1],)], same=lambda want, got: want.lower() == got)", False),
    ],
)
def test_a_case_that_may_have_several_right_answers_differs_from_none(
    judge: LocalJudge, doubling: Problem, tmp_path: Path, declared: str, agrees: bool | None
) -> None:
    (tmp_path / "checks.py").write_text(f"from sharpen import checks\n\nCHECKS = [{declared}]\n")
    (tmp_path / "solution.py").write_text("def double(values):\n    return [2 * v for v in values]\n")
    source = "def double(values):\n    return [2 * v for v in values][::-1]\n"
    result = judge.at(lambda _slug: tmp_path).run(doubling, source, "double([1, 2])")
    assert (result.agrees, result.why != "") == (agrees, True)
    assert judge.at(lambda _slug: tmp_path).run(doubling, source, "double([1])").agrees is True


def test_a_case_that_is_no_python_says_so(judge: LocalJudge, doubling: Problem, right: str) -> None:
    result = judge.run(doubling, right, "double([1, 2")
    assert result.verdict is Verdict.RUNTIME_ERROR
    assert result.why == "this does not parse: SyntaxError: '[' was never closed (line 1)"
    assert (result.expected, result.runs) == ("", False), "the model solution is not to blame"
    unended = judge.run(doubling, right, "x = double([1, 2])")
    assert unended.why.startswith("the last line of a trial must be an expression")
    assert (unended.expected, unended.runs) == ("", False)
    evaluated = judge.run(doubling, right, "double(eval('['))")
    assert (evaluated.runs, "SyntaxError" in evaluated.why) == (True, True)


def test_a_problem_that_is_broken_itself_is_a_judge_error(judge: LocalJudge, doubling: Problem, tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text("def double(values):\n    return values\n")
    (tmp_path / "checks.py").write_text("import nonsense\n")
    (result,) = judge.at(lambda _slug: tmp_path).judge(doubling, "def double(values):\n    return values\n")
    assert result.verdict is Verdict.JUDGE_ERROR
    assert "nonsense" in result.why


def test_prepared_answers_are_kept_on_disk_and_give_the_same_verdict(
    doubling: Problem, right: str, tmp_path: Path
) -> None:
    folder = tmp_path / "slow"
    folder.mkdir()
    (folder / "solution.py").write_text(right)
    (folder / "checks.py").write_text(
        "import time\nfrom sharpen import checks\n"
        "def slowly(values):\n    time.sleep(0.05)\n    return [2 * v for v in values]\n"
        "CHECKS = [checks.oracle('Slow', 'double', [([1, 2],), ((3, 4),)], expected=slowly)]\n"
    )
    for _ in range(2):
        with contextlib.closing(LocalJudge(lambda _slug: folder, cache=tmp_path / "cache")) as judge:
            assert overall(list(judge.judge(doubling, right))) is Verdict.ACCEPTED
            wrong = list(judge.judge(doubling, "def double(v):\n    return v\n"))
            assert wrong[0].input == "double([1, 2])"
    assert len(list((tmp_path / "cache").glob("*.cases"))) == 1


def test_problems_of_one_version_in_two_folders_share_no_answers(doubling: Problem, right: str, tmp_path: Path) -> None:
    """A version is a digest of a problem's own files; what their checks read beside them is not in it."""
    verdicts = []
    for name, times in (("two", 2), ("three", 3)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "times.txt").write_text(str(times))
        (folder / "solution.py").write_text(right)
        (folder / "checks.py").write_text(
            "import time\nfrom pathlib import Path\nfrom sharpen import checks\n"
            "def slowly(values):\n    time.sleep(0.05)\n"
            "    return [int(Path(__file__).with_name('times.txt').read_text()) * v for v in values]\n"
            "CHECKS = [checks.oracle('Slow', 'double', [([1, 2],)], expected=slowly)]\n"
        )
        with contextlib.closing(LocalJudge(lambda _slug, at=folder: at, cache=tmp_path / "cache")) as judge:
            verdicts.append(overall(list(judge.judge(doubling, right))))
    assert verdicts == [Verdict.ACCEPTED, Verdict.WRONG_ANSWER]


SLOW = "import time\nend = time.monotonic() + 1.0\nwhile time.monotonic() < end:\n    time.sleep(0.01)\n"


@pytest.fixture
def own_judge() -> Iterator[LocalJudge]:
    judge = LocalJudge(lambda _slug: DOUBLING)
    yield judge
    judge.close()


def _ours(pid: int) -> bool:
    while pid > 1:
        if pid == os.getpid():
            return True
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("victim", ["child", "zygote", "examiner"])
def test_killing_any_process_interrupts_the_judging_and_the_next_one_works(
    own_judge: LocalJudge, doubling: Problem, right: str, victim: str
) -> None:
    before = set(children_of(os.getpid())) - {""}  # what has died already need not be there afterwards
    broken: list[BaseException] = []

    def work() -> None:
        try:
            judged(own_judge, doubling, SLOW + right)
        except JudgeBroken as problem:
            broken.append(problem)

    judged(own_judge, doubling, right)
    thread = threading.Thread(target=work)
    thread.start()
    deadline = time.monotonic() + 10
    while _newest("child") is None and time.monotonic() < deadline:  # else there is nothing yet to interrupt
        time.sleep(0.01)
    pid = _newest(victim)
    assert pid
    os.kill(pid, signal.SIGKILL)
    thread.join(10)
    assert broken, "killing a part of the judge must not look like a verdict"
    assert overall(judged(own_judge, doubling, right)) is Verdict.ACCEPTED
    assert before <= set(children_of(os.getpid()))


def _spare_child() -> int | None:
    """The child of the youngest zygote that waits for the next submission: its only one when none is at work."""
    zygote = _newest("zygote")
    ours = [stat for stat in Path("/proc").glob("[0-9]*/stat") if _parent(stat) == zygote]
    return int(ours[0].parent.name) if len(ours) == 1 and _waits(ours[0]) else None


def _waits(stat: Path) -> bool:
    """Whether a process sleeps, and not one that was killed a moment ago and is about to be gone."""
    try:
        status = dict(line.split(":", 1) for line in (stat.parent / "status").read_text().splitlines())
    except OSError:
        return False
    killed = int(status["ShdPnd"], 16) >> (signal.SIGKILL - 1) & 1
    return status["State"].strip().startswith("S") and not killed


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return -1


def _newest(what: str) -> int | None:
    """The process of a kind that belongs to the judge started last; of its children the one at work, not the spare."""
    ours: dict[str, list[tuple[int, int, int]]] = {"examiner": [], "zygote": [], "child": []}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rsplit(")", 1)[1].split()
            command = (stat.parent / "cmdline").read_text()
            parent = Path(f"/proc/{fields[1]}/cmdline").read_text()
            kind = "examiner" if "judge.examiner" in command else "zygote" if "sandbox.zygote" in command else ""
            kind = "child" if kind == "zygote" and "sandbox.zygote" in parent else kind
            if kind and _ours(int(stat.parent.name)):
                ours[kind].append((int(fields[19]), int(stat.parent.name), int(fields[1])))
    if what != "child":
        return max(ours[what])[1] if ours[what] else None
    siblings = [pid for _, pid, parent in ours["child"] if parent == max(ours["zygote"])[1]]
    return next((pid for pid in siblings if _naps(pid) > 5), None)


def _naps(pid: int) -> int:
    """How often a process went to sleep by itself: SLOW does so all the time, one that waits does once or twice."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_killing_the_child_that_waits_interrupts_nobody(own_judge: LocalJudge, doubling: Problem, right: str) -> None:
    judged(own_judge, doubling, right)
    waiting = None
    deadline = time.monotonic() + 10
    while waiting is None and time.monotonic() < deadline:
        waiting = _spare_child()
    assert waiting
    os.kill(waiting, signal.SIGKILL)
    time.sleep(0.05)
    assert overall(judged(own_judge, doubling, right)) is Verdict.ACCEPTED


def test_a_reader_that_goes_away_does_not_block_the_judge(own_judge: LocalJudge, doubling: Problem, right: str) -> None:
    results = own_judge.judge(doubling, right)
    next(results)
    results.close()
    assert overall(judged(own_judge, doubling, right)) is Verdict.ACCEPTED


def test_a_picture_too_large_for_a_page_is_not_shown(
    judge: LocalJudge, doubling: Problem, right: str, tmp_path: Path
) -> None:
    for name in ("solution.py", "checks.py"):
        (tmp_path / name).write_text((DOUBLING / name).read_text())
    drawing = "def draw(figure, call, expected, got):\n    figure.subplots().set_gid('x' * {})\n"
    (tmp_path / "picture.py").write_text(drawing.format(10))
    assert judge.at(lambda _slug: tmp_path).picture(doubling, right).startswith("<svg")
    assert judge.at(lambda _slug: tmp_path).picture(doubling, right, "double([1])").startswith("<svg")
    (tmp_path / "picture.py").write_text(drawing.format(5 << 20))
    assert judge.at(lambda _slug: tmp_path).picture(doubling, right) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_nothing_is_kept_of_a_submission_that_is_over(own_judge: LocalJudge, doubling: Problem, right: str) -> None:
    sources = [right, "def double(v):\n    return 0\n", "import os\nos._exit(0)\n", "import os\nos.close(3)\n", "x ="]
    for source in sources:
        judged(own_judge, doubling, source)
    examiner, zygote = _newest("examiner"), _newest("zygote")
    before = [_held(examiner), _held(zygote)]
    for turn in range(100):
        judged(own_judge, doubling, sources[turn % len(sources)])
    assert [_newest("examiner"), _newest("zygote")] == [examiner, zygote]
    # The zygote may not yet have taken note of the end of the last one.
    assert all(now <= then + 1 for now, then in zip([_held(examiner), _held(zygote)], before, strict=True))


def _held(pid: int | None) -> int:
    return len(os.listdir(f"/proc/{pid}/fd"))


SLOW_CALL = "\ndoubled = double\ndef double(v):\n    import time\n    time.sleep(0.1)\n    return doubled(v)\n"


def test_closing_in_the_middle_is_reported_as_broken(doubling: Problem, right: str) -> None:
    judge = LocalJudge(lambda _slug: DOUBLING)
    results = judge.judge(doubling, right + SLOW_CALL)
    next(results)
    judge.close()
    with pytest.raises(JudgeBroken):
        list(results)
