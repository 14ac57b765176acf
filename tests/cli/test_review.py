"""A learner reviews at a terminal of 80 columns, by keyboard alone; is killed in the middle, and goes on there."""

import json
import re
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sharpen.domain.plan import Plan
from sharpen.practice import Settings, open_workspace
from sharpen.practice.day import session
from tests.cli.conftest import COMMAND, Run
from tests.cli.terminal import Terminal
from tests.looking import look

DECK = Path(__file__).parents[1] / "practice" / "deck"
QUESTIONS = {
    "mistyped": "outlier",
    "minimize over": "minimizers",
    "odd number": "median-by-hand",
    "report a median": "mean-or-median",
    r"The mean of \d": "mean-of-three",
}
RIGHT = {
    "outlier": ["The median"],
    "minimizers": ["The sum of (x_i - c)²", "The mean of (x_i - c)²"],
    "median-by-hand": ["Sort the values.", "Count them.", "Take the one in the middle."],
}


@pytest.fixture
def environment(environment: dict[str, str]) -> dict[str, str]:
    return {**environment, "SHARPEN_CONTENT": str(DECK)}


class Sitting:
    """`sharpen review averages` in a terminal."""

    def __init__(self, work: Path, environment: dict[str, str]) -> None:
        self.terminal = Terminal([*COMMAND, "review", "averages"], work, environment)
        self.read = 0

    def card(self) -> str:
        """The name of the card that is asked next, once it is there."""
        self.shown = self.await_("? helps.")
        (name,) = [name for words, name in QUESTIONS.items() if re.search(words, self.shown)]
        return name

    def await_(self, text: str) -> str:
        """What was written up to this text, since the last time."""
        self.terminal.wait_for(text, self.terminal.screen[: self.read].count(text) + 1)
        screen = self.terminal.screen
        end = screen.index(text, self.read) + len(text)
        new, self.read = screen[self.read : end], end
        return new

    def answer(self, name: str) -> str:
        """Answer rightly, and return the result."""
        if name in RIGHT:
            numbers = [re.search(rf"(\d)  {re.escape(text)}", self.shown) for text in RIGHT[name]]
            keys = "".join(match[1] for match in numbers if match)
            self.terminal.press(keys if name == "outlier" else f"{keys}\n")
        elif name == "mean-of-three":
            values = [int(value) for value in re.findall(r"\d+", re.split(r"The mean of(?= \d)", self.shown)[1])[:3]]
            self.terminal.press(f"{sum(values)}/3\n")
        else:
            self.terminal.press(" ")
            self.await_("Enter: 1")
            self.terminal.press("abc")
            for suggested in "123":
                self.await_(f"Enter: {suggested}")
            return "Right"
        return self.await_("Enter: ")

    def kill(self) -> None:
        self.terminal._process.kill()
        self.terminal.end()


@pytest.fixture
def sitting(work: Path, environment: dict[str, str]) -> Sitting:
    return Sitting(work, environment)


def test_cards_of_all_kinds_a_kill_in_the_middle_and_on_at_the_exact_card(
    work: Path, environment: dict[str, str], sharpen: Run
) -> None:
    sitting = Sitting(work, environment)
    seen = []
    for _ in range(2):
        seen.append(sitting.card())
        assert "Right" in sitting.answer(seen[-1])
        sitting.terminal.press("3")
    third = sitting.card()
    before = sitting.shown.partition("5 left")[0] + sitting.shown.partition("about")[2]
    sitting.kill()

    sitting = Sitting(work, environment)
    assert sitting.card() == third
    assert sitting.shown.partition("about")[2] in before, "the same numbers, the options in the same order"
    assert "Right" in sitting.answer(third)
    sitting.kill()

    sitting = Sitting(work, environment)
    assert sitting.card() == third
    assert "Enter: " in sitting.await_("Enter: "), "the answer given was kept too"
    sitting.terminal.press("\n")
    seen.append(third)
    while len(seen) < 5:
        seen.append(sitting.card())
        assert "Right" in sitting.answer(seen[-1])
        sitting.terminal.press("4")
    assert sitting.terminal.end() == 0
    assert "Done for today: 5 reviewed." in sitting.terminal.screen
    assert "Traceback" not in sitting.terminal.screen
    assert max(len(line) for line in sitting.terminal.screen.splitlines()) <= 80
    assert sorted(seen) == sorted(QUESTIONS.values())
    document = json.loads(sharpen("stats", "--json").stdout)
    assert [day["reviews"] for day in document["days"]] == [5]


