"""Parameters are kept exactly if they predict held-out reviews better; then every memory follows, or none does."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sharpen.domain.fit import Fit
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.log import Log, Rated
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Standing
from sharpen.memory.replaying import replayed
from sharpen.practice import Workspace
from sharpen.practice.day import fit
from sharpen.practice.errors import CannotFit
from sharpen.practice.exchange.backup import export, import_
from sharpen.practice.items.remembering import record_rating, undo_rating
from sharpen.store import open_store
from tests.looking import look
from tests.memory.learner import FORGETS_FASTER, START, reviewed
from tests.practice.fitting import everything, keep

LATER = START + timedelta(days=400)


def done(ws: Workspace) -> Fit:
    steps = list(fit.run(ws))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert all(0 <= step.done <= 1 for step in steps)
    result = look(ws, fit.status).last
    assert result
    return result


def test_who_forgets_faster_gets_parameters_and_all_memories_follow(ws: Workspace) -> None:
    logs = reviewed(3000, FORGETS_FASTER)
    keep(ws, logs)
    before = everything(ws)
    result = done(ws)
    assert result.kept
    assert result.before - result.after > 0.02
    assert result.before == result.usual
    assert abs(result.predicted_after - result.remembered) < abs(result.predicted_before - result.remembered)
    assert result.reviews == sum(len(log.reviews) for log in logs.values())
    assert look(ws, fit.status) == fit.Status(True, result, result.reviews, 0, "")
    own = look(ws, lambda work: work.plans.get()).parameters
    assert len(own) == 21
    after = everything(ws)
    for item, log in logs.items():
        assert after["memories"][item].memory == replayed(log, parameters=own), "as if reviewed so from the start"
    assert (after["reviews"], after["sums"]) == (before["reviews"], before["sums"]), "what was predicted stays"

    list(fit.reset(ws))
    assert everything(ws) == before
    assert look(ws, fit.status) == fit.Status(False, None, result.reviews, 0, "")
    with pytest.raises(CannotFit, match="in use already"):
        list(fit.reset(ws))


def test_who_remembers_as_usual_keeps_the_usual_parameters(ws: Workspace) -> None:
    keep(ws, reviewed(1000, seed=3))
    before = everything(ws)
    result = done(ws)
    assert result.after > result.before
    assert not result.kept
    assert everything(ws) == before
    here = look(ws, fit.status)
    assert (here.fitted, here.last) == (False, result), "the learner is shown it all the same"


def test_fitting_again_is_measured_against_what_is_in_use(ws: Workspace) -> None:
    keep(ws, reviewed(3000, FORGETS_FASTER))
    first = done(ws)
    kept = everything(ws)
    again = done(ws)
    assert (again.before, again.usual) == (first.after, first.usual)
    assert not again.kept, "the same parameters are not better than themselves"
    assert everything(ws) == kept
    assert look(ws, fit.status).fitted


def test_too_few_reviews_are_counted(ws: Workspace) -> None:
    assert look(ws, fit.status) == fit.Status(False, None, 0, 1000, "")
    item = Log((Rated(START, Rating.GOOD), Rated(START + timedelta(days=2), Rating.GOOD)))
    keep(ws, {f"made/{n}": item for n in range(333)})
    assert look(ws, fit.status).missing == 334
    with pytest.raises(CannotFit, match=r"needs 1,000 reviews of yours, and there are 666: 334 are missing"):
        list(fit.run(ws))


def test_reviews_of_one_day_predict_nothing(ws: Workspace) -> None:
    keep(ws, {f"made/{n}": Log((Rated(START, Rating.GOOD),)) for n in range(1100)})
    with pytest.raises(CannotFit, match=r"Of your 1,100 reviews 0 came on a later day than"):
        list(fit.run(ws))


def test_no_fit_is_not_a_fit_that_was_no_better(ws: Workspace) -> None:
    """Nineteen cards, a hundred reviews of each: the optimizer has nothing to say, and that is what is told."""
    reviews = tuple(Rated(START + timedelta(days=2 * n), Rating.GOOD if n % 3 else Rating.AGAIN) for n in range(100))
    keep(ws, {f"made/{n}": Log(reviews) for n in range(19)})
    with pytest.raises(CannotFit, match=r"No fit was possible: .* 20 must have come back .* 19 did"):
        list(fit.run(ws))
    assert look(ws, fit.status).last is None


def test_suspended_buried_and_brought_memories_stay_what_they_are(ws: Workspace) -> None:
    logs = reviewed(3000, FORGETS_FASTER)
    keep(ws, logs)
    one, two, *_ = logs
    brought = Memory(40.0, 5.0, START, START + timedelta(days=40), 9, 2)
    with ws.writing() as work:
        here = work.memories.of_items([one, two])
        work.memories.put(replace(here[one], suspended=True))
        work.memories.put(replace(here[two], buried_until=LATER))
        work.memories.put(Standing(ws.learner, Item("made/brought", ItemKind.RECALL, "means"), brought))
        work.memories.put(Standing(ws.learner, Item("made/aside", ItemKind.RECALL, "means"), suspended=True))
    assert done(ws).kept
    after = everything(ws)["memories"]
    assert after[one].suspended
    assert after[one].memory != here[one].memory
    assert after[two].buried_until == LATER
    assert after["made/brought"].memory == brought
    assert after["made/aside"].suspended


def test_stopping_at_any_point_changes_nothing(ws: Workspace) -> None:
    keep(ws, reviewed(3000, FORGETS_FASTER))
    before = everything(ws)
    for count in (1, 2, 26, 46):
        work = fit.run(ws)
        for _ in range(count):
            next(work)
        work.close()  # type: ignore[attr-defined]
        assert everything(ws) == before
        assert look(ws, fit.status).last is None


KILLED = """
import os, signal, sys
from sharpen.practice import Settings, open_workspace
from sharpen.practice.day import fit
from sharpen.store.items.plans import Plans

