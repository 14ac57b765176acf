"""The document that a backup is: what it looks like as JSON, and reading one with suspicion."""

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sharpen.domain.attempt import Attempt, State
from sharpen.domain.draft import Draft
from sharpen.domain.hint import Reveal
from sharpen.domain.verdict import CheckResult
from sharpen.practice import review_document, text
from sharpen.practice.errors import BadBackup, BadText
from sharpen.practice.review_document import Reviewed
from sharpen.store.attempts import plain as plain_result

FORMAT, VERSION = "sharpen", 3
WORK = ("attempts", "drafts", "hints")
REVIEW = ("memories", "reviews", "notes", "plans")
KINDS = {1: WORK, 2: (*WORK, *REVIEW), 3: (*WORK, *REVIEW, "cards")}
"""The kinds of records by version; the first knew nothing of review, the second nothing of cards brought."""
LONGEST = {"id": 64, "problem": 100, "version": 64}
MOST = 2**31 - 1
Record = TypeVar("Record", Attempt, Draft, Reveal)


@dataclass(frozen=True)
class Document:
    """A learner's work. A draft comes with whether a reset replaced it."""

    attempts: list[Attempt]
    drafts: list[tuple[Draft, bool]]
    hints: list[Reveal]
    reviewed: Reviewed = field(default_factory=Reviewed)


def write(document: Document) -> dict[str, Any]:
    """A document as plain data for JSON. It does not say who the learner is.

    An attempt that is being judged is written as interrupted: elsewhere nobody will finish it.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported": datetime.now(UTC).isoformat(),
        "attempts": [_plain_attempt(attempt) for attempt in document.attempts],
        "drafts": [{**_plain(draft), "replaced": replaced} for draft, replaced in document.drafts],
        "hints": [_plain(reveal) for reveal in document.hints],
        **review_document.write(document.reviewed),
    }


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
    _same_keys(data, {"format", "version", "exported", *KINDS[version]}, "the document")
    for kind in KINDS[version]:
        if not isinstance(data[kind], list):
            raise BadBackup(f"{kind} must be a list.")
    attempts = [_attempt(row, f"attempts[{i}]", learner) for i, row in enumerate(data["attempts"])]
    drafts = [_draft(row, f"drafts[{i}]", learner) for i, row in enumerate(data["drafts"])]
    hints = [_reveal(row, f"hints[{i}]", learner) for i, row in enumerate(data["hints"])]
    _once(attempts, "attempts", lambda attempt: attempt.id)
    _once(drafts, "drafts", lambda pair: (pair[0].problem, pair[1]))
    _once(hints, "hints", lambda reveal: (reveal.problem, reveal.number))
    reviewed = review_document.read(data, learner) if version > 1 else Reviewed()
    return Document(attempts, drafts, hints, reviewed)


def _plain_attempt(attempt: Attempt) -> dict[str, Any]:
    if attempt.state is State.JUDGING:
        attempt = replace(attempt, state=State.INTERRUPTED)
    return {**_plain(attempt), "results": [plain_result(result) for result in attempt.results]}


def _plain(record: Attempt | Draft | Reveal) -> dict[str, Any]:
    return {name: _plain_value(value) for name, value in vars(record).items() if name != "learner"}


def _plain_value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


ATTEMPT, DRAFT, REVEAL = TypeAdapter(Attempt), TypeAdapter(Draft), TypeAdapter(Reveal)
RESULT_KEYS = {field.name for field in fields(CheckResult)}


def _attempt(row: Any, place: str, learner: str) -> Attempt:
    _same_keys(row, {field.name for field in fields(Attempt)} - {"learner"}, place)
    attempt = _record(ATTEMPT, row, place, learner)
    for i, result in enumerate(row["results"]):
        unknown = result.keys() - RESULT_KEYS
        if unknown:
            raise BadBackup(f"{place}.results[{i}] has an unknown key {min(unknown)!r}.")
    if (attempt.state is State.FINISHED) != (attempt.verdict is not None and attempt.finished is not None):
        raise BadBackup(f"{place} must have a verdict and a time when it finished exactly if it is finished.")
    if attempt.state is State.JUDGING:
        return replace(attempt, state=State.INTERRUPTED)
    return attempt


def _draft(row: Any, place: str, learner: str) -> tuple[Draft, bool]:
    _same_keys(row, {field.name for field in fields(Draft)} - {"learner"} | {"replaced"}, place)
    if not isinstance(row["replaced"], bool):
        raise BadBackup(f"{place}.replaced must be true or false.")
    rest = {key: value for key, value in row.items() if key != "replaced"}
    return _record(DRAFT, rest, place, learner), row["replaced"]


def _reveal(row: Any, place: str, learner: str) -> Reveal:
    _same_keys(row, {field.name for field in fields(Reveal)} - {"learner"}, place)
    return _record(REVEAL, row, place, learner)


def _record(adapter: TypeAdapter[Record], row: dict[str, Any], place: str, learner: str) -> Record:
    """A row as a record, with its times in UTC and every value one that the store can hold."""
    try:
        record = adapter.validate_python({**row, "learner": learner})
    except ValidationError as problem:
        fault = problem.errors()[0]
        inner = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
        raise BadBackup(f"{place}{inner}: {fault['msg']}.") from None
    changed = {}
    for name, value in vars(record).items():
        try:
            changed[name] = _storable(name, value)
        except (BadText, ValueError, OverflowError) as problem:
            raise BadBackup(f"{place}.{name}: {problem}") from None
    return replace(record, **changed)


def _storable(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return text.moment(value)
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float) and not (math.isfinite(value) and 0 <= value <= MOST):
        raise ValueError(f"{value} is not a number from 0 to {MOST}.")
    if name == "source":
        text.source(value)
    elif name == "cases":
        text.cases(value)
    elif name in LONGEST and not 0 < len(value.encode()) <= LONGEST[name]:
        raise ValueError(f"a text of 1 to {LONGEST[name]} characters is needed.")
    return value


def _same_keys(row: Any, keys: set[str], place: str) -> None:
    if not isinstance(row, dict):
        raise BadBackup(f"{place} must be an object.")
    missing, unknown = keys - row.keys(), row.keys() - keys
    if missing:
        raise BadBackup(f"{place} lacks {min(missing)!r}.")
    if unknown:
        raise BadBackup(f"{place} has an unknown key {min(unknown, key=str)!r}.")


def _once(records: Sequence[Any], kind: str, key: Callable[[Any], Hashable]) -> None:
    seen = set()
    for i, record in enumerate(records):
        if key(record) in seen:
            raise BadBackup(f"{kind}[{i}] is there twice.")
        seen.add(key(record))