def test_wrong_undo_note_suspend_bury_help_and_quit(sitting: Sitting, sharpen: Run) -> None:
    first = sitting.card()
    sitting.terminal.press("?")
    sitting.await_("suspend: never ask")
    sitting.terminal.press(" ")
    sitting.await_("Enter: 1")
    sitting.terminal.press("1")
    assert sitting.card() != first
    sitting.terminal.press("U")
    assert sitting.card() == first
    sitting.await_("Enter: 1")
    sitting.terminal.press("E")
    sitting.await_("What is wrong with this card?")
    sitting.terminal.press("both are right\n")
    sitting.await_("Noted.")
    sitting.terminal.press("S")
    sitting.await_("Suspended.")
    second = sitting.card()
    sitting.terminal.press("B")
    sitting.await_("Not today.")
    assert sitting.card() not in (first, second)
    sitting.terminal.press("UU")
    assert sitting.card() == second
    assert sitting.card() == first
    assert "both are right" not in sitting.shown, "a note may give the answer away"
    assert "Your note: both are right" in sitting.await_("Enter: 1")
    sitting.terminal.press("\x1b[AQ")
    assert sitting.terminal.end() == 0
    stopped = " ".join(sitting.terminal.screen.rpartition("Stopped; ")[2].split())
    assert stopped == "every answer is kept. `sharpen review averages` resumes at this card."
    assert json.loads(sharpen("stats", "--json").stdout)["days"] == []


def test_undo_takes_back_the_answer_and_only_then_the_step_before(sitting: Sitting, sharpen: Run) -> None:
    first = sitting.card()
    sitting.terminal.press("U")
    sitting.await_("Nothing to undo.")
    assert sitting.card() == first
    sitting.terminal.press(" ")
    sitting.await_("Enter: 1")
    sitting.terminal.press("1")
    second = sitting.card()
    assert second != first
    sitting.terminal.press(" ")
    sitting.await_("Enter: 1")
    sitting.terminal.press("U")
    assert sitting.card() == second
    assert "Right" in sitting.answer(second), "it is asked again"
    sitting.terminal.press("U")
    assert sitting.card() == second
    sitting.terminal.press("U")
    assert sitting.card() == first
    sitting.await_("Enter: 1")  # with the answer that was rated
    sitting.terminal.press("U")
    assert sitting.card() == first
    sitting.terminal.press("U")
    sitting.await_("Nothing to undo.")
    assert sitting.card() == first
    sitting.terminal.press("Q")
    assert sitting.terminal.end() == 0
    assert json.loads(sharpen("stats", "--json").stdout)["days"] == []


def test_a_card_done_elsewhere_meanwhile_is_reported_and_the_next_is_asked(
    sitting: Sitting, environment: dict[str, str]
) -> None:
    assert sitting.card() == "outlier"
    ws = open_workspace(Settings(home=Path(environment["SHARPEN_HOME"]), content=(DECK,)))
    asked = look(ws, session.current, "averages").asked
    assert asked
    session.bury(ws, asked.key, "averages")
    ws.close()
    sitting.terminal.press("1")
    sitting.await_("That item was done elsewhere")
    assert sitting.card() != "outlier"
    sitting.terminal.press("Q")
    assert sitting.terminal.end() == 0


def test_keys_pressed_in_haste_do_not_rate(sitting: Sitting) -> None:
    while sitting.card() != "outlier":
        sitting.terminal.press("B")
    sitting.terminal.press("1\n \n")  # a digit answers at once, and Enter or Space after it comes from habit
    assert "(your answer)" in sitting.await_("Enter: ")
    sitting.terminal.press("U")
    sitting.await_("? helps.")
    assert "Done" not in sitting.terminal.screen


