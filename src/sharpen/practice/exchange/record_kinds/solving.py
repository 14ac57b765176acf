"""Attempts, drafts and their versions, hints, stars, and what was solved elsewhere."""

from collections.abc import Sequence
from dataclasses import fields, replace
from operator import attrgetter

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.draft import Aside, Draft, DraftVersion, edit_of
from sharpen.domain.hint import Reveal
from sharpen.domain.sheet import SheetRow
from sharpen.domain.star import Star
from sharpen.domain.verdict import CheckResult
from sharpen.practice import inputs
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.record_kinds.kind import ReadNoun, RecordKind, Stamps
from sharpen.practice.exchange.rows import Row
from sharpen.practice.exchange.rules import edit, edits, number, optional, patterns, words
from sharpen.practice.solving.draft_versions import put_aside
from sharpen.store.solving.attempts import Attempts, plain
from sharpen.store.solving.draft_versions import DraftVersions
from sharpen.store.solving.drafts import Drafts


def _write_attempt(attempt: Attempt) -> tuple[Attempt, Row]:
    """One that is being judged is written as interrupted: elsewhere nobody will finish it."""
    return replace(_stopped(attempt), results=()), {"results": [plain(result) for result in attempt.results]}


def _read_attempt(read: ReadNoun, row: Row, place: str) -> Attempt:
    """An attempt whose state, verdict and results agree."""
    attempt: Attempt = read({"seed": None, **row})  # older backups know nothing of it
    for i, result in enumerate(row["results"]):
        unknown = result.keys() - {field.name for field in fields(CheckResult)}
        if unknown:
            raise BadBackup(f"{place}.results[{i}] has an unknown key {min(unknown)!r}.")
    if (attempt.state is State.FINISHED) != (attempt.verdict is not None and attempt.finished is not None):
        raise BadBackup(f"{place} must have a verdict and a time when it finished exactly if it is finished.")
    return _stopped(attempt)


def _stopped(attempt: Attempt) -> Attempt:
    return replace(attempt, state=State.INTERRUPTED) if attempt.state is State.JUDGING else attempt


def _verdicts(attempts: Attempts) -> Stamps:
    """By attempt, when its verdict came."""
    return {id_: at if state is State.FINISHED else None for id_, (state, at) in attempts.stamps().items()}


def _read_draft(read: ReadNoun, row: Row, place: str) -> tuple[Draft, bool]:
    """A draft, and whether a reset replaced it. Backups before version 4 do not say how it came about."""
    replaced = row.get("replaced")
    if not isinstance(replaced, bool):
        raise BadBackup(f"{place}.replaced must be true or false.")
    draft: Draft = read({"lineage": [], **{key: value for key, value in row.items() if key != "replaced"}})
    if "lineage" not in row:
        draft = draft.edited(edit_of(*draft.text))
    return draft, replaced


def _put_drafts(drafts: Drafts, pairs: Sequence[tuple[Draft, bool]]) -> None:
    """Keep drafts; one that is replaced by another text is put aside."""
    for draft, replaced in pairs:
        here = drafts.get(draft.problem, replaced=replaced)
        if here is not None and here.version and here.text != draft.text:
            put_aside(DraftVersions(drafts.db, drafts.learner), here, Aside.IMPORT)
        drafts.put(draft, replaced=replaced)


def _is_newer_draft(drafts: Drafts, pair: tuple[Draft, bool]) -> bool | None:
    """By what came from what, whatever the clocks said; text goes before a starter in which nobody typed."""
    draft, replaced = pair
    here = drafts.get(draft.problem, replaced=replaced)
    if here is None or (not here.version and not draft.version):
        return None
    if not draft.version or here.holds(draft.version):
        return False
    return True if not here.version or draft.holds(here.version) else None


RECORDS = (
    RecordKind(
        "attempts",
        Attempt,
        key=attrgetter("id"),
        stamp=attrgetter("finished"),
        rules={"id": words(64), "problem": words(100), "source": inputs.source, "version": words(64)},
        stamps=_verdicts,
        write=_write_attempt,
        read=_read_attempt,
    ),
    RecordKind(
        "drafts",
        Draft,
        key=lambda pair: (pair[0].problem, pair[1]),
        stamp=lambda pair: pair[0].updated,
        rules={"problem": words(100), "source": inputs.source, "trials": inputs.trials, "lineage": edits},
        newer=_is_newer_draft,
        put=_put_drafts,
        write=lambda pair: (pair[0], {"replaced": pair[1]}),
        read=_read_draft,
    ),
    RecordKind("hints", Reveal, attrgetter("problem", "number"), attrgetter("shown"), {"problem": words(100)}),
    RecordKind(
        "draft_versions",
        DraftVersion,
        key=attrgetter("problem", "id"),
        stamp=lambda _: None,  # what was put aside stays as it is
        rules={"problem": words(100), "id": edit, "source": inputs.source, "trials": inputs.trials},
        since=4,
    ),
    RecordKind(
        "sheet_rows",
        SheetRow,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "title": words(300),
            "link": words(500, least=0),
            "source": words(100, least=0),
            "patterns": patterns,
            "minutes": optional(number(0, 10_000)),
            "notes": words(5_000, least=0),
            "batch": words(64, least=0),
        },
        since=5,
    ),
    RecordKind("stars", Star, attrgetter("problem"), attrgetter("changed"), {"problem": words(100)}, since=12),
)
