"""Export and import: nothing is lost, nothing newer is overwritten, nothing is written by halves."""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharpen.content.library import read_library
from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.draft import REMEMBERED, Aside, Draft, edit_of
from sharpen.domain.hint import Reveal
from sharpen.domain.item import Item, ItemKind
from sharpen.domain.memory import Memory
from sharpen.domain.review import Standing
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.judge import LocalJudge
from sharpen.practice import Workspace
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange import records
from sharpen.practice.exchange.backup import Merged, export, import_
from sharpen.practice.exchange.document import parsed
from sharpen.practice.solving import attempts as solve
from sharpen.practice.solving.draft_versions import of_draft
from sharpen.practice.solving.drafts import draft, reset, restore, save, spend
from sharpen.practice.solving.hints import peek, show_next
from sharpen.store import Store, open_store
from tests.looking import look
from tests.practice.conftest import RIGHT, WRONG

NONE, START = Merged(), datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def fresh(ws: Workspace) -> Iterator[Callable[[], Workspace]]:
    """Makes workspaces with an empty store."""
    made: list[Store] = []

    def make() -> Workspace:
        made.append(open_store("sqlite://"))
        return replace(ws, store=made[-1])

    yield make
    for store in made:
        store.close()


def work(ws: Workspace) -> None:
    """A little of everything."""
    for source in (WRONG, RIGHT):
        list(solve.judge(ws, solve.submit(ws, "mean", source, origin=Origin.WEB, seconds=3.25).id))
    solve.submit(ws, "other-mean", RIGHT, origin=Origin.TERMINAL)
    save(ws, "mean", "typed 'ünïcode'", ["mean([1])"], 7)
    reset(ws, "mean")
    show_next(ws, "mean")
    peek(ws, "other-mean")


def kept(ws: Workspace) -> dict[str, Any]:
    document = look(ws, export)
    document.pop("exported")
    return document


def test_a_backup_holds_everything_and_comes_back_whole(ws: Workspace, fresh: Callable[[], Workspace]) -> None:
    work(ws)
    document = json.loads(json.dumps(look(ws, export)))
    assert (document["format"], document["version"]) == ("sharpen", 12)
    assert {kind: len(document[kind]) for kind in ("attempts", "drafts", "hints")} == {
        "attempts": 3, "drafts": 2, "hints": 2}  # fmt: skip
    assert document["attempts"][2]["state"] == "interrupted"
    there = fresh()
    assert import_(there, document) == {
        "attempts": Merged(3), "drafts": Merged(2), "hints": Merged(2),
        "memories": Merged(1), "reviews": Merged(1), "notes": NONE, "plans": NONE, "cards": NONE,
        "images": NONE, "draft_versions": Merged(1), "sheet_rows": NONE,
        "sittings": NONE, "designs": NONE, "lab_runs": NONE, "readings": NONE,
        **{kind.name: NONE for kind in records.RECORDS if kind.since >= 9}}  # fmt: skip
    assert kept(there) == kept(ws)
    assert look(there, lambda work: work.attempts.of_problem("mean", 1))[0].accepted
    assert look(there, solve.attempt, document["attempts"][1]["id"]) == look(
        ws, solve.attempt, document["attempts"][1]["id"]
    )
    assert import_(there, document) == {
        "attempts": Merged(kept=3), "drafts": Merged(kept=2), "hints": Merged(kept=2),
        "memories": Merged(kept=1), "reviews": Merged(kept=1), "notes": NONE, "plans": NONE, "cards": NONE,
        "images": NONE, "draft_versions": Merged(kept=1), "sheet_rows": NONE,
        "sittings": NONE, "designs": NONE, "lab_runs": NONE, "readings": NONE,
        **{kind.name: NONE for kind in records.RECORDS if kind.since >= 9}}  # fmt: skip
    assert kept(there) == kept(ws)


