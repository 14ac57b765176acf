"""The general coding round at a terminal: two problems with --watch, one of them a class, then what is next."""

import re
from pathlib import Path

from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal

TOPIC = Path(__file__).parents[2] / "content/topics/general-coding/sliding-window"


def test_a_class_and_a_function_are_solved_with_watch(work: Path, environment: dict[str, str], sharpen: Run) -> None:
    sharpen("start", "rate-limiter")
    right = (TOPIC / "rate-limiter/solution.py").read_text()
    file = work / "rate-limiter.py"
    watching = Terminal([*COMMAND, "check", "--watch", "rate-limiter.py"], work, environment)
    watching.wait_for("Q quit.")
    wrong = right.replace("count >= self.limit", "count >= max(self.limit, 2)")
    assert wrong != right
    file.write_text(wrong)
    watching.wait_for("Q quit.", 2)
    transcript = re.findall(r"(?m)^ *(limiter(?: = RateLimiter|\.allow)\(.*)$", watching.screen)
    assert len(transcript) == 3, watching.screen
    assert "expected False, got True" in transcript[-1]
    file.write_text(right)
    watching.wait_for("Accepted: ")
    watching.wait_for("Q quit.", 3)
    watching.press("q")
    assert watching.end() == 0

    sharpen("start", "shortest-cover")
    watching = Terminal([*COMMAND, "check", "--watch", "shortest-cover.py"], work, environment)
    watching.wait_for("still raises NotImplementedError")
    (work / "shortest-cover.py").write_text((TOPIC / "shortest-cover/solution.py").read_text())
    watching.wait_for("Accepted: ")
    watching.wait_for("Next: ")
    watching.press("q")
    assert watching.end() == 0
    listed = sharpen("log", "list").stdout
    assert "2 problems solved, here and elsewhere: easy 0% (aim 33%), medium 100%" in " ".join(listed.split())
    assert "Next gap: " in listed
    assert "Elsewhere this is trained by LeetCode 76" in sharpen("solution", "shortest-cover").stdout.replace("\n", " ")
