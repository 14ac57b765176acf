import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import typer

from sharpen import cli
from sharpen.authoring.message_proof import faults
from sharpen.cli.app import COMMANDS, app
from sharpen.cli.lazy import LazyCommand
from sharpen.cli.solving.submission import header
from sharpen.content.library import Library, bundled
from sharpen.domain.day import day_of
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from tests.bench.timing import process_cpu
from tests.cli.conftest import COMMAND, EXTRA, Run

SOLUTION = (EXTRA / "topics/ml-coding/uniform-sampling/clipped-mean/solution.py").read_text()
WRONG = "def clipped_mean(values, low, high):\n    total = sum(values)\n    return total / len(values)\n"
CODES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return path.name


def test_help_names_every_command(sharpen: Run) -> None:
    done = sharpen("--help")
    assert done.returncode == 0
    commands = set(re.findall(r"^  ([a-z]+)  ", done.stdout, re.M))
    groups = {
        "anki",
        "card",
        "case",
        "content",
        "interviewer",
        "lab",
        "log",
        "mock",
        "project",
        "question",
        "reading",
        "recording",
        "story",
    }
    assert commands == {*COMMANDS, *groups}
    assert sharpen("--version").stdout.startswith("sharpen 0.")


def test_help_does_not_load_what_it_does_not_need() -> None:
    code = "import sys; from sharpen.cli.main import run; run(['--help']); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.rpartition("[")[2]
    for heavy in ("numpy", "sqlalchemy", "pydantic", "rich", "starlette", "sharpen.judge", "sharpen.store"):
        assert f"'{heavy}'" not in loaded
    own = sorted(re.findall(r"'(sharpen\.cli[^']*)'", loaded))
    assert own == ["sharpen.cli", "sharpen.cli.app", "sharpen.cli.lazy", "sharpen.cli.main"], "no command is imported"


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (["show", "clipped-mean"], ["sqlalchemy", "numpy", "rich.markdown", "sharpen.store", "sharpen.judge"]),
        (["start", "clipped-mean"], ["sqlalchemy", "numpy", "rich", "sharpen.store", "sharpen.judge"]),
        (["lesson", "k-means"], ["sqlalchemy", "numpy", "rich.markdown", "sharpen.store", "sharpen.judge"]),
        (["list"], ["numpy", "alembic", "sharpen.store.items.cards", "sharpen.judge", "sharpen.sandbox"]),
        (["history"], ["numpy", "alembic", "sharpen.judge", "sharpen.sandbox"]),
        (["hint", "clipped-mean"], ["numpy", "alembic", "rich.markdown", "sharpen.judge", "sharpen.sandbox"]),
    ],
    ids=lambda each: each[0],
)
def test_a_command_that_reads_loads_no_more_than_it_needs(
    environment: dict[str, str], work: Path, sharpen: Run, words: list[str], heavy: list[str]
) -> None:
    sharpen("list")  # so that the data is there: making it needs Alembic
    code = f"import sys; from sharpen.cli.main import run; print(run({words!r}), sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=work, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.rpartition("0 ['")[2]
    assert loaded, done.stdout + done.stderr
    assert [name for name in heavy if f"'{name}'" in loaded] == []


def test_the_list_says_of_each_command_what_its_own_help_begins_with() -> None:
    root: Any = typer.main.get_command(app)
    for group in (root, root.commands["anki"], root.commands["content"]):
        for name, command in group.commands.items():
            if isinstance(command, LazyCommand):
                assert command.get_short_help_str(1000) == command.loaded().get_short_help_str(1000), name


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["chek"], "No such command 'chek'. Did you mean 'check'?"),
        (["anki", "exprot"], "No such command 'exprot'. Did you mean 'export'?"),
        (["list", "--sate", "new"], "No such option: --sate"),
        (["list", "--difficulty", "hardd"], "Invalid value for '--difficulty': 'hardd' is not one of"),
    ],
)
def test_a_slip_of_the_finger_is_answered_with_what_was_meant(sharpen: Run, words: list[str], message: str) -> None:
    done = sharpen(*words)
    assert done.returncode == 2
    assert message in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("st", ["start", "star", "stats", "story"]),
        ("anki ex", ["export"]),
        ("anki export --topic k-m", ["k-means"]),
        ("list --s", ["--state", "--starred"]),
    ],
)
def test_shell_completion(environment: dict[str, str], work: Path, typed: str, offered: list[str]) -> None:
    words = f"sharpen {typed}"
    environment |= {"_SHARPEN_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(COMMAND_AS_SHARPEN, env=environment, cwd=work, capture_output=True, text=True, check=False)
    assert done.stdout.split() == offered


def test_start_writes_a_worksheet_and_never_overwrites(sharpen: Run, work: Path) -> None:
    assert sharpen("start", "clipped-mean").returncode == 0
    text = (work / "clipped-mean.py").read_text()
    first, task = text.split("\n", 1)
    assert re.fullmatch(r"# sharpen: clipped-mean, begun 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", first)
    assert task.startswith('r"""Clipped mean\n\nReturn the mean')
    assert "clipped to [low, high]" in text, "formulas are readable"
    assert "raise NotImplementedError" in text
    compile(text, "clipped-mean.py", "exec")
    (work / "clipped-mean.py").write_text("mine")
    again = sharpen("start", "clipped-mean")
    assert again.returncode == 2
    assert "clipped-mean.py is there already, and nothing was written." in again.stderr
    assert (work / "clipped-mean.py").read_text() == "mine"
    assert sharpen("start", "clipped-mean", "--file", "other.py").returncode == 0
    assert (work / "other.py").is_file()


def test_start_writes_a_starter_in_torch_where_the_problem_leaves_the_choice(sharpen: Run, work: Path) -> None:
    listed = sharpen("list", "--with", "torch").stdout
    assert "norm-layers" in listed
    assert "clipped-mean" not in listed
    assert sharpen("start", "norm-layers", "--with", "torch").returncode == 0
    text = (work / "norm-layers.py").read_text()
    assert "import torch" in text
    assert "import numpy" not in text
    refused = sharpen("start", "clipped-mean", "--with", "torch")
    assert refused.returncode == 2
    assert "Clipped mean cannot be answered in PyTorch: `sharpen list --with torch` shows which can." in refused.stderr
    assert not (work / "clipped-mean.py").exists()
    assert "import torch" in sharpen("solution", "norm-layers", "--show-me", "--with", "torch").stdout


def test_check_tells_a_wrong_answer_apart_and_explains_it(sharpen: Run, work: Path) -> None:
    done = sharpen("check", write(work / "clipped-mean.py", WRONG))
    assert done.returncode == 1
    assert not CODES.search(done.stdout), "piped output has no control codes"
    assert "✗ The example in the statement  wrong answer" in done.stdout
    assert "✓" not in done.stdout.split("wrong answer")[0]
    for part in ("input     clipped_mean([1, 5, 12], 2, 9)", "expected  5.33333333333", "got       6"):
        assert part in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].startswith("Wrong answer: ")
    assert not done.stderr