def test_space_and_enter_answer_only_what_is_complete(sitting: Sitting) -> None:
    while sitting.card() != "minimizers":
        sitting.terminal.press("B")
    sitting.terminal.press("\n")  # nothing is chosen: nothing happens
    numbers = [re.search(rf"(\d)  {re.escape(text)}", sitting.shown) for text in RIGHT["minimizers"]]
    sitting.terminal.press("".join(match[1] for match in numbers if match))
    time.sleep(0.7)  # as long as nobody takes for haste
    sitting.terminal.press(" ")
    assert "Right" in sitting.await_("Enter: ")


def test_an_order_shows_where_each_step_was(sitting: Sitting) -> None:
    while sitting.card() != "median-by-hand":
        sitting.terminal.press("B")
    places = [re.search(rf"(\d)  {re.escape(text)}", sitting.shown) for text in RIGHT["median-by-hand"]]
    first, second, third = (match[1] for match in places if match)
    sitting.terminal.press(f"{first}\n")  # too few
    sitting.terminal.press(third)  # the last one follows
    time.sleep(0.7)
    sitting.terminal.press("\n")
    screen = sitting.await_("Enter: ")
    assert "(you had it at 3)" in screen
    assert "(you had it at 2)" in screen
    assert "1 again soon" in screen
    assert second


def test_a_fraction_in_decimals_and_what_was_typed(sitting: Sitting) -> None:
    while sitting.card() != "mean-of-three":
        sitting.terminal.press("B")
    sitting.terminal.press("1 000")  # a space does not throw away what is typed
    sitting.terminal.press("\n")
    screen = sitting.await_("Enter: ")
    assert "(you: 1 000)" in screen
    assert re.search(r"Not right: (\d+ |\d+/3 ≈ \d)", screen)


def test_a_number_that_cannot_be_read_is_asked_again(sitting: Sitting) -> None:
    while sitting.card() != "mean-of-three":
        sitting.terminal.press("B")
    sitting.terminal.press("1//2\n")
    sitting.await_("is not a number")
    sitting.terminal.press("\x7f" * 4)  # it is still there
    assert "Right" in sitting.answer("mean-of-three")
    sitting.terminal.press("\x03")
    assert sitting.terminal.end() == 2
    assert "Traceback" not in sitting.terminal.screen


def test_enter_before_there_is_an_answer_says_what_to_do(sitting: Sitting) -> None:
    done = set[str]()
    said = {
        "outlier": "Choose an option; Space shows the answer.",
        "median-by-hand": "Order all steps; Space shows the answer.",
        "mean-of-three": "Type the number; Space shows the answer.",
    }
    while done < set(said):
        name = sitting.card()
        if name in said:
            time.sleep(0.7)  # as long as nobody takes for haste
            sitting.terminal.press("\n")
            sitting.await_(said[name])
            done.add(name)
        sitting.terminal.press("B")
    assert "Not right" not in sitting.terminal.screen


def test_letters_after_a_number_are_text(sitting: Sitting) -> None:
    while sitting.card() != "mean-of-three":
        sitting.terminal.press("B")
    for typed in ("5 bits", "sqrt(2)", "12 samples"):
        sitting.terminal.press(f"{typed}\n")
        assert f"'{typed}' is not a number" in sitting.await_("is not a number")
        sitting.terminal.press("\x7f" * len(typed))
    assert "Right" in sitting.answer("mean-of-three")
    assert "Suspended" not in sitting.terminal.screen


def test_a_date_that_is_over_is_not_announced(sharpen: Run, environment: dict[str, str]) -> None:
    ws = open_workspace(Settings(home=Path(environment["SHARPEN_HOME"])))
    with ws.writing() as work:
        work.plans.put(Plan("me", date(2020, 2, 3), updated=datetime.now(UTC)))
    ws.close()
    output = sharpen("plan").stdout
    assert "The interview was on Monday, 2020-02-03. 30 minutes a day, 10 new cards a day" in output
    assert "`sharpen plan --date YYYY-MM-DD`" in output


