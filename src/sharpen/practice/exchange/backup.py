"""Backup: all of the learner's work as one JSON document, and back."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sharpen.practice.exchange import copies
from sharpen.practice.exchange.document import Document, read, write
from sharpen.practice.exchange.record_kinds.kind import RecordKind
from sharpen.practice.exchange.records import RECORDS
from sharpen.practice.items.recomputing import replay
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Merged:
    """The result of importing the records of one kind."""

    added: int = 0
    updated: int = 0
    kept: int = 0
    """Left alone: what was here is the same or newer."""


class Summary(dict[str, Merged]):
    """By the name of a kind of record."""

    @property
    def changes(self) -> int:
        """How many records are added or updated."""
        return sum(merged.added + merged.updated for merged in self.values())

    before: Path | None = None
    """A copy of the data as it was, if something was changed and the data is a file."""


def export(work: Work, *, recordings: bool = True) -> dict[str, Any]:
    """All of the learner's work as plain data that `json.dumps` takes; recordings, which are large, if they are wanted.

    Nothing else is left out that is not computed again but the session of review in progress, see `records.LEFT_OUT`.
    An attempt that is being judged is written as interrupted: elsewhere nobody will finish it.
    """
    left_out = () if recordings else ("recordings",)
    return write({kind.name: () if kind.name in left_out else kind.repository(work).everything() for kind in RECORDS})


def import_(ws: Workspace, document: Any) -> Summary:
    """Merge an exported document: all of it or, when it raises BadBackup, nothing.

    What is newer here stays; importing the same document again changes nothing. The work becomes
    that of this workspace's learner. Before anything is changed, a copy of the data is kept; raises StoreError
    when that cannot be.
    """
    now = datetime.now(UTC)
    theirs = read(document, ws.learner, now)
    with ws.writing() as work:
        before = work.plans.get()
        summary = _merged(work, theirs, now)
        if summary.changes:
            summary.before = copies.keep(ws, "import")  # nothing is committed yet
        after = work.plans.get()
        others = [plan.parameters for plan in theirs.get("plans", [])] or [()]
        if any(parameters != after.parameters for parameters in (before.parameters, *others)):
            replay(work, after)  # else some memories would be as one model has them, and some as another
        return summary


class _Looked(Exception):
    """Ends a transaction that is not to happen."""


def preview(ws: Workspace, document: Any) -> Summary:
    """What `import_` would do; nothing is changed. Raises BadBackup."""
    now = datetime.now(UTC)
    theirs, summary = read(document, ws.learner, now), Summary()
    with suppress(_Looked), ws.writing() as work:
        summary = _merged(work, theirs, now)
        raise _Looked
    return summary


def _merged(work: Work, theirs: Document, now: datetime) -> Summary:
    return Summary({kind.name: _merge(kind, work, theirs.get(kind.name, []), now) for kind in RECORDS})


def _merge(kind: RecordKind, work: Work, theirs: list[Any], now: datetime) -> Merged:
    """The later of two records with one key wins."""
    here, repository = kind.here(work), kind.repository(work)
    keyed = [(kind.key(record), record) for record in theirs]
    new = [record for key, record in keyed if key not in here and kind.says(record)]
    newer = [record for key, record in keyed if key in here and _is_newer(kind, repository, record, here[key], now)]
    kind.put(repository, [*new, *newer])
    return Merged(len(new), len(newer), len(theirs) - len(new) - len(newer))


def _is_newer(kind: RecordKind, repository: Any, record: Any, here: datetime | None, now: datetime) -> bool:
    sure = kind.newer(repository, record)
    return _is_later(kind.stamp(record), here, now) if sure is None else sure


def _is_later(theirs: datetime | None, mine: datetime | None, now: datetime) -> bool:
    """Whether theirs is the later. A clock that was ahead says nothing of when it was, and is believed of neither."""
    if theirs is None or theirs >= now:
        return False
    return mine is None or mine >= now or theirs > mine