@pytest.mark.parametrize(
    ("begun", "rating"),
    [
        (lambda now: now - timedelta(minutes=1), 4),
        (lambda now: now - timedelta(hours=9), 3),
        (lambda now: now + timedelta(hours=9), 3),
    ],
    ids=["fast", "after-a-night", "clock-was-wrong"],
)
def test_a_problem_solved_fast_since_its_file_was_begun_is_easy(
    sharpen: Run, work: Path, begun: Callable[[datetime], datetime], rating: int
) -> None:
    write(work / "answer.py", f"{header('clipped-mean', begun(datetime.now(UTC)))}\n{SOLUTION}")
    assert sharpen("check", "answer.py").returncode == 0
    reviews = json.loads(sharpen("export", "-").stdout)["reviews"]
    assert [review["rating"] for review in reviews] == [rating]


def test_check_accepts_a_right_answer(sharpen: Run, work: Path) -> None:
    done = sharpen("check", write(work / "clipped-mean.py", SOLUTION))
    assert done.returncode == 0
    assert "✓ Random numbers" in done.stdout
    assert "Accepted: 4 of 4 checks passed" in done.stdout


def test_an_accepted_answer_says_how_it_was_rated_when_it_comes_back_and_what_is_next(sharpen: Run, work: Path) -> None:
    begun = header("clipped-mean", datetime.now(UTC) - timedelta(minutes=3))
    file = write(work / "answer.py", f"{begun}\n{WRONG}")
    sharpen("check", file)
    sharpen("hint", "clipped-mean")
    done = sharpen("check", write(work / file, f"{begun}\n{SOLUTION}")).stdout
    assert "Rated good: 1 hint, 1 wrong submission, 3 minutes of 10. It comes back on " in done
    following = re.search("Next: `sharpen start (.*?)`", done)
    assert following
    assert sharpen("show", following[1]).returncode == 0
    again = sharpen("check", file).stdout
    assert "It was rated earlier today, and this changes nothing. It comes back on " in again
    document = json.loads(sharpen("check", "--json", file).stdout)
    assert document["rating"] is None
    assert f"It comes back on {day_of(datetime.fromisoformat(document['due'])):%A, %Y-%m-%d} (" in done


def test_a_starter_is_not_written_yet(sharpen: Run) -> None:
    sharpen("start", "clipped-mean")
    done = sharpen("check", "clipped-mean.py")
    assert done.returncode == 1
    assert "Not written yet: 0 of 4 checks passed" in done.stdout
    assert re.search(r"clipped-mean.py:\d+ still raises NotImplementedError", done.stdout)
    assert "✗" not in done.stdout
    assert "untime error" not in done.stdout


def test_a_long_print_leaves_the_cause_on_the_screen(sharpen: Run, work: Path) -> None:
    source = WRONG.replace("    total", "    for n in range(5000): print('line', n)\n    total")
    done = sharpen("check", write(work / "clipped-mean.py", source)).stdout
    assert len(done.splitlines()) < 80
    for part in ("line 0\n", "line 19\n", "line 4999", "got       6", "4,960 lines more: `sharpen history --attempt "):
        assert part in done
    named = re.search("--attempt ([a-z0-9]+)", done)
    assert named
    assert "line 2500\n" in sharpen("history", "--attempt", named[1]).stdout


def test_several_files_and_folders_are_judged_at_once(sharpen: Run, work: Path) -> None:
    (work / "answers").mkdir()
    write(work / "answers" / "clipped-mean.py", SOLUTION)
    write(work / "answers" / "notes.py", "import math\n")
    write(work / "second try.py", f"# sharpen: clipped-mean\n{WRONG}")
    done = sharpen("check", "answers", "second try.py")
    assert done.returncode == 1, done.stderr
    assert "1 of 2 files accepted." in done.stdout
    assert "got       6" in done.stdout
    assert sharpen("check", "answers").returncode == 0
    document = json.loads(sharpen("check", "--json", "answers", "second try.py").stdout)
    assert [(each["file"], each["verdict"]) for each in document["files"]] == [
        ("answers/clipped-mean.py", "accepted"),
        ("second try.py", "wrong answer"),
    ]
    missing = sharpen("check", "none.py", "answers")
    assert missing.returncode == 2
    assert "There is no file none.py." in missing.stderr
    assert "1 of 2 files accepted." in missing.stdout


