"""The registry of records knows every table, and everything in a table survives the way there and back."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from sqlalchemy import select

from sharpen.anki.images import name_of
from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.card import Brought
from sharpen.domain.draft import Aside, Draft, DraftVersion
from sharpen.domain.fit import Fit
from sharpen.domain.hint import Reveal
from sharpen.domain.image import Image
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.note import Note
from sharpen.domain.plan import Plan
from sharpen.domain.problem import Difficulty
from sharpen.domain.review import Review, Standing
from sharpen.domain.session import Session
from sharpen.domain.sheet import SheetRow, Went
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.practice import Workspace
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.exchange.document import VERSION
from sharpen.practice.exchange.records import LEFT_OUT, RECORDS, RULES
from sharpen.practice.work import Work
from sharpen.store import open_store
from sharpen.store.tables import metadata
from tests.looking import look

AT = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
ITEM = Item("svm/margin", ItemKind.RECALL, "svm")
GIF = b"GIF89a" + bytes([1, 0, 1, 0, 0, 0, 0, 59])
MEMORY = Memory(3.5, 5.25, AT, AT + timedelta(days=3), 2, 1)
NAMES = [kind.name for kind in RECORDS]


@pytest.fixture
def there(ws: Workspace) -> Iterator[Workspace]:
    store = open_store("sqlite://")
    yield replace(ws, store=store)
    store.close()


def fill(work: Work) -> None:
    """A row in every table, with a value in every column."""
    result = CheckResult("example 1", Kind.EXAMPLE, Verdict.WRONG_ANSWER, 1.5, why="4 is not 5", line=3, of=9)
    attempt = Attempt("a1", "me", "svm", "v1", "x = 1\n", Origin.WEB, AT, State.FINISHED, Verdict.WRONG_ANSWER)
    work.attempts.add(replace(attempt, results=(result,), finished=AT, cpu_ms=1.5, hints=2, peeked=True, seconds=60.5))
    work.drafts.put(Draft("me", "svm", "x = 2\n", ("svm([1])",), AT, 7.5, ("p.4", "q.9")))
    work.drafts.put(Draft("me", "svm", "x = 3\n", (), AT, 8.5, ("q.9",)), replaced=True)
    work.draft_versions.put(DraftVersion("me", "svm", "p.2", 3, AT, Aside.TYPED, "x = 4\n", ("svm([2])",)))
    work.hints.put(Reveal("me", "svm", 1, AT))
    work.memories.put(Standing("me", ITEM, MEMORY, True, AT + timedelta(days=1), AT))
    work.reviews.add(Review("me", "r1", ITEM, AT, Rating.GOOD, 12.5, 17, 0.875, MEMORY))
    work.notes.put(Note("me", ITEM.id, "Which margin?", AT))
    fit = Fit(AT, 1000, 200, 0.5, 0.4, 0.3, 0.9, 0.8, 0.89, True)
    work.plans.put(Plan("me", date(2027, 1, 9), 45, 0.85, 12, (), AT, fit, {"svm": 0.5}))
    work.cards.put(Brought("me", "anki/1-0", "anki/Trees", AT, "Gini?", "$1 - \\sum p^2$"))
    work.images.put(Image("me", name_of(GIF), GIF))
    row = SheetRow("me", "s1", "Two Sum", AT, "https://leetcode.com/problems/two-sum", "leetcode", Difficulty.EASY)
    row = replace(
        row, patterns=("svm", "Math"), minutes=25, went=Went.HELPED, day=date(2026, 3, 5), notes="a\nb", batch="b1"
    )
    work.sheet_rows.put(row)
    work.sheet_rows.remember_columns({"aufgabe": "title"})
    work.review_sessions.put(Session("me", "", AT, (), ()))


def rows(work: Work) -> dict[str, list[dict[str, Any]]]:
    """What lies in every table, but for the process that judges an attempt."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [column for column in table.columns if column.name != "judged_by"]
        query = select(*columns).order_by(*table.primary_key.columns)
        found[table.name] = [dict(row) for row in work.db.execute(query).mappings()]
    return found


def test_every_table_is_in_a_backup_or_there_is_a_reason_why_not() -> None:
    """For a new table: one entry in RECORDS, or in LEFT_OUT with the reason."""
    tables = [table.name for table in metadata.sorted_tables]
    assert sorted([*NAMES, *LEFT_OUT]) == sorted(tables)
    assert all(LEFT_OUT.values())


def test_every_column_of_every_table_comes_back(ws: Workspace, there: Workspace) -> None:
    with ws.writing() as work:
        fill(work)
        here = rows(work)
    assert [name for name, found in here.items() if not found] == [], "fill every table"
    summary = import_(there, look(ws, export))
    assert summary == {name: Merged(len(here[name])) for name in NAMES}
    here |= {"sessions": [], "sheet_columns": []}
    assert look(there, rows) == here


def test_a_backup_from_before_days_and_weights_were_kept(ws: Workspace, there: Workspace) -> None:
    with ws.writing() as work:
        fill(work)
        (review,) = work.reviews.everything()
    document = look(ws, export)
    del document["plans"][0]["weights"], document["reviews"][0]["day"], document["reviews"][0]["days"]
    import_(there, document)
    assert look(there, lambda work: list(work.reviews.everything())) == [review], "they are counted again"
    assert look(there, lambda work: work.plans.get()).weights == {}


def test_a_version_of_the_document_brought_each_kind() -> None:
    """New kinds stand at the end of the registry, so that a document keeps its order."""
    since = [kind.since for kind in RECORDS]
    assert since == sorted(since)
    assert set(since) == set(range(1, VERSION + 1))


@pytest.mark.parametrize("noun", [kind.noun for kind in RECORDS], ids=NAMES)
def test_every_text_has_a_rule(noun: type) -> None:
    """The store has room for so much, and a backup is read with suspicion."""
    assert [name for name in texts(noun) if name not in RULES] == []


def texts(noun: Any) -> Iterator[str]:
    """The fields of a noun that are text, by class and name, those of its parts too."""
    hints = get_type_hints(noun)
    for name in {field.name for field in fields(noun)} - {"learner", "results"}:
        kinds = get_args(hints[name]) or (hints[name],)
        if str in kinds:
            yield f"{noun.__name__}.{name}"
        for part in filter(is_dataclass, kinds):
            yield from texts(part)


def test_a_plan_that_nobody_touched_is_not_taken_over(ws: Workspace) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export)
    document["plans"][0]["updated"] = None
    newcomer = replace(ws, learner="you")
    assert import_(newcomer, document)["plans"] == Merged(kept=1)
    assert look(newcomer, lambda work: work.plans.get()) == Plan("you")
