"""The part of a backup that is about review: memories, reviews, notes, plan, cards; as JSON, read with suspicion."""

from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sharpen.domain.card import Brought
from sharpen.domain.plan import Plan
from sharpen.domain.review import Note, Review, Standing
from sharpen.practice import text
from sharpen.practice.errors import BadBackup, BadText
from sharpen.practice.pool import BROUGHT

KINDS = ("memories", "reviews", "notes", "plans", "cards")
MOST = 2**31 - 1
LONGEST = {"Item.id": 200, "Item.topic": 100, "Review.id": 64, "Note.item": 200, "Brought.id": 64, "Brought.topic": 100}
LONGEST_SIDE = 1_000_000


@dataclass(frozen=True)
class Reviewed:
    """What a learner reviewed; `plans` holds the one plan, or nothing when nobody touched it."""

    memories: list[Standing] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    cards: list[Brought] = field(default_factory=list)


ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "memories": TypeAdapter(Standing),
    "reviews": TypeAdapter(Review),
    "notes": TypeAdapter(Note),
    "plans": TypeAdapter(Plan),
    "cards": TypeAdapter(Brought),
}


def write(reviewed: Reviewed) -> dict[str, list[dict[str, Any]]]:
    """It as plain data for JSON, without the learner."""
    return {kind: [_plain(kind, record) for record in getattr(reviewed, kind)] for kind in KINDS}


def _plain(kind: str, record: Any) -> dict[str, Any]:
    plain: dict[str, Any] = ADAPTERS[kind].dump_python(record, mode="json")
    del plain["learner"]
    return plain


def read(data: dict[str, Any], learner: str) -> Reviewed:
    """What `write` wrote, today or earlier, as this learner's. Raises BadBackup that names the place at fault."""
    found = Reviewed(
        *([_read(kind, row, f"{kind}[{i}]", learner) for i, row in enumerate(data.get(kind, ()))] for kind in KINDS)
    )
    _once([standing.item.id for standing in found.memories], "memories")
    _once([review.id for review in found.reviews], "reviews")
    _once([note.item for note in found.notes], "notes")
    _once([plan.learner for plan in found.plans], "plans")
    _once([card.id for card in found.cards], "cards")
    return found


def _read(kind: str, row: Any, place: str, learner: str) -> Any:
    if not isinstance(row, dict) or "learner" in row:
        raise BadBackup(f"{place} must be an object, without a learner.")
    if kind == "plans":
        row = {"fit": None, **row}  # older backups know nothing of it
    try:
        record = ADAPTERS[kind].validate_python({**row, "learner": learner})
    except ValidationError as problem:
        fault = problem.errors()[0]
        inner = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
        raise BadBackup(f"{place}{inner}: {fault['msg']}.") from None
    _same_keys(row, record, place)
    return _checked(record, place)


def _same_keys(row: dict[str, Any], record: Any, place: str) -> None:
    """Nothing is missing and nothing too much, at any depth."""
    names = {each.name for each in fields(record)} - {"learner"}
    missing, unknown = names - row.keys(), row.keys() - names
    if missing:
        raise BadBackup(f"{place} lacks {min(missing)!r}.")
    if unknown:
        raise BadBackup(f"{place} has an unknown key {min(unknown, key=str)!r}.")
    for name, value in vars(record).items():
        if is_dataclass(value):
            _same_keys(row[name], value, f"{place}.{name}")


def _checked(record: Any, place: str) -> Any:
    """The record with its times in UTC, and every value one that the store and the model can work with."""
    changed = {}
    for name, value in vars(record).items():
        if is_dataclass(value):
            changed[name] = _checked(value, f"{place}.{name}")
            continue
        try:
            changed[name] = _storable(f"{type(record).__name__}.{name}", value)
        except (BadText, ValueError, OverflowError) as problem:
            raise BadBackup(f"{place}.{name}: {problem}") from None
    return replace(record, **changed)


def _storable(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return text.moment(value)
    if name == "Plan.parameters":
        from sharpen.memory.schedule import possible

        if value and not possible(value):
            raise ValueError("21 numbers are needed, each within the bounds that FSRS sets, or none.")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        least, most = RANGES.get(name, (0, MOST))
        if not least <= value <= most:
            raise ValueError(f"{value} is not a number from {least} to {most}.")
    elif name == "Note.text":
        text.note(value)
    elif name in LONGEST and not 0 < len(value.encode()) <= LONGEST[name]:
        raise ValueError(f"a text of 1 to {LONGEST[name]} bytes is needed.")
    elif name in ("Brought.id", "Brought.topic") and not value.startswith(BROUGHT):
        raise ValueError(f"it must begin with {BROUGHT}")
    elif name in ("Brought.question", "Brought.answer") and len(value.encode()) > LONGEST_SIDE:
        raise ValueError(f"a text of at most {LONGEST_SIDE} bytes is needed.")
    return value


RANGES: dict[str, tuple[float, float]] = {
    "Memory.stability": (0.0001, 36500),
    "Memory.difficulty": (1, 10),
    "Review.recall": (0, 1),
    "Fit.remembered": (0, 1),
    "Fit.predicted_before": (0, 1),
    "Fit.predicted_after": (0, 1),
    "Plan.minutes": (1, 600),
    "Plan.retention": (0.7, 0.97),
    "Plan.new_a_day": (0, 500),
}


def _once(keys: list[str], kind: str) -> None:
    seen = set()
    for i, key in enumerate(keys):
        if key in seen:
            raise BadBackup(f"{kind}[{i}] is there twice.")
        seen.add(key)