def test_importing_ones_own_backup_changes_nothing_even_while_judging(ws: Workspace) -> None:
    work(ws)
    judging = solve.submit(ws, "mean", RIGHT, origin=Origin.WEB)
    summary = import_(ws, look(ws, export))
    assert all(merged.added == merged.updated == 0 for merged in summary.values())
    assert look(ws, solve.attempt, judging.id) == judging


def test_the_newer_of_two_stays(ws: Workspace) -> None:
    old, new = START, START + timedelta(days=1)
    base = Attempt("a", "me", "mean", "v", "x", Origin.WEB, START)
    done = replace(base, state=State.FINISHED, verdict=Verdict.ACCEPTED, finished=old)
    later = replace(done, verdict=Verdict.TIME_LIMIT, finished=new)
    stopped = replace(base, state=State.INTERRUPTED)
    cases = [
        (stopped, done, done),
        (done, stopped, done),
        (done, later, later),
        (later, done, later),
        (base, stopped, base),
    ]
    for here, there, wanted in cases:
        with ws.writing() as work:
            work.db.exec_driver_sql("DELETE FROM attempts")
            work.attempts.add(there)
        document = look(ws, export)
        with ws.writing() as work:
            work.attempts.put(here)
        import_(ws, document)
        assert look(ws, solve.attempt, "a") == wanted
    with ws.writing() as work:
        work.drafts.put(Draft("me", "mean", "old", (), old, 0, ("p.1",)))
        work.hints.put(Reveal("me", "mean", 1, old))
    before = look(ws, export)
    with ws.writing() as work:
        work.drafts.put(Draft("me", "mean", "new", (), new, 0, ("q.1",)))
        work.hints.put(Reveal("me", "mean", 1, new))
    after = look(ws, export)
    assert import_(ws, before)["drafts"] == Merged(kept=1)
    with ws.reading() as work:
        assert [draft.source for draft, _ in work.drafts.everything()] == ["new"]
        assert [reveal.shown for reveal in work.hints.everything()] == [new]
    with ws.writing() as work:
        work.drafts.put(Draft("me", "mean", "old", (), old, 0, ("p.1",)))
        work.hints.put(Reveal("me", "mean", 1, old))
    summary = import_(ws, after)
    assert [summary[kind] for kind in ("attempts", "drafts", "hints")] == [
        Merged(kept=1), Merged(updated=1), Merged(updated=1)]  # fmt: skip


def test_a_clock_that_was_ahead_makes_nothing_newer(ws: Workspace) -> None:
    """A draft typed with the clock a year ahead gives way to any that has a time that can be right, on either side."""
    now = datetime.now(UTC)
    ahead, right = now + timedelta(days=365), now - timedelta(minutes=1)
    for here, theirs, wanted in (("right", "ahead", "right"), ("ahead", "right", "right"), ("ahead", "ahead", "here")):
        times = {"right": right, "ahead": ahead}
        with ws.writing() as work:
            work.drafts.put(Draft("me", "mean", "theirs" if theirs == "ahead" != here else theirs, (), times[theirs]))
        document = look(ws, export)
        with ws.writing() as work:
            work.drafts.put(Draft("me", "mean", "here" if here == theirs else here, (), times[here]))
        import_(ws, document)
        with ws.reading() as work:
            assert [draft.source for draft, _ in work.drafts.everything()] == [wanted], (here, theirs)


