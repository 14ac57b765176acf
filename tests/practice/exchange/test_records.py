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
from sharpen.domain.dive import Answer, Dive, How
from sharpen.domain.draft import Aside, Draft, DraftVersion
from sharpen.domain.fit import Fit
from sharpen.domain.hint import Reveal
from sharpen.domain.image import Image
from sharpen.domain.interviewer import InterviewerDay
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.lab_run import DesignDraft, LabRun, RunFailure, RunState
from sharpen.domain.ladder import Depth
from sharpen.domain.loop import What
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.mock import Mock, MockRound, MockTask, Pause
from sharpen.domain.move import Move
from sharpen.domain.note import Note
from sharpen.domain.passage import Passage, SetAside
from sharpen.domain.plan import Plan
from sharpen.domain.problem import Difficulty
from sharpen.domain.project import Project, ProjectVersion, Why
from sharpen.domain.readiness import ReadinessDay
from sharpen.domain.reading import ReadingMark
from sharpen.domain.recording import Chunk, Recording
from sharpen.domain.review import Review, Standing
from sharpen.domain.session import Session
from sharpen.domain.sheet import SheetRow, Went
from sharpen.domain.sitting import Asked, Sitting
from sharpen.domain.star import Star
from sharpen.domain.story import Story, Tick
from sharpen.domain.telling import Telling
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.practice import Workspace
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.exchange.document import VERSION
from sharpen.practice.exchange.records import LEFT_OUT, RECORDS, RULES
from sharpen.practice.work import Work
from sharpen.store import open_store
from sharpen.store.tables import metadata
from tests.domain.test_lab_report import REPORT
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
    work.stars.put(Star("me", "svm", True, AT))
    work.memories.put(Standing("me", ITEM, MEMORY, True, AT + timedelta(days=1), AT))
    work.reviews.add(Review("me", "r1", ITEM, AT, Rating.GOOD, 12.5, 17, 0.875, MEMORY))
    work.notes.put(Note("me", ITEM.id, "Which margin?", AT))
    fit = Fit(AT, 1000, 200, 0.5, 0.4, 0.3, 0.9, 0.8, 0.89, True)
    plan = Plan("me", date(2027, 1, 9), 45, 0.85, 12, (), AT, fit, {"svm": 0.5})
    work.plans.put(replace(plan, role="ml-engineer", level="senior", days_off=frozenset({5, 6}), sure_of=("Linear",)))
    work.moves.put(Move("me", "problem", "svm", date(2026, 3, 6), AT), Move("me", "lesson", "svm", None, AT))
    work.readiness_days.put(ReadinessDay("me", date(2026, 3, 5), 0.25, {"ml-coding": 0.5}))
    work.cards.put(Brought("me", "anki/1-0", "anki/Trees", AT, "Gini?", "$1 - \\sum p^2$"))
    work.images.put(Image("me", name_of(GIF), GIF))
    row = SheetRow("me", "s1", "Two Sum", AT, "https://leetcode.com/problems/two-sum", "leetcode", Difficulty.EASY)
    row = replace(
        row, patterns=("svm", "Math"), minutes=25, went=Went.HELPED, day=date(2026, 3, 5), notes="a\nb", batch="b1"
    )
    work.sheet_rows.put(row)
    work.sheet_rows.remember_columns({"aufgabe": "title"})
    sitting = Sitting("me", "t1", "rank-ads", AT, AT + timedelta(minutes=1), AT + timedelta(minutes=2), 61.5)
    sitting = replace(
        sitting,
        asked=(Asked("traffic", "qps?"), Asked("", "the moon?")),
        passages={"problem": Passage("# Clicks", ("p.4", "q.9")), "board": Passage('{"elements": []}', ("p.5",))},
        aside=(SetAside("problem", "r.1", AT, "Views"),),
        ticks={"task": 2, "load": 0},
    )
    work.sittings.put(sitting)
    work.designs.put(DesignDraft("me", "ads", "class Design: ...\n", "lift > 0\n", AT, "class Design: pass\n"))
    run = LabRun("l1", "me", "ads", "v1", 3, True, AT, "class Design: ...\n", "lift > 0\n", finished=AT)
    failure = RunFailure("it raised ValueError", "month", 40, "request 3 (user 8)", 7, "Traceback: ...")
    work.lab_runs.put(replace(run, state=RunState.FINISHED, report=REPORT, failure=failure))
    note = Passage("## Two towers", ("p.4", "q.9"))
    work.readings.put(ReadingMark("me", "acme-ranking", AT, True, AT, note, (SetAside("note", "r.1", AT, "One"),)))
    project = Project("me", "p1", "Search ranking", AT, AT + timedelta(minutes=1), {"goal": note})
    project = replace(project, aside=(SetAside("goal", "r.1", AT, "Rank"),), methods={"ranking": True, "cnn": False})
    work.projects.put(replace(project, deleted=AT))
    work.project_versions.put(ProjectVersion("me", "p1", "v1", 3, AT, Why.TYPED, "Search", {"goal": "# Ränge"}))
    voice = Recording("me", "01jc3k9q8x", "dive/d1/model/2", "audio/webm", AT, AT, 3.5, 7, 2, 3)
    work.recordings.put_whole((voice, {0: Chunk(0, 1.0, b"\x1aE\xdf"), 2: Chunk(2, 3.5, b"\0\xff12")}))
    answer = Answer("labels", "audit", Depth.HOW, How.STUCK, How.PARTIAL, 61.5, (0, 2), 4, "because you chose it")
    dive = Dive("me", "d1", "p1", 30, 17, AT, AT + timedelta(minutes=1), AT + timedelta(minutes=2), 61.5, "labels")
    dive = replace(
        dive,
        answers=(answer, Answer("model", "choice", Depth.WHAT)),
        questions={"labels/audit": "How often is it wrong?", "labels/audit/next": "How many did you read?"},
        passages={"labels/audit": Passage("One in ten.", ("p.4", "q.9"))},
        aside=(SetAside("labels/audit", "r.1", AT, "One in five."),),
        rated={"labels": "r1"},
    )
    work.dives.put(dive)
    work.interviewer_days.add(InterviewerDay("me", date(2026, 3, 5), 1, 120, 30, 0))
    passages = {"title": Passage("Ränge", ("p.1",)), "action": Passage("I looked.", ("p.4", "q.9"))}
    beside, ticks = (
        (SetAside("action", "r.1", AT, "We looked."),),
        {"ownership": Tick(True, AT), "users": Tick(False, AT)},
    )
    work.stories.put(Story("me", "y1", AT, AT + timedelta(minutes=1), passages, beside, ticks, AT))
    telling = Telling(
        "me", "e1", "y1", AT, AT, "missed-deadline", 131.5, Rating.HARD, "r1", Passage("Slower", ("p.2",))
    )
    work.tellings.put(replace(telling, aside=(SetAside("note", "r.1", AT, "Faster"),)))
    card = MockTask("pca/why", 5, "You met it a day ago.", "r1", AT, (1, 0), "Variance.", (0, 2), 31.5)
    of_mock = MockRound("breadth", 10, What.CARDS, (card, MockTask("k-means/init")), 5, "", AT, AT, True)
    mock = Mock("me", "m1", "phone-screen", "Phone screen", 17, AT, AT, (of_mock,), 0.5, "ml-engineer", "senior")
    pauses = (Pause(AT, AT + timedelta(minutes=1)), Pause(AT))
    work.mocks.put(replace(mock, pauses=pauses, finished=AT, abandoned=AT, weak=("pca",)))
    work.review_sessions.put(Session("me", "", AT, (), ()))


