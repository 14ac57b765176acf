"""The errors that are written for people; every other exception is a mistake of ours.

SharpenError
├── CannotGather              api/gathering.py
├── CannotListen              web/serve.py
├── NotBuilt                  web/assets.py
├── CommandError              cli/terminal/failure.py
├── CannotScaffold            authoring/scaffold.py
├── NotContent                authoring/folders.py
├── PracticeError             practice/errors.py
│   ├── NotFound
│   │   ├── NoSuchName
│   │   │   ├── NoSuchProblem
│   │   │   └── NoSuchTopic
│   │   └── NoSuchAttempt
│   ├── NoSuchItem
│   ├── NotInFront
│   ├── NotAnswered
│   ├── NothingToUndo
│   ├── NothingToTakeBack
│   ├── BadAnswer
│   ├── BadPlan
│   ├── BadText
│   ├── BadAnkiFile
│   ├── NothingToExport
│   ├── BadBackup
│   ├── BadSettings
│   ├── CannotFit
│   └── JudgingInterrupted
├── BadPackage                anki/package.py
├── ContentError              content/errors.py
├── JudgeBroken               judge/interface.py
└── StoreError                store/errors.py
"""


class SharpenError(Exception):
    """Something went wrong that the message explains: what happened, why, and what to do."""

    def __str__(self) -> str:
        # KeyError, a base of some of these, would show the message in quotation marks.
        return str(self.args[0]) if self.args else ""


def explained(error: Exception, report: str) -> str:
    """What to say of any error: its own message, or that the mistake is ours, with how to `report` it."""
    if isinstance(error, SharpenError):
        return str(error)
    return f"sharpen itself went wrong ({type(error).__name__}: {error}). Your work is kept. {report}"