def test_own_cases_run_beside_the_model_solution(sharpen: Run, work: Path) -> None:
    write(work / "clipped-mean.py", WRONG)
    example = sharpen("run", "clipped-mean.py")
    assert example.returncode == 1
    for part in ("✗ clipped_mean([1, 5, 12], 2, 9)", "expected  5.33333333333", "got       6"):
        assert part in example.stdout
    same = sharpen("run", "clipped-mean.py", "clipped_mean([3, 4], 0, 9)")
    assert (same.returncode, "✓ clipped_mean([3, 4], 0, 9)" in same.stdout) == (0, True)
    raised = sharpen("run", "clipped-mean.py", "-", stdin="xs = []\nclipped_mean(xs, 0, 1)")
    assert raised.returncode == 1
    assert "ZeroDivisionError" in raised.stdout
    assert "clipped-mean.py:3" in raised.stdout
    document = json.loads(sharpen("run", "--json", "clipped-mean.py", "clipped_mean([3], 0, 9)").stdout)
    assert [(case["got"], case["agrees"]) for case in document["cases"]] == [("3", True)]
    torn = sharpen("run", "clipped-mean.py", "clipped_mean([3], 0, 9)", "clipped_mean([")
    assert torn.returncode == 2
    assert "why       this does not parse: SyntaxError: '[' was never closed (line 1)" in torn.stdout
    assert "model solution" not in torn.stdout
    assert "No attempts yet." in sharpen("history").stdout, "nothing of it is kept"


def test_commands_to_copy_are_quoted(sharpen: Run, work: Path) -> None:
    done = sharpen("start", "clipped-mean", "-o", "second try.py")
    assert "sharpen check 'second try.py'" in done.stdout
    assert "Judge it: sharpen check 'second try.py'" in (work / "second try.py").read_text()
    assert "`sharpen check 'second try.py'`" in sharpen("start", "clipped-mean", "-o", "second try.py").stderr


def test_a_file_that_looks_like_an_option(sharpen: Run, work: Path) -> None:
    done = sharpen("start", "clipped-mean", "-o", "-x.py")
    assert "sharpen check ./-x.py" in done.stdout
    assert "Judge it: sharpen check ./-x.py " in (work / "-x.py").read_text()
    assert "`sharpen check ./-x.py`" in sharpen("start", "clipped-mean", "-o", "-x.py").stderr
    assert sharpen("check", "./-x.py", "--problem", "clipped-mean").returncode == 1
    refused = sharpen("start", "clipped-mean", "-o", "-")
    assert (refused.returncode, "name a file" in refused.stderr) == (2, True)
    assert [each.name for each in work.iterdir()] == ["-x.py"]


def test_what_the_terminal_says_of_a_failure_says_what_is_wrong(sharpen: Run, work: Path) -> None:
    for trap in (EXTRA / "topics/ml-coding/uniform-sampling/clipped-mean/traps").glob("*.py"):
        write(work / "clipped-mean.py", trap.read_text())
        shown = " ".join(sharpen("check", "clipped-mean.py").stdout.split())
        rows = json.loads(sharpen("check", "--json", "clipped-mean.py").stdout)["checks"]
        first = next(row for row in rows if not row["passed"])
        kept = {name: row for name, row in first.items() if name != "passed"}
        result = CheckResult(**kept | {"kind": Kind(first["kind"]), "verdict": Verdict(first["verdict"])})
        assert faults(result) == []
        assert " ".join(f"{result.heading} {result.why[0].upper()}{result.why[1:]}".split()) in shown


def test_a_check_in_which_the_time_ran_out_is_not_named_as_the_cause(sharpen: Run, work: Path) -> None:
    (work / "clipped-mean.py").write_text("def clipped_mean(values, low, high):\n    while True: pass\n")
    shown = sharpen("check", "clipped-mean.py").stdout
    assert shown.count("While checking: The example in the statement") == 2, "in the list, and where it is explained"
    assert "It took more than 2 s of CPU time and was stopped in line 2." in shown


def test_check_shows_the_line_that_raised(sharpen: Run, work: Path) -> None:
    source = "# sharpen: clipped-mean\nimport math\n\ndef clipped_mean(values, low, high):\n    return values / low\n"
    done = sharpen("check", write(work / "answer.py", source))
    assert done.returncode == 1
    assert "unsupported operand" in done.stdout
    assert "answer.py:5" in done.stdout
    assert ">    5 │     return values / low" in done.stdout


def test_what_a_submission_prints_cannot_act_on_the_terminal(sharpen: Run, work: Path) -> None:
    source = "def clipped_mean(values, low, high):\n    print('\\x1b[2Jgone\\x07')\n    return 0\n"
    done = sharpen("check", write(work / "clipped-mean.py", source))
    assert "\\x1b[2Jgone\\x07" in done.stdout
    assert not CODES.search(done.stdout)


def test_check_json_is_one_object(sharpen: Run, work: Path) -> None:
    done = sharpen("check", "--json", write(work / "clipped-mean.py", WRONG))
    document = json.loads(done.stdout)
    assert done.returncode == 1
    assert (document["problem"], document["verdict"]) == ("clipped-mean", "wrong answer")
    assert [check["name"] for check in document["checks"]][:2] == ["The example in the statement", "Random numbers"]
    for check in document["checks"]:
        assert {"name", "kind", "passed", "cpu_ms", "expected", "got", "input"} <= set(check)
    first = document["checks"][0]
    assert (first["kind"], first["passed"], first["got"]) == ("example", False, "6")
    accepted = sharpen("check", "--json", "--problem", "clipped-mean", "-", stdin=SOLUTION)
    assert (accepted.returncode, json.loads(accepted.stdout)["verdict"]) == (0, "accepted")