def rows(work: Work) -> dict[str, list[dict[str, Any]]]:
    """What lies in every table, but for the process that judges an attempt, or runs a lab."""
    found = {}
    for table in metadata.sorted_tables:
        columns = [column for column in table.columns if column.name not in ("judged_by", "run_by")]
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
    here |= {"sessions": [], "sheet_columns": [], "interviewer_days": []}
    assert look(there, rows) == here


def test_a_backup_from_before_days_and_weights_were_kept(ws: Workspace, there: Workspace) -> None:
    with ws.writing() as work:
        fill(work)
        (review,) = work.reviews.everything()
    document = look(ws, export)
    for later in ("weights", "role", "level", "days_off", "sure_of"):
        del document["plans"][0][later]
    del document["reviews"][0]["day"], document["reviews"][0]["days"]
    import_(there, document)
    assert look(there, lambda work: list(work.reviews.everything())) == [review], "they are counted again"
    assert look(there, lambda work: work.plans.get()).weights == {}


def test_a_backup_from_before_there_were_cases(ws: Workspace, there: Workspace) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export) | {"version": 5}
    for later in (kind.name for kind in RECORDS if kind.since > 5):
        del document[later]
    assert import_(there, document)["sheet_rows"] == Merged(added=1)
    assert look(there, lambda work: list(work.sittings.everything())) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            lambda one: one["passages"]["problem"].update(lineage=["x"]),
            r"passages\.problem\.lineage: an edit looks like",
        ),
        (lambda one: one["passages"]["problem"].pop("text"), r"passages\.problem.*text"),
        (lambda one: one["passages"]["problem"].update(more=1), r"passages\.problem has an unknown key 'more'"),
        (lambda one: one["passages"].update({"": one["passages"]["problem"]}), r"passages: a text of 1 to 100 bytes"),
        (lambda one: one["asked"][0].update(typed="x" * 501), r"asked\[0\]\.typed: .*at most 500"),
        (lambda one: one["aside"][0].update(kept="2026-01-01T00:00:00"), r"aside\[0\]\.kept: a time needs a time zone"),
        (lambda one: one.update(ticks={"task": 3}), r"ticks: 3 is not a number from 0 to 2"),
        (lambda one: one.update(aside=one["aside"] * 21), r"aside: at most 20 are kept"),
    ],
)
def test_a_sitting_is_read_with_suspicion(ws: Workspace, there: Workspace, change: Any, complaint: str) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export)
    change(document["sittings"][0])
    with pytest.raises(BadBackup, match=complaint):
        import_(there, document)