def test_what_a_clock_that_was_ahead_stamped_happened_now(ws: Workspace, fresh: Callable[[], Workspace]) -> None:
    ahead = datetime.now(UTC) + timedelta(days=365)
    memory = Memory(3.0, 5.0, ahead, ahead + timedelta(days=3), 1, 0)
    with ws.writing() as work:
        work.drafts.put(Draft("me", "mean", "typed", (), ahead))
        work.memories.put(Standing("me", Item("a/b", ItemKind.RECALL, "a"), memory))
    there = fresh()
    document = look(ws, export)
    import_(there, document)
    assert all(merged.added == merged.updated == 0 for merged in import_(there, document).values())
    with there.reading() as work:
        draft = work.drafts.get("mean")
        standing = work.memories.get("a/b")
    now = datetime.now(UTC)
    assert draft is not None
    assert now - timedelta(minutes=5) < draft.updated <= now
    assert standing is not None
    assert standing.memory is not None
    assert standing.memory.last <= now
    assert standing.memory.due == memory.due


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_backup_that_an_editor_or_a_shell_saved_in_its_own_way_is_read(ws: Workspace, encoding: str) -> None:
    document = look(ws, export)
    assert parsed(json.dumps(document).encode(encoding)) == document


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"{", "is not JSON"),
        (b"SQLite format 3\0\x10\0", "`sharpen restore FILE` brings it back"),
        (b'{"format": "\xff"}', "is not JSON"),
        (b'{"version": ' + b"1" * 5000 + b"}", "more digits"),
        (b"[" * 100_000, "nested deeper"),
    ],
)
def test_text_that_no_backup_is_gets_a_sentence(text: bytes, why: str) -> None:
    with pytest.raises(BadBackup, match=why):
        parsed(text)


def test_a_text_typed_while_the_clock_was_ahead_does_not_come_back_over_what_came_of_it(ws: Workspace) -> None:
    ahead = datetime.now(UTC) + timedelta(days=365)
    begun = replace(save(ws, "mean", "begun", base="", edit="p.1"), updated=ahead)
    with ws.writing() as work:
        work.drafts.put(begun)
    document = look(ws, export)
    save(ws, "mean", "finished", base="p.1", edit="q.1")
    assert import_(ws, document)["drafts"] == Merged(kept=1)
    assert look(ws, draft, "mean").source == "finished"


def test_a_draft_of_the_future_was_typed_now(ws: Workspace) -> None:
    save(ws, "mean", "typed", base="", edit="p.1")
    with ws.writing() as work:
        work.drafts.put(replace(draft(work, "mean"), updated=datetime.now(UTC) + timedelta(days=365)))
    assert look(ws, draft, "mean").updated <= datetime.now(UTC)
    save(ws, "other-mean", "typed later")
    assert look(ws, solve.last_worked) in ("mean", "other-mean")
    assert save(ws, "mean", "typed on", base="p.1", edit="p.2").source == "typed on"


def test_what_an_import_replaces_can_be_brought_back(ws: Workspace, fresh: Callable[[], Workspace]) -> None:
    there = fresh()
    save(there, "mean", "theirs", ["mean([2])"], at=datetime.now(UTC) - timedelta(hours=2))
    save(ws, "mean", "mine", ["mean([1])"], at=datetime.now(UTC) - timedelta(hours=3))
    assert import_(ws, look(there, export))["drafts"] == Merged(updated=1)
    assert look(ws, draft, "mean").source == "theirs"
    (aside,) = look(ws, of_draft, "mean")
    assert (aside.why, aside.source, aside.trials) == (Aside.IMPORT, "mine", ("mean([1])",))
    back = restore(ws, "mean", aside.id)
    assert (back.source, back.trials) == ("mine", ("mean([1])",))
    assert look(ws, of_draft, "mean")[0].source == "theirs"


def test_time_spent_reading_elsewhere_does_not_replace_what_is_typed(
    ws: Workspace, fresh: Callable[[], Workspace]
) -> None:
    there = fresh()
    save(ws, "mean", "mine", at=datetime.now(UTC) - timedelta(hours=1))
    spend(there, "mean", 60, "")
    document = look(there, export)
    assert len(document["drafts"]) == 1
    assert import_(ws, document)["drafts"] == Merged(kept=1)
    assert look(ws, draft, "mean").source == "mine"
    assert import_(fresh(), document)["drafts"] == Merged(1)


