"""The sheet itself: rows that are typed, changed and removed, and the memory of each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time

from sharpen.domain.day import day_of
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory
from sharpen.domain.review import Review, Standing
from sharpen.domain.sheet import SheetRow
from sharpen.practice.errors import BadText, NoSuchRow
from sharpen.practice.ids import new_id
from sharpen.practice.items.remembering import record_rating
from sharpen.practice.sheet import cells
from sharpen.practice.sheet.links import read_link
from sharpen.practice.sheet.patterns import known_patterns
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

PREFIX = "sheet/"
"""What the ids of its items begin with; no topic is called so."""
UNSORTED = "log"
"""In place of a topic, of an item whose pattern is not known: no topic is called so, and its home is the log."""
LONGEST_TITLE, LONGEST_SOURCE, LONGEST_NOTES = 200, 60, 5_000


def item_of(row: SheetRow, topics: Collection[str]) -> Item:
    """A row as an item of its first pattern that is a topic."""
    topic = next((pattern for pattern in row.patterns if pattern in topics), UNSORTED)
    return Item(f"{PREFIX}{row.id}", ItemKind.SHEET, topic)


def find(work: Work, row_id: str) -> SheetRow:
    """One row. Raises NoSuchRow."""
    row = work.sheet_rows.get(row_id)
    if row is None:
        raise NoSuchRow(f"The log has no entry {row_id!r}; it may have been removed.")
    return row


def same_as(work: Work, row: SheetRow) -> SheetRow | None:
    """The row of the sheet that is the same problem, by its link or its title and source."""
    return next((each for each in work.sheet_rows.everything() if set(each.keys) & set(row.keys)), None)


def read(learner: str, texts: Mapping[str, str], patterns: Mapping[str, str], *, days_first: bool = False) -> SheetRow:
    """A new row of the texts of its fields, read as generously as an imported one; `patterns` are those known, by name.

    A link alone is enough where it tells a title. Raises BadText, which says what cannot be read.
    """
    now = datetime.now(UTC)
    link = read_link(texts["link"]) if texts.get("link", "").strip() else None
    title = " ".join(texts.get("title", "").split()) or (link.title if link else "")
    if not title:
        raise BadText("Give the problem a title, or paste a link that tells one.")
    try:
        return SheetRow(
            learner=learner,
            id=new_id(),
            title=title[:LONGEST_TITLE],
            updated=now,
            link=link.link if link else "",
            source=" ".join(texts.get("source", "").split())[:LONGEST_SOURCE] or (link.source if link else ""),
            difficulty=cells.read_difficulty(texts.get("difficulty", "")),
            patterns=cells.read_patterns(texts.get("patterns", ""), patterns),
            minutes=cells.read_minutes(texts.get("minutes", "")),
            went=cells.read_went(texts.get("went", "")),
            day=cells.read_day(texts.get("day", ""), day_of(now), days_first=days_first),
            notes=texts.get("notes", "").strip()[:LONGEST_NOTES],
        )
    except ValueError as problem:
        raise BadText(f"{problem}.") from None


def add(ws: Workspace, texts: Mapping[str, str]) -> SheetRow:
    """Keep a new row, of today unless it says another day; what is there already is not added again. Raises BadText."""
    with ws.writing() as work:
        row = read(work.learner, texts, known_patterns(work.library.outline))
        row = replace(row, day=row.day or day_of(row.updated))
        twin = same_as(work, row)
        if twin:
            raise BadText(f"{twin.title} is in your log already. Open it there, and say how it went this time.")
        work.sheet_rows.put(row)
        remember(work, [row])
        return row


def change(ws: Workspace, row_id: str, texts: Mapping[str, str]) -> SheetRow:
    """Change what a row says; its memory stays. Raises BadText, NoSuchRow."""
    with ws.writing() as work:
        old = find(work, row_id)
        new = read(work.learner, texts, known_patterns(work.library.outline))
        row = replace(new, id=old.id, batch=old.batch)
        work.sheet_rows.put(row)
        return row


def solved_again(ws: Workspace, row_id: str, went: str, minutes: str = "") -> SheetRow:
    """Keep that a problem was solved once more, today, and how; its memory moves. Raises BadText, NoSuchRow."""
    with ws.writing() as work:
        row = find(work, row_id)
        try:
            how, took = cells.read_went(went), cells.read_minutes(minutes)
        except ValueError as problem:
            raise BadText(f"{problem}.") from None
        if how is None:
            raise BadText("Say how it went: easily, alone, with help, or not solved.")
        now = datetime.now(UTC)
        row = replace(row, went=how, minutes=row.minutes if took is None else took, day=day_of(now), updated=now)
        work.sheet_rows.put(row)
        record_rating(work, item_of(row, topics(work)), how.rating, seconds=60.0 * (took or 0))
        return row


def remove(ws: Workspace, row_id: str) -> SheetRow:
    """Remove a row, and stop asking it. Raises NoSuchRow."""
    with ws.writing() as work:
        row = find(work, row_id)
        work.sheet_rows.remove([row_id])
        return row


def remember(work: Work, rows: Iterable[SheetRow]) -> None:
    """Begin the memory of rows that say when they were solved and how; those without are only counted."""
    from sharpen.memory.schedule import rated

    plan, known, now = work.plans.get(), topics(work), datetime.now(UTC)
    reviews, standings = [], []
    for row in rows:
        if row.day is None or row.went is None:
            continue
        item, at = item_of(row, known), min(datetime.combine(row.day, time(12), UTC), now)
        memory: Memory = rated(None, row.went.rating, at, retention=plan.retention, parameters=plan.parameters)
        reviews.append(Review(work.learner, new_id(), item, at, row.went.rating, 60.0 * (row.minutes or 0)))
        standings.append(Standing(work.learner, item, memory))
    work.reviews.add(*reviews)
    work.memories.put(*standings)


def topics(work: Work) -> set[str]:
    """The ids of all topics."""
    return {topic.id for topic in work.library.outline}
