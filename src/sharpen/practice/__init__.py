"""What a learner does: one use case a file, each a plain function of a workspace."""

from sharpen.practice.errors import JudgingInterrupted, NoSuchAttempt, NoSuchProblem, NoSuchTopic, PracticeError
from sharpen.practice.settings import Settings
from sharpen.practice.workspace import Workspace, open_workspace

__all__ = [
    "JudgingInterrupted",
    "NoSuchAttempt",
    "NoSuchProblem",
    "NoSuchTopic",
    "PracticeError",
    "Settings",
    "Workspace",
    "open_workspace",
]