def test_a_backup_from_before_drafts_had_versions_is_read(ws: Workspace, fresh: Callable[[], Workspace]) -> None:
    save(ws, "mean", "typed", ["mean([1])"])
    reset(ws, "mean")
    document = look(ws, export)
    for later in (kind.name for kind in records.RECORDS if kind.since > 3):
        del document[later]
    document["version"] = 3
    for row in document["drafts"]:
        del row["lineage"]
    there = fresh()
    assert import_(there, document)["drafts"] == Merged(2)
    here = look(there, draft, "mean")
    assert here.holds(edit_of(*here.text))
    assert import_(there, document)["drafts"] == Merged(kept=2)
    save(there, "mean", "typed on", base=here.version, edit="p.1")
    assert import_(there, document)["drafts"] == Merged(kept=2)
    assert look(there, draft, "mean").source == "typed on"


def test_attempts_of_a_backup_from_before_there_were_seeds_have_none(
    ws: Workspace, fresh: Callable[[], Workspace]
) -> None:
    attempt = solve.submit(ws, "mean", "x = 1", origin=Origin.WEB)
    document, there = look(ws, export), fresh()
    (row,) = document["attempts"]
    assert row.pop("seed") == attempt.seed
    assert import_(there, document)["attempts"] == Merged(1)
    assert look(there, solve.attempt, attempt.id).seed is None


def test_a_backup_becomes_the_work_of_who_imports_it(ws: Workspace) -> None:
    work(ws)
    you = replace(ws, learner="you")
    import_(you, look(ws, export))
    assert kept(you) == kept(ws)
    assert {attempt.learner for attempt in look(you, lambda work: work.attempts.recent(50))} == {"you"}


