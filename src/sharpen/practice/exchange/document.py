"""The document that a backup is: what it looks like as JSON, and reading one with suspicion."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.card import Brought
from sharpen.domain.draft import Draft
from sharpen.domain.hint import Reveal
from sharpen.domain.note import Note
from sharpen.domain.plan import Plan
from sharpen.domain.review import Review, Standing
from sharpen.domain.verdict import CheckResult
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange import records
from sharpen.store.attempts import plain as plain_result

FORMAT, VERSION = "sharpen", 3
WORK, REVIEW = ("attempts", "drafts", "hints"), ("memories", "reviews", "notes", "plans")
KINDS = {1: WORK, 2: (*WORK, *REVIEW), 3: (*WORK, *REVIEW, "cards")}
"""The kinds of records by version; the first knew nothing of review, the second nothing of cards from Anki."""
RESULT_KEYS = {field.name for field in fields(CheckResult)}


@dataclass(frozen=True)
class Document:
    """A learner's work, by kind of record.

    A draft comes with whether a reset replaced it. `plans` holds the one plan, or nothing when
    nobody touched it.
    """

    attempts: list[Attempt] = field(default_factory=list)
    drafts: list[tuple[Draft, bool]] = field(default_factory=list)
    hints: list[Reveal] = field(default_factory=list)
    memories: list[Standing] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    cards: list[Brought] = field(default_factory=list)


ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "attempts": TypeAdapter(Attempt),
    "drafts": TypeAdapter(Draft),
    "hints": TypeAdapter(Reveal),
    "memories": TypeAdapter(Standing),
    "reviews": TypeAdapter(Review),
    "notes": TypeAdapter(Note),
    "plans": TypeAdapter(Plan),
    "cards": TypeAdapter(Brought),
}
KEYS: dict[str, Callable[[Any], Hashable]] = {
    "attempts": lambda attempt: attempt.id,
    "drafts": lambda pair: (pair[0].problem, pair[1]),
    "hints": lambda reveal: (reveal.problem, reveal.number),
    "memories": lambda standing: standing.item.id,
    "reviews": lambda review: review.id,
    "notes": lambda note: note.item,
    "plans": lambda plan: plan.learner,
    "cards": lambda card: card.id,
}
"""What is there once among the records of a kind."""


def write(document: Document) -> dict[str, Any]:
    """A document as plain data for JSON. It does not say who the learner is.

    An attempt that is being judged is written as interrupted: elsewhere nobody will finish it.
    """
    head = {"format": FORMAT, "version": VERSION, "exported": datetime.now(UTC).isoformat()}
    return head | {kind: [_plain(kind, record) for record in getattr(document, kind)] for kind in KINDS[VERSION]}


def _plain(kind: str, record: Any) -> dict[str, Any]:
    if kind == "attempts":
        state = State.INTERRUPTED if record.state is State.JUDGING else record.state
        written = records.plain(ADAPTERS[kind], replace(record, state=state, results=()))
        return written | {"results": [plain_result(result) for result in record.results]}
    if kind == "drafts":
        draft, replaced = record
        return records.plain(ADAPTERS[kind], draft) | {"replaced": replaced}
    return records.plain(ADAPTERS[kind], record)


def read(data: Any, learner: str) -> Document:
    """The document in plain data, as this learner's work. Raises BadBackup that names the place at fault."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadBackup('This is not a backup of sharpen: it does not say "format": "sharpen".')
    version = data.get("version")
    if not isinstance(version, int) or version not in KINDS:
        raise BadBackup(
            f"This backup has version {version!r}; this sharpen reads versions 1 to {VERSION}. "
            "Import it with the sharpen that wrote it, or a newer one."
        )
    records.same_keys(data, {"format", "version", "exported", *KINDS[version]}, "the document")
    found = {}
    for kind in KINDS[version]:
        if not isinstance(data[kind], list):
            raise BadBackup(f"{kind} must be a list.")
        found[kind] = [_read(kind, row, f"{kind}[{i}]", learner) for i, row in enumerate(data[kind])]
        _once(found[kind], kind)
    return Document(**found)


def _read(kind: str, row: Any, place: str, learner: str) -> Any:
    if kind == "drafts" and isinstance(row, dict):
        replaced = row.get("replaced")
        if not isinstance(replaced, bool):
            raise BadBackup(f"{place}.replaced must be true or false.")
        rest = {key: value for key, value in row.items() if key != "replaced"}
        return records.read(ADAPTERS[kind], rest, place, learner), replaced
    if kind == "plans" and isinstance(row, dict):
        row = {"fit": None, **row}  # older backups know nothing of it
    record = records.read(ADAPTERS[kind], row, place, learner)
    return _judged(record, row, place) if kind == "attempts" else record


def _judged(attempt: Attempt, row: dict[str, Any], place: str) -> Attempt:
    """An attempt whose state, verdict and results agree."""
    for i, result in enumerate(row["results"]):
        unknown = result.keys() - RESULT_KEYS
        if unknown:
            raise BadBackup(f"{place}.results[{i}] has an unknown key {min(unknown)!r}.")
    if (attempt.state is State.FINISHED) != (attempt.verdict is not None and attempt.finished is not None):
        raise BadBackup(f"{place} must have a verdict and a time when it finished exactly if it is finished.")
    return replace(attempt, state=State.INTERRUPTED) if attempt.state is State.JUDGING else attempt


def _once(found: Sequence[Any], kind: str) -> None:
    seen = set()
    for i, record in enumerate(found):
        key = KEYS[kind](record)
        if key in seen:
            raise BadBackup(f"{kind}[{i}] is there twice.")
        seen.add(key)
