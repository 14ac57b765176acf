"""What can go wrong in practice, told to the learner: what happened, why, and what to do."""

from collections.abc import Iterable


class PracticeError(Exception):
    """Something the learner can put right; the message says how. Every error below is one."""

    def __str__(self) -> str:
        # KeyError, a base of two of these, would show the message in quotation marks.
        return str(self.args[0]) if self.args else ""


class NoSuchProblem(PracticeError, KeyError):
    """No problem has this name."""

    def __init__(self, slug: str, known: Iterable[str] = ()) -> None:
        import difflib

        close = difflib.get_close_matches(slug, list(known), n=3, cutoff=0.5)
        meant = f" Did you mean {' or '.join(close)}?" if close else ""
        super().__init__(f"There is no problem called {slug!r}.{meant} `sharpen list` shows them all.")


class NoSuchAttempt(PracticeError, KeyError):
    """No attempt of this learner has this id."""

    def __init__(self, attempt_id: str) -> None:
        super().__init__(f"There is no attempt {attempt_id!r}. `sharpen history` shows yours.")


class NothingToUndo(PracticeError):
    """The draft was never reset, so there is nothing to bring back."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"The draft of {slug} was not reset, so there is nothing to bring back.")


class BadText(PracticeError):
    """Code or a case that cannot be kept: too long, or not valid text."""


class JudgingInterrupted(PracticeError):
    """The judge stopped before it had a verdict. The attempt is kept and can be judged again."""


class BadSettings(PracticeError):
    """A SHARPEN_ environment variable, or the data folder it names, cannot be used."""


class BadBackup(PracticeError):
    """A document that cannot be imported; nothing of it was written."""