@pytest.fixture(scope="module")
def document(content: Path, judge: LocalJudge) -> dict[str, Any]:
    """A backup of a little of everything."""
    store = open_store("sqlite://")
    library = read_library([content])
    ws = Workspace(library, store, judge.at(library.problems.folder))
    work(ws)
    made = look(ws, export)
    store.close()
    return made


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(format="other"), "not a backup of sharpen"),
        (lambda d: d.update(version=13), r"has version 13; this sharpen reads versions 1 to 12"),
        (lambda d: d.pop("hints"), "the document lacks 'hints'"),
        (lambda d: d.update(songs=[]), "the document has an unknown key 'songs'"),
        (lambda d: d.update(drafts={}), "drafts must be a list"),
        (lambda d: d["attempts"].append(3), r"attempts\[3\] must be an object"),
        (lambda d: d["attempts"][0].pop("source"), r"attempts\[0\] lacks 'source'"),
        (lambda d: d["attempts"][0].update(learner="root"), r"attempts\[0\] has an unknown key 'learner'"),
        (lambda d: d["attempts"][0].update(created="yesterday"), r"attempts\[0\]\.created: .*datetime"),
        (lambda d: d["attempts"][0].update(created="2026-01-01T00:00:00"), r"attempts\[0\]\.created: .*time zone"),
        (lambda d: d["attempts"][0].update(created="0001-01-01T00:00:00+10:00"), r"attempts\[0\]\.created: "),
        (lambda d: d["attempts"][0].update(verdict="great"), r"attempts\[0\]\.verdict: .*'accepted'"),
        (lambda d: d["attempts"][0].update(verdict=None), r"attempts\[0\] must have a verdict"),
        (lambda d: d["attempts"][0].update(state="interrupted"), r"attempts\[0\] must have a verdict"),
        (lambda d: d["attempts"][0].update(cpu_ms=float("nan")), r"attempts\[0\]\.cpu_ms: nan is not a number"),
        (lambda d: d["attempts"][0].update(hints=2**40), r"attempts\[0\]\.hints: 1099511627776 is not"),
        (lambda d: d["attempts"][0].update(source="\ud800"), r"attempts\[0\]\.source: .*(half a character|unicode)"),
        (lambda d: d["attempts"][0].update(id=""), r"attempts\[0\]\.id: a text of 1 to 64"),
        (lambda d: d["attempts"][0].update(problem="x" * 101), r"attempts\[0\]\.problem: a text of 1 to 100"),
        (lambda d: d["attempts"][0]["results"][0].update(kind="magic"), r"attempts\[0\]\.results\[0\]\.kind: "),
        (lambda d: d["attempts"][0]["results"][0].update(extra=1), r"attempts\[0\]\.results\[0\] has an unknown key"),
        (lambda d: d["attempts"][0].update(results="abc"), r"attempts\[0\]\.results: "),
        (lambda d: d["attempts"].append(d["attempts"][0]), r"attempts\[3\] is there twice"),
        (lambda d: d["drafts"][0].update(replaced="no"), r"drafts\[0\]\.replaced must be true or false"),
        (lambda d: d["drafts"][0].pop("cases"), r"drafts\[0\] lacks 'cases'"),
        (lambda d: d["drafts"][0].update(trials=[]), r"drafts\[0\] has an unknown key 'trials'"),
        (lambda d: d["drafts"][0].update(cases=[0]), r"drafts\[0\]\.cases\[0\]: "),
        (lambda d: d["drafts"][0].update(cases=["x"] * 51), r"drafts\[0\]\.cases: There are 51 trials"),
        (lambda d: d["drafts"][0].update(lineage=["P.1"]), r"drafts\[0\]\.lineage: an edit looks like"),
        (lambda d: d["drafts"][0].update(lineage=["p.1"] * (REMEMBERED + 1)), r"drafts\[0\]\.lineage: at most"),
        (lambda d: d["draft_versions"][0].update(id="p"), r"draft_versions\[0\]\.id: an edit looks like"),
        (lambda d: d["draft_versions"][0].update(why="no"), r"draft_versions\[0\]\.why: "),
        (lambda d: d["drafts"][0].update(seconds=-1), r"drafts\[0\]\.seconds: -1"),
        (lambda d: d["hints"][-1].update(number=-1), r"hints\[1\]\.number: -1 is not"),
    ],
)  # fmt: skip
def test_a_document_with_any_fault_is_refused_as_a_whole(
    document: dict[str, Any], fresh: Callable[[], Workspace], change: Change, message: str
) -> None:
    spoiled = copy.deepcopy(document)
    change(spoiled)
    there = fresh()
    with pytest.raises(BadBackup, match=message):
        import_(there, spoiled)
    assert {kind: kept(there)[kind] for kind in ("attempts", "drafts", "hints")} == {
        "attempts": [], "drafts": [], "hints": []}  # fmt: skip


@pytest.mark.parametrize("nonsense", [None, [], "sharpen", 3, {}, {"format": "sharpen"}, {"format": ["sharpen"]}])
def test_what_is_no_document_is_refused(ws: Workspace, nonsense: object) -> None:
    with pytest.raises(BadBackup):
        import_(ws, nonsense)


times = st.datetimes(datetime(1990, 1, 1), datetime(2025, 1, 1), timezones=st.just(UTC))
numbers = st.floats(0, 1e9)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30)
problems = st.sampled_from(["mean", "other-mean", "gone"])
results = st.builds(
    CheckResult, texts, st.sampled_from(Kind), st.sampled_from(Verdict), numbers, st.text(max_size=20), texts, texts,
    line=st.integers(0, 99),
)  # fmt: skip


@st.composite
def some_attempts(draw: st.DrawFn) -> Attempt:
    state = draw(st.sampled_from(State))
    done = state is State.FINISHED
    return Attempt(
        draw(st.text("0123456789abcdef", min_size=1, max_size=3)), "me", draw(problems),
        draw(st.text("0123456789abcdef", min_size=1, max_size=64)), draw(texts), draw(st.sampled_from(Origin)),
        draw(times), state,
        draw(st.sampled_from(Verdict)) if done else None, tuple(draw(st.lists(results, max_size=3))),
        draw(times) if done else None, draw(numbers), draw(st.integers(0, 9)), draw(st.booleans()), draw(numbers),
    )  # fmt: skip


