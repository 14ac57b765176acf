"""The errors that are written for people; every other exception is a mistake of ours.

SharpenError
├── CannotGather              api/errors.py
├── CannotListen              web/serve.py
├── NotBuilt                  web/assets.py
├── CommandError              cli/terminal/failure.py
├── CannotScaffold            authoring/scaffold.py
├── NotContent                authoring/folders.py
├── PracticeError             practice/errors.py
│   ├── NotFound
│   │   ├── NoSuchName
│   │   │   ├── NoSuchCase
│   │   │   ├── NoSuchCompetency
│   │   │   ├── NoSuchProblem
│   │   │   ├── NoSuchLab
│   │   │   ├── NoSuchQuestion
│   │   │   ├── NoSuchReading
│   │   │   └── NoSuchTopic
│   │   ├── NoSuchAttempt
│   │   ├── NoSuchCard
│   │   ├── NoSuchDive
│   │   ├── NoSuchImage
│   │   ├── NoSuchMock
│   │   ├── NoSuchNote
│   │   ├── NoSuchProject
│   │   ├── NoSuchProjectVersion
│   │   ├── NoSuchRecording
│   │   ├── NoSuchRow
│   │   ├── NoSuchRun
│   │   ├── NoSuchStory
│   │   ├── NoSuchTelling
│   │   ├── NoSuchSitting
│   │   └── NoSuchVersion
│   ├── NoSuchItem
│   ├── NoPublicData
│   ├── NotInFront
│   ├── NotAnswered
│   ├── NotNow
│   ├── NotPluggedIn
│   ├── NothingToUndo
│   ├── NothingToTakeBack
│   ├── NothingToStudy
│   ├── CardChanged
│   ├── BadAnswer
│   ├── BadCell
│   ├── BadPlan
│   ├── BadRecording
│   ├── BadText
│   ├── BadAnkiFile
│   ├── NothingToExport
│   ├── BadBackup
│   ├── BudgetUsedUp
│   ├── BadSettings
│   ├── CannotFit
│   ├── DesignChanged
│   ├── LabBusy
│   ├── LabsNotInstalled
│   ├── NotInTorch
│   ├── RunFailed
│   └── JudgingInterrupted
├── BadPackage                anki/package.py
├── ContentError              content/errors.py
├── BadPrediction             domain/prediction.py
├── DesignFailed              labs/errors.py
├── BadData                   labs/errors.py
├── Cancelled                 labs/errors.py
├── LabBroken                 labs/errors.py
├── BadEndpoint               interviewer/endpoint.py
├── InterviewerFailed         interviewer/failure.py
├── NotInstalled              interviewer/failure.py
├── JudgeBroken               judge/interface.py
└── StoreError                store/errors.py
"""

import errno

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says of a disk, or a share of one, that is full."""


class SharpenError(Exception):
    """Something went wrong that the message explains: what happened, why, and what to do.

    `in_terminal` is a command that helps, for where commands are typed; a page shows its own way on.
    """

    in_terminal = ""

    def __str__(self) -> str:
        # KeyError, a base of some of these, would show the message in quotation marks.
        return str(self.args[0]) if self.args else ""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows: the message explains it, and the way through our code would only hide it."""
        return [f"{type(self).__name__}: {self}"]


def explained(error: Exception, report: str) -> str:
    """What to say of any error: its own message, or that the mistake is ours, with how to `report` it."""
    if isinstance(error, SharpenError):
        return str(error)
    if isinstance(error, OSError) and error.errno in FULL:
        return f"{error.filename or 'A file'} could not be written: {error.strerror}.{advice(error)}"
    return f"sharpen itself went wrong ({type(error).__name__}: {error}). Your work is kept. {report}"


def advice(error: OSError) -> str:
    """What to do about an error of files, as one more sentence; nothing where that is plain."""
    full = " Nothing was written there. Make room on the disk, or name another place, and try again."
    return full if error.errno in FULL else ""
