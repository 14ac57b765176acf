"""What can go wrong in practice: what happened, why, and what the learner can do."""

import difflib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sharpen.domain.errors import SharpenError
from sharpen.domain.lab_run import LabRun
from sharpen.domain.project import MOST_VERSIONS


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question, after a space, with the known names that come close; empty when none does."""
    close = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(close)}?" if close else ""


class PracticeError(SharpenError):
    """Something the learner can put right; the message says how. Every error below is one."""


class NotFound(PracticeError, KeyError):
    """What was named does not exist."""


class NoSuchName(NotFound):
    """Nothing has this name; the message suggests those that come close."""

    what = ""

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(f"There is no {self.what} called {name!r}.{did_you_mean(name, known)}")


class NoSuchProblem(NoSuchName):
    """No problem has this name."""

    what, in_terminal = "problem", "`sharpen list` shows them all."


class NoSuchTopic(NoSuchName):
    """No topic has this id."""

    what, in_terminal = "topic", "`sharpen lesson` lists those with a lesson, `sharpen content stats` all."


class NoSuchCard(NotFound):
    """No card of the learner's own has this id, or it lies in the bin."""

    in_terminal = "`sharpen card list` shows yours."


class NoSuchCase(NoSuchName):
    """No case has this name."""

    what, in_terminal = "case", "`sharpen case list` shows them all."


class NoSuchSitting(NotFound):
    """No sitting of this learner has this id."""

    in_terminal = "`sharpen case list` shows which cases you sat at."


class NoSuchReading(NoSuchName):
    """No reading has this id."""

    what, in_terminal = "reading", "`sharpen reading list` shows them all."


class NoSuchNote(NotFound):
    """A note that was put aside is not there any more."""


class NoSuchProject(NotFound):
    """No project of this learner has this name or id, or several have; or a text of one is not kept any more."""

    in_terminal = "`sharpen project list` shows yours."


class NoSuchDive(NotFound):
    """No dive into this project has this id, or a text of one is not kept any more."""


class NoSuchMock(NotFound):
    """No mock of this learner has this id, or nothing of this number is asked in its round."""

    in_terminal = "`sharpen mock list` shows yours."


class NoSuchProjectVersion(NotFound):
    """No version of the project has this id."""

    in_terminal = "`sharpen project versions NAME` shows those that are kept."

    def __init__(self, version: str) -> None:
        super().__init__(f"There is no version {version!r} of the project any more; the last {MOST_VERSIONS} are kept.")


class NoSuchRecording(NotFound):
    """There is no recording of this id, or it was deleted."""

    in_terminal = "`sharpen recording list` shows yours."

    def __init__(self, recording: str) -> None:
        super().__init__(f"There is no recording {recording!r}; it may have been deleted.")


class BadRecording(PracticeError):
    """Sound that cannot be kept: of another kind, too long, or too large."""


class NoSuchLab(NoSuchName):
    """No lab has this name."""

    what, in_terminal = "lab", "`sharpen lab list` shows them all."


class NoSuchRun(NotFound):
    """No run of a lab has this id."""

    def __init__(self, run_id: str) -> None:
        super().__init__(f"There is no run {run_id!r} of a lab.")


class NoSuchAttempt(NotFound):
    """No attempt of this learner has this id, or several begin with it."""

    in_terminal = "`sharpen history` shows yours."

    def __init__(self, attempt_id: str, alike: Sequence[str] = (), *, more: bool = False) -> None:
        if alike:
            which = f"{', '.join(alike)}{' and more' if more else ''}"
            super().__init__(f"The ids of several attempts begin with {attempt_id!r}: {which}. Give more of it.")
        else:
            super().__init__(f"There is no attempt {attempt_id!r}.")


class NoSuchImage(NotFound):
    """No card shows an image of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no image {name!r}; its deck may have been removed.")


class NoSuchVersion(NotFound):
    """No version of the draft has this id."""

    def __init__(self, slug: str, version: str) -> None:
        super().__init__(f"There is no version {version!r} of the draft of {slug} any more; the last 20 are kept.")


class NothingToUndo(PracticeError):
    """The draft was never reset, so there is nothing to bring back."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"The draft of {slug} was not reset, so there is nothing to bring back.")


class NoSuchItem(PracticeError, KeyError):
    """No card or problem has this id."""

    def __init__(self, item: str) -> None:
        super().__init__(f"There is no card or problem {item!r}; it may have been renamed or taken out of the content.")


