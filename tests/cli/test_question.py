"""`sharpen question`: behavioral questions are listed, chosen and shown."""

import json

from tests.cli.conftest import Run


def test_questions_are_chosen_and_shown(sharpen: Run) -> None:
    document = json.loads(sharpen("question", "list", "--competency", "users", "complaint", "--json").stdout)
    assert "one-complaint" in [row["question"] for row in document["questions"]]
    assert all("users" in row["competencies"] for row in document["questions"])
    shown = sharpen("question", "show", "one-complaint").stdout
    assert shown.index("Good signs") < shown.index("Reproduced the case.") < shown.index("Asked next")
    assert "No question matches." in sharpen("question", "list", "xyzzyx").stdout


def test_a_question_or_competency_that_does_not_exist_is_named(sharpen: Run) -> None:
    missing = sharpen("question", "show", "one-complain")
    assert missing.returncode == 2
    assert "Did you mean one-complaint" in missing.stderr
    assert "Did you mean users" in sharpen("question", "list", "--competency", "user").stderr