def killed(plans, plan):
    assert plan.parameters
    os.kill(os.getpid(), signal.SIGKILL)

Plans.put = killed  # the last step: every memory is written by then
list(fit.run(open_workspace(Settings(home=sys.argv[1]))))
"""


def test_killed_in_the_middle_of_writing_changes_nothing(ws: Workspace, tmp_path: Path) -> None:
    keep(ws, reviewed(3000, FORGETS_FASTER))
    before = everything(ws)
    command = [sys.executable, "-c", KILLED, str(tmp_path / "home")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SHARPEN_")}
    assert subprocess.run(command, env=kept, check=False, timeout=120).returncode == -signal.SIGKILL
    assert everything(ws) == before
    assert done(ws).kept, "and it works the next time"


def test_what_is_reviewed_meanwhile_counts(ws: Workspace) -> None:
    logs = reviewed(3000, FORGETS_FASTER)
    keep(ws, logs)
    fitting = fit.run(ws)
    next(fitting)
    item = Item(next(iter(logs)), ItemKind.CHOICE, "means")
    with ws.writing() as work:
        record_rating(work, item, Rating.GOOD, at=LATER)
    list(fitting)
    assert look(ws, fit.status).fitted
    longer = Log((*logs[item.id].reviews, Rated(LATER, Rating.GOOD)))
    after = everything(ws)
    assert after["memories"][item.id].memory == replayed(longer, parameters=after["parameters"])


def test_the_second_of_two_at_once_is_refused(ws: Workspace) -> None:
    keep(ws, reviewed(3000, FORGETS_FASTER))
    slow = fit.run(ws)
    next(slow)
    done(ws)
    after = everything(ws)
    with pytest.raises(CannotFit, match="meanwhile"):
        list(slow)
    assert everything(ws) == after


def test_a_rating_from_before_the_fit_can_be_taken_back(ws: Workspace) -> None:
    logs = reviewed(3000, FORGETS_FASTER)
    keep(ws, logs)
    item = Item(next(iter(logs)), ItemKind.CHOICE, "means")
    with ws.writing() as work:
        session = record_rating(work, item, Rating.AGAIN, at=LATER)
    assert done(ws).kept
    own = look(ws, lambda work: work.plans.get()).parameters
    with ws.writing() as work:
        undo_rating(work, item, session.id)
        assert work.memories.of_items([item.id])[item.id].memory == replayed(logs[item.id], parameters=own)


def test_the_session_of_the_day_is_chosen_anew_unless_it_was_begun(ws: Workspace) -> None:
    from sharpen.practice.day import session

    keep(ws, reviewed(3000, FORGETS_FASTER))
    session.resume(ws)
    assert done(ws).kept
    with ws.reading() as work:
        assert work.review_sessions.get("") is None


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


def test_a_backup_carries_parameters_and_what_came_of_them(ws: Workspace, there: Workspace) -> None:
    keep(ws, reviewed(3000, FORGETS_FASTER))
    unfitted = look(ws, export)
    assert done(ws).kept
    import_(there, unfitted)
    import_(there, look(ws, export))
    for what in ("memories", "reviews", "parameters"):
        assert everything(there)[what] == everything(ws)[what], "memories that were there follow the parameters"
    assert look(there, fit.status) == look(ws, fit.status)
    before = everything(ws)
    import_(ws, unfitted)
    assert everything(ws) == before, "an older backup brings no older model"
    with ws.reading() as work:
        assert work.plans.get().fit == look(there, fit.status).last
