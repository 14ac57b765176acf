"""A learner at a terminal of 80 columns solves k-means: wrong, explained, corrected, accepted, remembered."""

import io
import json
import os
import re
import shlex
import subprocess
import time
from datetime import datetime
from pathlib import Path

import pytest
from rich.console import Console

from sharpen.cli.terminal import markdown
from tests.cli.conftest import COMMAND, EXTRA, Run
from tests.cli.terminal import Terminal

CONTENT = Path(__file__).parents[2] / "content"
K_MEANS = CONTENT / "topics/ml-coding/k-means/k-means"


def terminal(arguments: list[str], work: Path, environment: dict[str, str]) -> Terminal:
    return Terminal([*COMMAND, *arguments], work, environment)


def body(path: Path) -> str:
    """What follows the import."""
    return path.read_text().partition("import numpy as np\n")[2]


def save(path: Path, text: str) -> None:
    """Save as careful editors do: a new file, moved over the old one."""
    part = path.with_suffix(".tmp")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)


def test_k_means_from_start_to_history(environment: dict[str, str], work: Path) -> None:
    started = terminal(["start", "k-means"], work, environment)
    assert started.end() == 0
    assert "Wrote k-means.py. Fill it in, then: sharpen check k-means.py" in started.screen
    file = work / "k-means.py"
    head = file.read_text().partition("\ndef k_means")[0]

    watching = terminal(["check", "--watch", "k-means.py"], work, environment)
    watching.wait_for("Watching k-means.py")
    assert "NotImplementedError" in watching.screen
    save(file, head + body(K_MEANS / "traps" / "nan_for_an_empty_cluster.py"))
    watching.wait_for("Watching k-means.py", times=2)
    wrong = watching.screen.split("Watching k-means.py")[1]
    assert wrong.count("✗") == 1, "one failure is in view"
    explained = wrong.split("✗ A center without points stays where it is")[1]
    for label in ("input", "expected", "got"):
        assert label in explained
    assert "checks passed" in explained

    save(file, head + body(K_MEANS / "solution.py"))
    watching.wait_for("Watching k-means.py", times=3)
    assert re.search(r"\d\d:\d\d:\d\d, run 2 ──", watching.screen)
    right = watching.screen.split("Watching k-means.py")[2]
    assert "✗" not in right
    assert "Accepted: " in right
    assert re.search(r"Run 3 took \d+\.\d s", right)
    assert "Rated good: 1 wrong submission, less than a minute of 25. It comes back" in right.replace("\n", " ")
    watching.press("\x03")
    assert watching.end() == 0
    assert "Traceback" not in watching.screen
    assert max(len(line) for line in watching.screen.splitlines()) <= 80

    remembered = terminal(["history", "k-means"], work, environment)
    assert remembered.end() == 0
    verdicts = [line for line in remembered.screen.splitlines() if "terminal" in line]
    assert [" accepted " in line for line in verdicts] == [True, False, False]
    assert "wrong answer" in verdicts[1]


def test_every_command_fits_80_columns(environment: dict[str, str], work: Path) -> None:
    (work / "a.py").write_text((K_MEANS / "solution.py").read_text())
    for arguments in (
        ["list"],
        ["show", "k-means"],
        ["hint", "k-means"],
        ["check", "a.py", "--problem", "k-means"],
        ["history"],
        ["review"],
        ["plan"],
        ["stats"],
        ["doctor"],
        ["content", "stats"],
        ["content", "check", "clipped-mean"],
    ):
        shown = terminal(arguments, work, environment)
        if arguments == ["review"]:
            shown.wait_for("? helps.")
            shown.press("Q")
        assert shown.end() in (0, 1), shown.screen
        assert shown.screen.strip()
        too_long = [line for line in shown.screen.splitlines() if len(line) > 80]
        assert not too_long, (arguments, too_long)