@pytest.mark.parametrize(
    ("name", "head", "arguments"),
    [
        ("clipped-mean.py", "", []),
        ("clipped_mean.py", "", []),
        ("answer.py", "# sharpen: clipped-mean\n", []),
        ("answer.py", "", ["--problem", "clipped-mean"]),
    ],
)
def test_the_problem_is_found(sharpen: Run, work: Path, name: str, head: str, arguments: list[str]) -> None:
    assert sharpen("check", write(work / name, head + SOLUTION), *arguments).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "none.py"], "There is no file none.py."),
        (["check", "."], "No file in the folder . answers a problem"),
        (["run", "."], "is a folder"),
        (["check", "a.py", "b.py", "--watch"], "it takes one file"),
        (["check", "answer.py"], "Which problem does answer.py answer?"),
        (["check", "answer.py", "--problem", "clipped-meen"], "Did you mean clipped-mean"),
        (["check", "latin.py", "--problem", "clipped-mean"], "is not UTF-8 text"),
        (["check", "-", "--watch"], "standard input cannot be watched"),
        (["check"], "Missing argument"),
        (["chekc"], "No such command"),
        (["list", "--state", "done"], "'done' is not one of"),
        (["list", "--topic", "k-mean"], "There is no topic called 'k-mean'. Did you mean k-means"),
        (["show", "k-meens"], "There is no problem called 'k-meens'. Did you mean k-means"),
        (["start", "none"], "There is no problem called 'none'."),
        (["hint", "none"], "There is no problem called 'none'."),
        (["solution", "clipped-mean"], "--show-me` shows the solution anyway"),
        (["history", "none"], "There is no problem called 'none'."),
        (["history", "--attempt", "none"], "There is no attempt 'none'."),
        (["import", "none.json"], "There is no file none.json."),
        (["import", "answer.py"], "is not JSON"),
        (["content", "check", "none"], "There is no folder none"),
        (["content", "new", "k-means"], "There is a problem k-means already"),
    ],
)
def test_errors_are_one_message_and_status_2(sharpen: Run, work: Path, arguments: list[str], message: str) -> None:
    write(work / "answer.py", SOLUTION)
    (work / "latin.py").write_bytes(b"# \xe9\n")
    done = sharpen(*arguments)
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ["check", "none.py"],
        ["show", "none"],
        ["list", "--difficulty", "hardd"],
        ["history", "--attempt", "none"],
        ["lesson", "none"],
        ["content", "check", "none"],
    ],
    ids=" ".join,
)
def test_an_error_is_one_object_too_where_json_was_asked_for(sharpen: Run, words: list[str]) -> None:
    done = sharpen(*words, "--json")
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert set(document) == {"error"}
    assert document["error"]
    assert document["error"] in done.stderr


def test_lessons_are_listed_and_read_as_json(sharpen: Run) -> None:
    listed = sharpen("lesson").stdout
    assert re.search(r"k-means +k-means +\d+ +\d+", listed, re.I)
    written = {topic for topic, there in Library.open([EXTRA]).stats()["topics"].items() if there["lesson"]}
    assert set(re.findall(r"^  ([a-z0-9-]+) ", listed, re.M)) == written
    topics = json.loads(sharpen("lesson", "--json").stdout)["topics"]
    assert {"topic": "roc-curve", "title": "ROC curve", "round": "breadth"} in topics
    lesson = json.loads(sharpen("lesson", "k-means", "--json").stdout)
    assert lesson["lesson"].startswith("# ")
    assert "k-means" in lesson["problems"]
    shown = json.loads(sharpen("show", "clipped-mean", "--json").stdout)
    assert (shown["title"], shown["minutes"]) == ("Clipped mean", 10)
    assert "raise NotImplementedError" in shown["starter"]
    hint = json.loads(sharpen("hint", "clipped-mean", "--json").stdout)
    assert (hint["seen"], hint["of"], len(hint["hints"])) == (1, 3, 1)


def test_settings_that_cannot_be_used_are_one_message(environment: dict[str, str], sharpen: Run) -> None:
    environment["SHARPEN_PORT"] = "many"
    done = sharpen("list")
    assert (done.returncode, "SHARPEN_PORT" in done.stderr) == (2, True)


TERMS = (
    "Judged with the standard library; other packages are not there. All checks together may take 2 s of CPU time, "
    "and 512 MiB of memory."
)


@pytest.mark.usefixtures("work")
def test_problems_are_starred_and_listed_by_their_star(sharpen: Run) -> None:
    assert "No problems match." in sharpen("list", "--starred").stdout
    assert sharpen("star", "k-means").stdout == "k-means: starred. 1 problem starred.\n"
    (row,) = json.loads(sharpen("list", "--starred", "--json").stdout)["problems"]
    assert (row["problem"], row["starred"]) == ("k-means", True)
    assert "* k-means" in sharpen("list").stdout
    assert sharpen("star", "k-means", "--remove").stdout == "k-means: no star. 0 problems starred.\n"
    assert json.loads(sharpen("list", "--starred", "--json").stdout)["problems"] == []


