"""Backup: all of the learner's work as one JSON document, and back."""

from dataclasses import dataclass
from typing import Any

from sharpen.practice.workspace import Workspace

FORMAT, VERSION = "sharpen", 1


@dataclass(frozen=True)
class Merged:
    """What became of the records of one kind in an imported document."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    """Left alone: what was here is the same or newer."""


Summary = dict[str, Merged]
"""By kind of record: "attempts", "drafts", "hints"."""


def export(ws: Workspace) -> dict[str, Any]:
    """The learner's attempts, drafts and hints as plain data that `json.dumps` takes."""
    raise NotImplementedError


def import_(ws: Workspace, document: Any) -> Summary:
    """Merge an exported document: all of it or, when it raises BadBackup, nothing.

    What is newer here stays; importing the same document again changes nothing.
    """
    raise NotImplementedError