@pytest.mark.parametrize("slug", ["k-means", "regression-tree"])
def test_code_is_shown_whole_and_copied_line_by_line(environment: dict[str, str], work: Path, slug: str) -> None:
    (solution,) = CONTENT.glob(f"topics/*/*/{slug}/solution.py")
    assert max(map(len, solution.read_text().splitlines())) > 80
    shown = terminal(["solution", slug, "--show-me"], work, environment)
    assert shown.end() == 0
    assert solution.read_text().rstrip() in shown.screen
    (work / "a.py").write_text(solution.read_text())
    assert terminal(["check", "a.py", "--problem", slug], work, environment).end() == 0
    remembered = terminal(["history", "--attempt", "0"], work, environment)
    assert remembered.end() == 0
    assert solution.read_text().rstrip() in remembered.screen


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_ids_dates_and_names_in_the_history_are_whole(
    environment: dict[str, str], work: Path, sharpen: Run, columns: int
) -> None:
    slug = "linear-regression-gradient-descent"
    for name, source in (("a.py", "x = 1"), ("b.py", "x = 2")):
        (work / name).write_text(source)
        sharpen("check", name, "--problem", slug)
    entries = json.loads(sharpen("history", "--json").stdout)["attempts"]
    shown = Terminal([*COMMAND, "history"], work, environment, columns=columns)
    assert shown.end() == 0
    for entry in entries:
        when = datetime.fromisoformat(entry["created"]).astimezone()
        for part in (entry["attempt"], slug, "runtime error", f"{when:%Y-%m-%d %H:%M}", "terminal"):
            assert part in shown.screen


def test_nothing_is_cut_on_40_columns(environment: dict[str, str], work: Path) -> None:
    for arguments in (["list"], ["plan"], ["stats"], ["content", "stats"], ["lesson", "transformer"], ["doctor"]):
        shown = Terminal([*COMMAND, *arguments], work, environment, columns=40)
        assert shown.end() in (0, 1), shown.screen
        assert "…" not in shown.screen, arguments
    lesson = Terminal([*COMMAND, "lesson", "transformer"], work, environment, columns=40)
    lesson.end()
    assert "parameters" in lesson.screen.replace(" ", "").replace("\n", "")


def test_what_is_longer_than_the_screen_is_paged(environment: dict[str, str], work: Path) -> None:
    del environment["PAGER"]
    lesson = Terminal([*COMMAND, "lesson", "k-means"], work, environment, rows=24)
    lesson.wait_for("\n:")
    assert "Readings" not in lesson.screen
    lesson.press("G")
    lesson.wait_for("Readings")
    lesson.press("q")
    assert lesson.end() == 0
    short = Terminal([*COMMAND, "history"], work, environment, rows=24)
    assert short.end() == 0, "what fits on the screen needs no pager"
    environment["PAGER"] = "/none/such"
    without = Terminal([*COMMAND, "lesson", "k-means"], work, environment, rows=24)
    assert without.end() == 0
    assert "Readings" in without.screen


def test_a_lesson_is_read_on_80_columns(environment: dict[str, str], work: Path) -> None:
    terminal = Terminal([*COMMAND, "lesson", "roc-curve"], work, environment)
    assert terminal.end() == 0
    assert all(len(line) <= 80 for line in terminal.screen.splitlines())
    for text in ("ROC curve", "TPR(t) = P(s ≥ t | y = 1)", "In the browser there is a picture:", "Readings"):
        assert text in terminal.screen
    assert re.search(r"\n *\n *Readings *\n", terminal.screen), "apart from what is before it"
    assert re.search(r"`sharpen review roc-curve` asks its \d+ cards", terminal.screen)


def test_ctrl_c_ends_a_check_cleanly(environment: dict[str, str], work: Path, sharpen: Run) -> None:
    (work / "clipped-mean.py").write_text("def clipped_mean(values, low, high):\n    while True: pass\n")
    checking = terminal(["check", "clipped-mean.py"], work, environment)
    checking.wait_for("clipped-mean.py")
    time.sleep(0.3)
    checking.press("\x03")
    assert checking.end() == 2
    assert "Stopped." in checking.screen
    assert "Traceback" not in checking.screen
    assert "interrupted" in sharpen("history").stdout, "the attempt is kept"