class NoSuchRow(NotFound):
    """The log has no such entry."""

    in_terminal = "`sharpen log list` shows yours."


class NoSuchQuestion(NoSuchName):
    """No question of the behavioral round has this id."""

    what, in_terminal = "question", "`sharpen question list` shows them all."


class NoSuchCompetency(NoSuchName):
    """No competency has this id."""

    what, in_terminal = "competency", "`sharpen question list --json` names them."


class NoSuchStory(NotFound):
    """No story of this learner has this id, or several fit what was typed."""

    in_terminal = "`sharpen story list` shows yours."


class NoSuchTelling(NotFound):
    """No telling of the story has this id."""

    in_terminal = "`sharpen story show STORY` shows when it was told."


class CardChanged(PracticeError):
    """A card was changed elsewhere since the page with its texts was opened."""


class NothingToStudy(PracticeError):
    """Nothing of a topic is due, or all of it is set aside."""


class NotInFront(PracticeError):
    """Another item is in front of the session by now; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("That item was done elsewhere, so nothing was changed. This one is asked now.")


class NotAnswered(PracticeError):
    """An item must be answered, or revealed, before it is rated."""


class NothingToTakeBack(PracticeError):
    """There is no step of this session to undo."""


class BadAnswer(PracticeError):
    """An answer that cannot be read; the item is still in front, unanswered."""


class BadCell(PracticeError):
    """A line of arithmetic that has no result; the others still have theirs."""


class BadPlan(PracticeError):
    """A plan that cannot be kept, such as a date that is over."""


class BadAnkiFile(PracticeError):
    """A file that cannot be imported as an Anki package; nothing of it was taken."""


class NothingToExport(PracticeError):
    """No cards match; nothing was written."""


class CannotFit(PracticeError):
    """The learner's own parameters cannot be fitted, or reset; nothing was changed."""


class BadText(PracticeError):
    """Code or a trial that cannot be kept: too long, or not valid text."""


class NotPluggedIn(PracticeError):
    """No interviewer was plugged in, or not so that anything may be sent to it."""

    in_terminal = "`sharpen interviewer set` does that."

    def __init__(self, why: str = "") -> None:
        super().__init__(why or "No interviewer is plugged in, so nothing was sent. Set one up under Interviewer.")


class BudgetUsedUp(PracticeError):
    """A request could take more tokens than are left of the day's budget; nothing was sent."""

    in_terminal = "`sharpen interviewer set --budget` raises it."

    def __init__(self, tokens: int, used: int, budget: int) -> None:
        left = max(budget - used, 0)
        super().__init__(
            f"Nothing was sent: this could take {tokens:,} tokens, and {left:,} of today's {budget:,} are left. "
            "Shorten the text, go on tomorrow, or raise the budget under Interviewer."
        )


class JudgingInterrupted(PracticeError):
    """The judge stopped before it had a verdict. The attempt is kept and can be judged again."""

    in_terminal = "If it happens again, `sharpen doctor` shows what does not work here."


class LabBusy(PracticeError):
    """Another run of a lab is going on; there is one at a time, so that none takes the other's time."""

    in_terminal = "Or end it with Ctrl+C where it runs."

    def __init__(self, run: LabRun) -> None:
        since = max(0, round((datetime.now(UTC) - run.started).total_seconds()))
        super().__init__(
            f"A run of {run.lab} has been going on for {since} s, and there is one at a time. "
            "Wait for it, or cancel it."
        )
        self.run = run


class RunFailed(PracticeError):
    """A run of a lab ended without a report; the message says where, and why."""


class LabsNotInstalled(PracticeError):
    """The packages that designs may use are not there."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(
            f"Labs need a few more packages: pip install 'sharpen[labs]' (not here: {', '.join(missing)})."
        )


class NotInTorch(PracticeError):
    """A problem that may not be answered in PyTorch was to be."""

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} cannot be answered in PyTorch: `sharpen list --with torch` shows which can.")


class NoPublicData(PracticeError):
    """The world of a lab cannot be made of public data, or no such data was prepared."""


class DesignChanged(PracticeError):
    """Another page has saved a design since; nothing was kept."""

    def __init__(self) -> None:
        super().__init__("This design was changed on another page. Load this page again to see it.")


class BadSettings(PracticeError):
    """A SHARPEN_ environment variable, or the data folder it names, cannot be used."""


class BadBackup(PracticeError):
    """A document that cannot be imported; nothing of it was written."""


class NotNow(PracticeError):
    """A mock does not stand where this can be done."""