def test_a_backup_from_before_there_were_readings(ws: Workspace, there: Workspace) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export) | {"version": 7}
    for later in (kind.name for kind in RECORDS if kind.since > 7):
        del document[later]
    assert import_(there, document)["lab_runs"] == Merged(added=1)
    assert look(there, lambda work: list(work.readings.everything())) == []


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda one: one.update(reading=""), r"reading: a text of 1 to 100 bytes"),
        (lambda one: one.update(read="yes?"), r"read: "),
        (lambda one: one["note"].update(lineage=["x"]), r"note\.lineage: an edit looks like"),
        (lambda one: one["note"].pop("text"), r"note.*text"),
        (lambda one: one["aside"][0].update(edit="x"), r"aside\[0\]\.edit: an edit looks like"),
        (lambda one: one.update(marked="2026-01-01T00:00:00"), r"marked: a time needs a time zone"),
    ],
)
def test_a_mark_of_a_reading_is_read_with_suspicion(
    ws: Workspace, there: Workspace, change: Any, complaint: str
) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export)
    change(document["readings"][0])
    with pytest.raises(BadBackup, match=complaint):
        import_(there, document)


@pytest.mark.parametrize(
    ("kind", "change", "complaint"),
    [
        ("projects", lambda one: one.update(name=" "), r"name: Give the project a name"),
        ("projects", lambda one: one["passages"]["goal"].update(lineage=["x"]), r"passages\.goal\.lineage: an edit"),
        ("projects", lambda one: one.update(methods={"x" * 101: True}), r"methods: a text of 1 to 100 bytes"),
        ("projects", lambda one: one.update(methods={"cnn": "perhaps"}), r"methods"),
        ("projects", lambda one: one.update(aside=one["aside"] * 21), r"aside: at most 20 are kept"),
        ("dives", lambda one: one.update(minutes=19), r"minutes: 19 is not a number from 20 to 45"),
        ("dives", lambda one: one["answers"][0].update(depth="deep"), r"answers\[0\]\.depth"),
        ("dives", lambda one: one["answers"][0].update(ticked=[-1]), r"ticked: -1 is not a number"),
        ("dives", lambda one: one.update(answers=one["answers"] * 300), r"answers: at most 500 are kept"),
        ("dives", lambda one: one["passages"]["labels/audit"].update(lineage=["x"]), r"lineage: an edit"),
        ("project_versions", lambda one: one.update(why="boredom"), r"why: "),
        ("project_versions", lambda one: one.update(texts={"goal": "a\0"}), r"texts: .* NUL"),
        ("project_versions", lambda one: one.update(number=-1), r"number: -1 is not a number"),
    ],
)
def test_a_project_is_read_with_suspicion(
    ws: Workspace, there: Workspace, kind: str, change: Any, complaint: str
) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export)
    change(document[kind][0])
    with pytest.raises(BadBackup, match=complaint):
        import_(there, document)