def test_list_show_and_states(sharpen: Run, work: Path) -> None:
    sharpen("check", write(work / "clipped-mean.py", SOLUTION))
    listed = sharpen("list").stdout
    assert re.search(r"clipped-mean +easy +10 +solved", listed)
    assert "k-means" in listed
    only = json.loads(sharpen("list", "--state", "solved", "--json").stdout)["problems"]
    assert [row["problem"] for row in only] == ["clipped-mean"]
    assert "clipped-mean" not in sharpen("list", "--difficulty", "hard").stdout
    shown = sharpen("show", "clipped-mean").stdout
    assert shown.startswith("# Clipped mean\n\neasy, 10 minutes\n\nReturn the mean")
    assert shown.endswith(f"\n\n{TERMS}\n\n")
    assert json.loads(sharpen("show", "clipped-mean", "--json").stdout)["terms"] == TERMS
    sharpen("start", "clipped-mean", "--file", "new.py")
    assert TERMS in " ".join((work / "new.py").read_text().split())
    assert "### Example" in shown
    assert sharpen("show", "clipped-mean", "--starter").stdout.startswith("def clipped_mean(values")


def test_hints_come_one_at_a_time_and_the_solution_when_it_is_earned(sharpen: Run, work: Path) -> None:
    assert "not seen a hint for clipped-mean yet" in sharpen("hint", "clipped-mean", "--again").stdout
    first = sharpen("hint", "clipped-mean").stdout
    assert "## 1. One at a time" in first
    assert "## 2." not in first
    assert "1 of 3 hints seen." in first
    assert "## 2. Clipping" in sharpen("hint", "clipped-mean").stdout
    again = sharpen("hint", "clipped-mean", "--again").stdout
    assert "## 1." in again
    assert "## 2." in again
    assert "## 3." not in again
    assert "Those are all the hints." in sharpen("hint", "clipped-mean").stdout
    assert sharpen("solution", "clipped-mean").returncode == 2
    sharpen("check", write(work / "clipped-mean.py", SOLUTION))
    shown = sharpen("solution", "clipped-mean").stdout
    assert SOLUTION.rstrip() in shown
    assert "## The idea" in shown


def test_a_solution_asked_for_is_shown_and_recorded(sharpen: Run, work: Path) -> None:
    assert SOLUTION.rstrip() in sharpen("solution", "clipped-mean", "--show-me").stdout
    sharpen("check", write(work / "clipped-mean.py", SOLUTION))
    (attempt,) = json.loads(sharpen("history", "--json").stdout)["attempts"]
    assert attempt["peeked"] is True


def test_history_shows_attempts_and_one_of_them_whole(sharpen: Run, work: Path) -> None:
    assert "No attempts yet." in sharpen("history").stdout
    for source in (WRONG, SOLUTION):
        sharpen("check", write(work / "clipped-mean.py", source))
    lines = sharpen("history").stdout.splitlines()
    assert "accepted" in lines[1]
    assert "wrong answer" in lines[2]
    newest, oldest = json.loads(sharpen("history", "clipped-mean", "--json").stdout)["attempts"]
    assert (newest["verdict"], oldest["verdict"], oldest["origin"]) == ("accepted", "wrong answer", "terminal")
    whole = sharpen("history", "--attempt", oldest["attempt"]).stdout
    assert "total = sum(values)" in whole
    assert "got       6" in whole
    document = json.loads(sharpen("history", "--attempt", oldest["attempt"], "--json").stdout)
    assert document["source"] == WRONG


def test_an_attempt_is_named_by_the_beginning_of_its_id(sharpen: Run, work: Path) -> None:
    for source in (WRONG, SOLUTION):
        sharpen("check", write(work / "clipped-mean.py", source))
    newest, oldest = (each["attempt"] for each in json.loads(sharpen("history", "--json").stdout)["attempts"])
    shortest = next(newest[:length] for length in range(1, 19) if newest[:length] != oldest[:length])
    shown = sharpen("history", "--attempt", shortest, "--json")
    assert json.loads(shown.stdout)["attempt"] == newest
    refused = sharpen("history", "--attempt", shortest[:-1])
    assert refused.returncode == 2
    assert newest in refused.stderr
    assert oldest in refused.stderr
    assert "There is no attempt '%'" in sharpen("history", "--attempt", "%").stderr


def test_export_and_import(sharpen: Run, work: Path, environment: dict[str, str], tmp_path: Path) -> None:
    sharpen("check", write(work / "clipped-mean.py", SOLUTION))
    assert "1 attempt, " in sharpen("export", "mine.json").stdout
    refused = sharpen("export", "mine.json")
    assert (refused.returncode, "--force" in refused.stderr) == (2, True)
    assert (
        json.loads(sharpen("export", "-").stdout)["attempts"]
        == json.loads((work / "mine.json").read_text())["attempts"]
    )
    environment["SHARPEN_HOME"] = str(tmp_path / "elsewhere")
    assert "attempts: 1 added" in sharpen("import", "mine.json").stdout
    assert "attempts: 0 added" in sharpen("import", "-", stdin=(work / "mine.json").read_text()).stdout
    assert "accepted" in sharpen("history").stdout


def test_an_import_says_how_to_undo_it(sharpen: Run, work: Path) -> None:
    sharpen("start", "clipped-mean")
    sharpen("check", write(work / "clipped-mean.py", SOLUTION))
    sharpen("backup", "empty.db")
    sharpen("export", "mine.json")
    (work / "mine.json").write_text((work / "mine.json").read_text().replace('"id": "', '"id": "0'), "utf-8-sig")
    imported = sharpen("import", "mine.json")
    assert "attempts: 1 added" in imported.stdout
    assert len(json.loads(sharpen("export", "-").stdout)["attempts"]) == 2
    back = shlex.split(imported.stdout.partition("`")[2].partition("`")[0])
    assert back[:2] == ["sharpen", "restore"]
    assert "Your work is now as it was" in sharpen(*back[1:]).stdout
    assert len(json.loads(sharpen("export", "-").stdout)["attempts"]) == 1