def test_watching_sees_a_file_that_is_rewritten_in_place_and_one_that_is_not_python(
    environment: dict[str, str], work: Path
) -> None:
    file = work / "clipped-mean.py"
    file.write_text("def clipped_mean(values, low, high): return 0\n")
    watching = terminal(["check", "--watch", "clipped-mean.py"], work, environment)
    watching.wait_for("Watching clipped-mean.py")
    file.write_text("def clipped_mean(:\n")
    watching.wait_for("Watching clipped-mean.py", times=2)
    assert "SyntaxError" in watching.screen
    file.unlink()
    time.sleep(0.3)
    os.utime(work)
    file.write_text("def clipped_mean(values, low, high): return 1\n")
    watching.wait_for("Watching clipped-mean.py", times=3)
    watching.press("\x03")
    assert watching.end() == 1


def test_keys_while_watching(environment: dict[str, str], work: Path, sharpen: Run) -> None:
    sharpen("start", "clipped-mean")
    file = work / "clipped-mean.py"
    watching = terminal(["check", "--watch", "clipped-mean.py"], work, environment)
    watching.wait_for("Q quit.")
    watching.press("h")
    watching.wait_for("1 of 3 hints seen.")
    watching.press("N")
    watching.wait_for("Not accepted yet")
    file.write_text(EXTRA.joinpath("topics/ml-coding/uniform-sampling/clipped-mean/solution.py").read_text())
    watching.wait_for("Accepted: ")
    watching.wait_for("Q quit.", times=4)
    watching.press("n")
    watching.wait_for("still raises NotImplementedError", times=2)
    following = re.search(r"Next: ([a-z-]+)\. Open \1\.py in your editor", watching.screen)
    assert following
    assert (work / f"{following[1]}.py").read_text().startswith(f"# sharpen: {following[1]}, begun ")
    watching.wait_for(f"Watching {following[1]}.py", times=2)
    watching.press("q")
    assert watching.end() == 1, "the last verdict's status: the next one is not written yet"


def test_ctrl_z_and_fg_leave_the_keyboard_as_it_was(environment: dict[str, str], work: Path) -> None:
    shell = Terminal(["bash", "--norc", "-i"], work, {**environment, "PS1": "$ "})
    shell.wait_for("$ ")
    shell.press(shlex.join([*COMMAND, "review", "k-means"]) + "\n")
    shell.wait_for("? helps.")
    shell.press("\x1a")
    shell.wait_for("Stopped")
    shell.press("fg\n")
    shell.wait_for("? helps.", times=2)
    shell.press("Q")
    shell.wait_for("Stopped; every answer is kept.")
    shell.press("exit\n")
    assert shell.end() == 0


def test_a_killed_command_leaves_no_process(environment: dict[str, str], work: Path) -> None:
    (work / "clipped-mean.py").write_text("def clipped_mean(values, low, high):\n    while True: pass\n")
    process = subprocess.Popen(
        [*COMMAND, "check", "clipped-mean.py"], cwd=work, env=environment, stdout=subprocess.DEVNULL
    )
    until = time.monotonic() + 60
    while not (theirs := _below(process.pid)):
        assert time.monotonic() < until
        time.sleep(0.05)
    time.sleep(1)  # until the answer runs
    theirs += _below(process.pid)
    process.kill()
    process.wait()
    until = time.monotonic() + 30
    while time.monotonic() < until and any(_alive(pid) for pid in theirs):
        time.sleep(0.05)
    assert not [pid for pid in theirs if _alive(pid)]


def _below(pid: int) -> list[int]:
    """Every process started by this one, and by those."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    direct = [int(child) for child in children.read_text().split()] if children.exists() else []
    return direct + [grandchild for child in direct for grandchild in _below(child)]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_an_image_on_a_card_is_said_where_none_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(markdown, "console", lambda: Console(file=out, force_terminal=True, width=80))
    name = f"image-{'a' * 32}-4x3.png"
    markdown.print_markdown(f"Here: ![A curve]({name}), and ![]({name}) again.")
    assert name not in out.getvalue()
    assert "(image: A curve; the browser shows it)" in out.getvalue()
    assert "(image; the browser shows it)" in out.getvalue()