def test_a_topic_without_cards_says_so(work: Path, environment: dict[str, str]) -> None:
    folder = work / "content"
    (folder / "topics").mkdir(parents=True)
    outline = "[[group]]\nround = 'breadth'\ntitle = 'Soon'\ntopics = [{ id = 'state-spaces', wants = ['cards'] }]\n"
    (folder / "outline.toml").write_text(outline)
    terminal = Terminal([*COMMAND, "review", "state-spaces"], work, environment | {"SHARPEN_CONTENT": str(folder)})
    assert terminal.end() == 0
    assert "No card of state-spaces can be asked now" in terminal.screen


def test_without_a_terminal_it_says_what_to_do(sharpen: Run) -> None:
    done = sharpen("review", "averages")
    assert done.returncode == 0
    assert "5 items are waiting" in done.stdout
    assert "Run `sharpen review averages` in a terminal" in done.stdout
    assert "sharpen serve" in done.stdout
    assert "Did you mean averages" in sharpen("review", "averags").stderr


def test_what_counts_is_set_and_shown(sharpen: Run) -> None:
    shown = sharpen("plan", "--minutes", "30", "--weigh", "k-means=0", "--weigh", "pca=2").stdout
    assert "k-means counts 0" in shown
    assert re.search(r"30 minutes a day reach all \d+ topics", shown)
    document = json.loads(sharpen("plan", "--weigh", "k-means=1", "--json").stdout)
    assert document["plan"]["weights"] == {"pca": 2}
    assert document["forecast"]["reach"][0]["minutes"] == 30
    for wrong in ("k-means", "k-means=much", "nothing=1", "k-means=5"):
        assert sharpen("plan", "--weigh", wrong).returncode == 2, wrong


def test_a_date_and_no_date_are_refused_together(sharpen: Run) -> None:
    ahead = (datetime.now(UTC) + timedelta(days=60)).date().isoformat()
    refused = sharpen("plan", "--date", ahead, "--no-date")
    assert (refused.returncode, "together with --date" in refused.stderr) == (2, True)
    assert json.loads(sharpen("plan", "--json").stdout)["plan"]["date"] is None


def test_a_slip_in_what_is_weighed_is_answered_with_what_was_meant(sharpen: Run) -> None:
    refused = sharpen("plan", "--weigh", "round:ml-breadth=0.5")
    assert refused.returncode == 2
    assert "Did you mean round:breadth or" in " ".join(refused.stderr.split())
    assert "Did you mean k-means" in sharpen("plan", "--weigh", "k-maens=0").stderr


def test_the_plan_is_set_shown_and_refused(sharpen: Run) -> None:
    shown = sharpen("plan", "--date", "2099-01-01")
    assert shown.returncode == 2
    assert "must lie ahead, within five years" in shown.stderr
    assert sharpen("plan", "--minutes", "0").returncode == 2
    assert "45 minutes a day" in sharpen("plan", "--minutes", "45", "--retention", "0.85").stdout
    document = json.loads(sharpen("plan", "--json").stdout)
    assert (document["plan"]["minutes"], document["plan"]["retention"]) == (45, 0.85)
    assert len(document["forecast"]["days"]) == 30
    assert "No reviews yet" in sharpen("stats").stdout


def test_role_level_days_off_and_what_one_is_sure_of_are_said_in_words(sharpen: Run) -> None:
    about = ("--role", "ml-engineer", "--level", "senior", "--days-off", "sat,sun", "--sure-of", "Linear algorithms")
    shown = sharpen("plan", *about).stdout
    assert "For ML engineer, Senior." in shown
    assert "No practice on Saturday, Sunday." in shown
    assert "Sure of Linear algorithms." in shown
    document = json.loads(sharpen("plan", "--json").stdout)["plan"]
    assert (document["role"], document["level"], document["days_off"]) == ("ml-engineer", "senior", [5, 6])
    assert "Did you mean senior" in sharpen("plan", "--level", "senor").stderr
    refused = sharpen("plan", "--days-off", "mon,tue,wed,thu,fri,sat,sun")
    assert refused.returncode == 2
    assert "one at least must be left" in " ".join(refused.stderr.split())
    assert "No practice" not in sharpen("plan", "--days-off", "none").stdout
