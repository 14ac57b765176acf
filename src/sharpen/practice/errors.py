"""What can go wrong in practice: what happened, why, and what the learner can do."""

import difflib
from collections.abc import Iterable, Sequence

from sharpen.domain.errors import SharpenError


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


class JudgingInterrupted(PracticeError):
    """The judge stopped before it had a verdict. The attempt is kept and can be judged again."""

    in_terminal = "If it happens again, `sharpen doctor` shows what does not work here."


class BadSettings(PracticeError):
    """A SHARPEN_ environment variable, or the data folder it names, cannot be used."""


class BadBackup(PracticeError):
    """A document that cannot be imported; nothing of it was written."""