def test_a_backup_replaces_no_file_unasked(sharpen: Run, work: Path) -> None:
    assert "Wrote copy.db" in sharpen("backup", "copy.db").stdout
    refused = sharpen("backup", "copy.db")
    assert (refused.returncode, "--force" in refused.stderr) == (2, True)
    assert sharpen("backup", "copy.db", "--force").returncode == 0
    assert [path.name for path in work.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("command", ["export", "backup", "anki export --topic k-means"])
def test_force_follows_a_link_and_replaces_no_pipe(sharpen: Run, work: Path, command: str) -> None:
    (work / "target").write_text("old")
    (work / "link").symlink_to("target")
    os.mkfifo(work / "pipe")
    assert sharpen(*command.split(), "link", "--force").returncode == 0
    assert (work / "link").is_symlink()
    assert (work / "target").read_bytes() != b"old"
    refused = sharpen(*command.split(), "pipe", "--force")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "Not a regular file, so it is not replaced" in refused.stderr
    assert (work / "pipe").is_fifo()
    assert sorted(each.name for each in work.iterdir()) == ["link", "pipe", "target"]


def test_one_of_a_kind_is_singular(sharpen: Run) -> None:
    sharpen("check", "-", stdin=f"# sharpen: clipped-mean\n{SOLUTION}")
    assert "1 attempt, " in (wrote := sharpen("export", "all.json").stdout)
    assert re.search(r"\b1 \w+s\b", wrote) is None, wrote
    assert "1 attempt, 1 review" in sharpen("doctor").stdout
    assert "1 minute a day, 1 new card a day" in sharpen("plan", "--minutes", "1", "--new", "1").stdout


def test_an_export_is_for_its_owner_alone(sharpen: Run, work: Path) -> None:
    assert sharpen("export", "mine.json").returncode == 0
    assert (work / "mine.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("command", "file", "room"),
    [
        ("export", "o.json", 50_000),  # the log of the data needs more than 32,768 by itself
        ("backup", "o.db", 50_000),
        ("anki export", "o.apkg", 50_000),
        ("start k-means -o", "o.py", 64),
        ("content new made-up --topic k-means --into", ".", 64),
    ],
)
def test_a_full_disk_is_said_and_leaves_nothing(
    command: str, file: str, room: int, sharpen: Run, work: Path, environment: dict[str, str]
) -> None:
    sharpen("check", "-", stdin=f"# sharpen: clipped-mean\n# {'x' * 60_000}\n{SOLUTION}")
    cramped = (
        "import resource, signal, sys; from sharpen.cli.main import main; sys.argv[0] = 'sharpen';"
        f"signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}));"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", cramped, *command.split(), file],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert file in done.stderr
    assert "room" in done.stderr
    assert "went wrong" not in done.stderr
    assert [path for path in work.rglob("*") if path.is_file()] == []


def test_doctor_tells_versions_paths_and_layers(sharpen: Run, environment: dict[str, str]) -> None:
    document = json.loads(sharpen("doctor", "--json").stdout)
    assert {"sharpen", "python", "numpy", "lightgbm", "implicit", "bm25s"} <= set(document["versions"])
    assert "sklearn" not in document["versions"], "its package is called scikit-learn"
    assert document["paths"]["data"].startswith(environment["SHARPEN_HOME"])
    assert all({"name", "works", "detail"} == set(layer) for layer in document["layers"])
    assert "python" in sharpen("doctor").stdout


def test_doctor_opens_the_data_and_is_not_well_when_nothing_works(sharpen: Run, environment: dict[str, str]) -> None:
    sharpen("list")
    data = Path(environment["SHARPEN_HOME"]) / "sharpen.db"
    document = json.loads(sharpen("doctor", "--json").stdout)
    assert [(sign["name"], sign["works"]) for sign in document["data"]] == [
        *(("data", True), ("folder", True), ("room", True)),
    ]
    for beside in data.parent.glob("sharpen.db-*"):
        beside.unlink()
    data.write_bytes(b"no database at all " * 500)
    done = sharpen("doctor")
    assert done.returncode == 1
    assert "is damaged" in done.stdout
    assert "All is well." not in done.stdout
    refused = sharpen("list").stderr
    assert "the file is damaged" in refused
    assert "`sharpen doctor`" in refused


def test_a_data_file_to_import_is_for_restore(sharpen: Run) -> None:
    sharpen("backup", "b.db")
    refused = sharpen("import", "b.db")
    assert (refused.returncode, "`sharpen restore FILE`" in refused.stderr) == (2, True)


def test_restoring_over_damaged_data_says_what_is_kept(sharpen: Run, environment: dict[str, str]) -> None:
    sharpen("backup", "copy.db")
    data = Path(environment["SHARPEN_HOME"]) / "sharpen.db"
    for beside in data.parent.glob("sharpen.db-*"):
        beside.unlink()
    data.write_bytes(b"no database at all " * 500)
    done = sharpen("restore", "copy.db")
    assert done.returncode == 0
    assert "What was here before was damaged and cannot be brought back. It is kept as" in done.stdout
    assert "brings it back" not in done.stdout
    assert "brings it back" in sharpen("restore", "copy.db").stdout


@pytest.mark.skipif(sys.platform != "linux", reason="/sys is where not even root can write")
def test_data_that_cannot_be_made_is_not_said_to_be_there(sharpen: Run, environment: dict[str, str]) -> None:
    environment["SHARPEN_HOME"] = "/sys/kernel"
    done = sharpen("list")
    assert done.returncode == 2
    assert "The data file /sys/kernel/sharpen.db cannot be made" in done.stderr
    assert "Your work is in that file" not in done.stderr


def test_stats_count_every_topic(sharpen: Run) -> None:
    topics = json.loads(sharpen("content", "stats", "--json").stdout)["topics"]
    assert len(topics) == 182
    assert set(topics["k-means"]) == {"lesson", "cards", "problems", "drills", "cases"}
    assert "k-means" in sharpen("content", "stats").stdout


def test_a_contributor_is_led_from_new_to_sound(sharpen: Run, work: Path) -> None:
    (work / "mine" / "topics").mkdir(parents=True)
    done = sharpen("content", "new", "class-mean", "--topic", "k-means", "--into", "mine")
    assert done.returncode == 0
    folder = "mine/topics/ml-coding/k-means/class-mean"
    assert f"sharpen content check {folder}" in done.stdout
    done = sharpen("content", "check", folder)
    assert done.returncode == 1
    assert f"{folder}/solution.py:5\n" in done.stdout
    assert "is still to be written" in done.stdout
    assert "0 of 1 are sound." in done.stdout
    sound = sharpen("content", "check", "clipped-mean", "--sample", "2", "--seed", "3")
    assert sound.returncode == 0
    assert "4 checks, 3 traps" in sound.stdout
    assert "2 of 2 mutants noticed" in sound.stdout
    document = json.loads(sharpen("content", "check", "clipped-mean", folder, "--json").stdout)
    assert document["sound"] is False
    assert [each["sound"] for each in document["content"]] == [True, False]
    assert {"file", "line", "what", "do"} == set(document["content"][1]["findings"][0])


def test_sound_says_what_was_not_checked(sharpen: Run) -> None:
    done = sharpen("content", "check", "clipped-mean")
    assert "1 of 1 are sound." in done.stdout
    assert "Not checked: whether the checks notice small mistakes" in done.stdout
    assert "Not checked" not in sharpen("content", "check", "clipped-mean", "--sample", "2").stdout


def test_a_problem_is_not_written_into_an_installed_package(
    environment: dict[str, str], work: Path, tmp_path: Path
) -> None:
    package = tmp_path / "site" / "sharpen"
    shutil.copytree(Path(cli.__file__).parents[1], package, ignore=shutil.ignore_patterns("dist", "vendor"))
    shutil.copytree(bundled() / "topics" / "ml-coding" / "k-means", package / "_content/topics/ml-coding/k-means")
    shutil.copy(bundled() / "outline.toml", package / "_content")
    del environment["SHARPEN_CONTENT"]
    environment["PYTHONPATH"] = str(tmp_path / "site")

    def new(*more: str) -> subprocess.CompletedProcess[str]:
        command = [*COMMAND, "content", "new", "standardize", "--topic", "k-means", *more]
        return subprocess.run(command, env=environment, cwd=work, capture_output=True, text=True, check=False)

    refused = new()
    assert refused.returncode == 2
    assert "--into FOLDER, or in SHARPEN_CONTENT" in refused.stderr
    assert not list(package.rglob("standardize"))
    assert new("--into", "mine").returncode == 0
    assert (work / "mine/topics/ml-coding/k-means/standardize/problem.toml").is_file()


def test_a_lesson_in_the_folder_of_another_round_is_told_where_it_belongs(sharpen: Run, work: Path) -> None:
    lesson = next(bundled().glob("topics/breadth/roc-curve/lesson.md")).read_text()
    for round_ in ("ml-depth", "breadth"):
        folder = work / f"mine-{round_}" / "topics" / round_ / "kv-cache"
        folder.mkdir(parents=True)
        (folder / "lesson.md").write_text(lesson)
    wrong = sharpen("content", "check", "mine-ml-depth/topics/ml-depth/kv-cache")
    assert wrong.returncode == 1
    assert "move it to topics/breadth/kv-cache" in " ".join(wrong.stdout.split())
    right = sharpen("content", "check", "mine-breadth/topics/breadth/kv-cache")
    assert "move it to" not in right.stdout


def test_a_content_folder_that_is_not_there_is_an_error(sharpen: Run, environment: dict[str, str]) -> None:
    environment["SHARPEN_CONTENT"] = "/none/such"
    for words in (["list"], ["show", "k-means"], ["content", "check", "k-means"]):
        done = sharpen(*words)
        assert done.returncode == 2
        assert "SHARPEN_CONTENT names /none/such, and there is no such folder." in done.stderr


def test_shell_completion_knows_the_problems(environment: dict[str, str], work: Path) -> None:
    environment |= {"_SHARPEN_COMPLETE": "complete_bash", "COMP_WORDS": "sharpen start clip", "COMP_CWORD": "2"}
    done = subprocess.run(COMMAND_AS_SHARPEN, env=environment, cwd=work, capture_output=True, text=True, check=False)
    assert "clipped-mean" in done.stdout


COMMAND_AS_SHARPEN = [
    sys.executable,
    "-c",
    "import sys; sys.argv = ['sharpen']; from sharpen.cli.main import main; main()",
]


def test_check_where_it_was_installed_for_one_user(environment: dict[str, str], work: Path, tmp_path: Path) -> None:
    python = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info[1]}"
    packages = tmp_path / f".local/lib/{python.name}/site-packages"
    packages.mkdir(parents=True)
    (packages / "here.pth").write_text("\n".join(place for place in sys.path if place))
    (work / "random.py").write_text("raise SystemExit('imported from the learner')\n")
    file = write(work / "clipped-mean.py", SOLUTION)
    done = subprocess.run(
        [python, "-P", "-m", "sharpen.cli.main", "check", file],
        cwd=work,
        env={**environment, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Accepted" in done.stdout, done.stderr


def shell(line: str, environment: dict[str, str], work: Path) -> subprocess.CompletedProcess[str]:
    """Run a line in which `sharpen` is the command."""
    command = shlex.join(COMMAND)
    return subprocess.run(
        ["bash", "-c", f'sharpen() {{ {command} "$@"; }}; {line}'],
        env=environment,
        cwd=work,
        capture_output=True,
        text=True,
        encoding="latin-1",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("words", ["list", "check --json clipped-mean.py", "lesson k-means"])
def test_a_closed_output_is_said_in_a_sentence(environment: dict[str, str], work: Path, words: str) -> None:
    write(work / "clipped-mean.py", SOLUTION)
    done = shell(f"sharpen {words} >&-", environment, work)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Standard output is closed, so there is nowhere to print. Nothing was done.\n"


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_other_closed_descriptors_are_no_matter(environment: dict[str, str], work: Path, closed: str) -> None:
    write(work / "clipped-mean.py", SOLUTION)
    assert "Accepted" in shell(f"sharpen check clipped-mean.py {closed}", environment, work).stdout
    assert "Run `sharpen review` in a terminal" in shell(f"sharpen review {closed}", environment, work).stdout


def test_a_worksheet_that_cannot_be_written_leaves_nothing(environment: dict[str, str], work: Path) -> None:
    full = shell("ulimit -f 0; sharpen start clipped-mean", environment, work)  # no file may have a byte
    assert full.returncode == 2
    assert full.stderr.startswith("clipped-mean.py: File too large.")
    assert not list(work.iterdir())
    refused = shell("sharpen start clipped-mean -o /sys/kernel/clipped-mean.py", environment, work)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert refused.stderr.startswith("/sys/kernel/clipped-mean.py: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", ["list", "lesson k-means", "doctor --json"])
def test_a_full_disk_behind_the_output_is_said_in_a_sentence(
    environment: dict[str, str], work: Path, words: str
) -> None:
    done = shell(f"sharpen {words} > /dev/full", environment, work)
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "sharpen itself went wrong" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "latin", [{"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_an_output_that_cannot_show_every_sign(environment: dict[str, str], work: Path, latin: dict[str, str]) -> None:
    raises = "def clipped_mean(values, low, high):\n    return values / low  # Größe ≤ 7⅔, σ²\n"
    write(work / "clipped-mean.py", raises)
    environment |= latin
    done = shell("sharpen check clipped-mean.py", environment, work)
    assert done.returncode == 1, done.stderr
    assert ">    2 | " in done.stdout
    assert "<= 7 2/3, sigma" in done.stdout
    assert "FAIL" in done.stdout
    shown = shell("sharpen show clipped-mean; sharpen lesson k-means; sharpen hint clipped-mean", environment, work)
    assert (shown.returncode, shown.stderr) == (0, "")
    document = json.loads(shell("sharpen history --json --attempt 0", environment, work).stdout)
    assert document["source"] == raises, "JSON says the same in whatever encoding"
    assert json.loads(shell("sharpen export -", environment, work).stdout)["attempts"][0]["source"] == raises


def test_list_into_a_closed_pipe_is_quiet(environment: dict[str, str], work: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "list"], env=environment, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 2


@pytest.mark.parametrize("lines", [0, 1])
def test_check_into_a_closed_pipe_is_no_wrong_answer(
    sharpen: Run, environment: dict[str, str], work: Path, lines: int
) -> None:
    name = write(work / "clipped-mean.py", SOLUTION)
    process = subprocess.Popen(
        [*COMMAND, "check", name], env=environment, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    for _ in range(lines):
        process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 2
    (attempt,) = json.loads(sharpen("history", "--json").stdout)["attempts"]
    assert attempt["verdict"] == "accepted", "it is judged to the end"


@pytest.mark.slow
def test_help_comes_within_a_fifth_of_a_second(environment: dict[str, str]) -> None:
    best = min(_timed(["--help"], environment) for _ in range(5))
    assert best <= 0.2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "most"),
    [
        *((f"{word} k-means", 0.25) for word in ("show", "lesson", "start")),
        *(("list", 0.4), ("history", 0.4), ("hint k-means --again", 0.4)),
    ],
)
def test_reading_costs_little_cpu(environment: dict[str, str], line: str, most: float, tmp_path: Path) -> None:
    subprocess.run([*COMMAND, "list"], env=environment, capture_output=True, check=True)  # makes the data

    def once(number: int) -> float:
        (folder := tmp_path / str(number)).mkdir()
        return process_cpu([*COMMAND, *line.split()], env=environment, cwd=folder)

    assert min(map(once, range(7))) <= most


@pytest.mark.slow
def test_check_comes_within_seven_tenths_of_a_second(environment: dict[str, str], work: Path) -> None:
    file = write(work / "clipped-mean.py", SOLUTION)
    assert min(_timed(["check", str(work / file)], environment) for _ in range(5)) <= 0.7


def _timed(arguments: list[str], environment: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, check=True)
    return time.perf_counter() - started