past = st.datetimes(datetime(1990, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))
some_drafts = st.builds(
    Draft, st.just("me"), problems, texts, st.lists(texts.filter(str.strip), max_size=3).map(tuple), past, numbers
).map(lambda draft: draft.edited(edit_of(repr(draft), ())))
some_hints = st.builds(Reveal, st.just("me"), problems, st.integers(0, 5), times)


Work = tuple[list[Attempt], list[tuple[Draft, bool]], list[Reveal]]
NOBODY: Work = ([], [], [])


@st.composite
def some_work(draw: st.DrawFn) -> Work:
    return (
        draw(st.lists(some_attempts(), max_size=5, unique_by=lambda attempt: attempt.id)),
        draw(st.lists(st.tuples(some_drafts, st.booleans()), max_size=4)),
        draw(st.lists(some_hints, max_size=4)),
    )


def newcomer(ws: Workspace, work: Work = NOBODY) -> Workspace:
    """The workspace of a learner who has done this and nothing else."""
    theirs = replace(ws, learner=f"learner {next(numbers_of_learners)}")
    with theirs.writing() as mine:
        mine.attempts.add(*work[0])
        for draft, replaced in work[1]:
            mine.drafts.put(draft, replaced=replaced)
        for reveal in work[2]:
            mine.hints.put(reveal)
    return theirs


numbers_of_learners = count()


slow = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(work=some_work())
def test_any_work_survives_the_way_there_and_back(ws: Workspace, work: Work) -> None:
    here, there = newcomer(ws, work), newcomer(ws)
    document = json.loads(json.dumps(look(here, export)))
    import_(there, document)
    assert kept(there) == kept(here)
    again = import_(there, document)
    assert all(merged.added == merged.updated == 0 for merged in again.values())
    assert kept(there) == kept(here)


@slow
@given(first=some_work(), second=some_work())
def test_two_machines_that_swap_backups_agree_on_what_is_newest(ws: Workspace, first: Work, second: Work) -> None:
    here, there = newcomer(ws, first), newcomer(ws, second)
    mine, theirs = look(here, export), look(there, export)
    import_(here, theirs)
    import_(there, mine)
    for draft_here, draft_there in zip(kept(here)["drafts"], kept(there)["drafts"], strict=True):
        assert draft_here["updated"] == draft_there["updated"]
    assert kept(here)["hints"] == kept(there)["hints"]
    assert [(one["id"], one["finished"]) for one in by_id(here)] == [
        (one["id"], one["finished"]) for one in by_id(there)
    ]


def by_id(ws: Workspace) -> list[dict[str, Any]]:
    return sorted(kept(ws)["attempts"], key=lambda one: str(one["id"]))


def test_every_rule_is_about_a_field_there_is() -> None:
    nouns = {noun.__name__: noun for noun in (*(kind.noun for kind in records.RECORDS), *records.PARTS)}
    for name in records.RULES:
        noun, _, field = name.partition(".")
        assert field in {each.name for each in fields(nouns[noun])}, name


@pytest.mark.parametrize("seconds", [1e12, 1e300, float("inf"), float("nan"), -1.0])
def test_time_that_no_clock_can_have_meant_is_no_hindrance(
    ws: Workspace, fresh: Callable[[], Workspace], seconds: float
) -> None:
    solve.submit(ws, "mean", RIGHT, origin=Origin.WEB, seconds=seconds)
    save(ws, "mean", RIGHT, seconds=seconds)
    assert import_(fresh(), json.loads(json.dumps(look(ws, export))))["attempts"] == Merged(added=1)