@pytest.mark.parametrize(
    ("kind", "change", "complaint"),
    [
        ("stories", lambda one: one["passages"]["action"].pop("text"), r"passages\.action.*text"),
        ("stories", lambda one: one["ticks"]["users"].update(shown="who?"), r"ticks\.users\.shown: "),
        ("stories", lambda one: one["ticks"].update({"": one["ticks"]["users"]}), r"ticks: a text of 1 to 100 bytes"),
        (
            "stories",
            lambda one: one["ticks"]["users"].update(at="2026-01-01T00:00:00"),
            r"at: a time needs a time zone",
        ),
        ("stories", lambda one: one.update(aside=one["aside"] * 21), r"aside: at most 20 are kept"),
        ("tellings", lambda one: one.update(went=5), r"went: "),
        ("tellings", lambda one: one.update(seconds=-1), r"seconds: -1.* is not a number"),
        ("tellings", lambda one: one["note"].update(lineage=["x"]), r"note\.lineage: an edit looks like"),
    ],
)
def test_stories_and_tellings_are_read_with_suspicion(
    ws: Workspace, there: Workspace, kind: str, change: Any, complaint: str
) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export)
    change(document[kind][0])
    with pytest.raises(BadBackup, match=complaint):
        import_(there, document)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda one: one.update(share=0), r"share: 0.* is not a number from"),
        (lambda one: one.update(rounds=one["rounds"] * 21), r"rounds: at most 20 are kept"),
        (lambda one: one.update(weak=[""]), r"weak: a text of 1 to 200 bytes"),
        (lambda one: one["rounds"][0].update(what="juggling"), r"rounds\[0\]\.what"),
        (lambda one: one["rounds"][0].pop("started"), r"rounds\[0\].* lacks 'started'"),
        (lambda one: one["rounds"][0]["tasks"][0].update(ticked=[-1]), r"tasks\[0\]\.ticked: -1 is not a number"),
        (lambda one: one["pauses"][0].update(began="2026-01-01T00:00:00"), r"began: a time needs a time zone"),
    ],
)
def test_a_mock_is_read_with_suspicion(ws: Workspace, there: Workspace, change: Any, complaint: str) -> None:
    with ws.writing() as work:
        fill(work)
    document = look(ws, export)
    change(document["mocks"][0])
    with pytest.raises(BadBackup, match=complaint):
        import_(there, document)


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
    for name in {field.name for field in fields(noun)} - {"learner", "results", "report"}:
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
