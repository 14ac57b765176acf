"""The registry of records: everything a backup must know of a noun is one entry here."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from datetime import date as Date
from functools import cached_property, partial
from operator import attrgetter
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sharpen.anki.images import name_of
from sharpen.domain import dive, project, reading, story, telling
from sharpen.domain.attempt import Attempt, State
from sharpen.domain.card import Brought
from sharpen.domain.day import LONGEST, day_of
from sharpen.domain.dive import LONGEST as LONGEST_DIVE
from sharpen.domain.dive import SHORTEST, Answer, Dive
from sharpen.domain.draft import Aside, Draft, DraftVersion, edit_of
from sharpen.domain.hint import Reveal
from sharpen.domain.image import Image
from sharpen.domain.item import Item
from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_run import DesignDraft, LabRun, RunFailure, RunState
from sharpen.domain.memory import Memory
from sharpen.domain.note import Note
from sharpen.domain.passage import MOST_ASIDE, Passage, SetAside
from sharpen.domain.plan import RANGES, Plan, check, check_date, check_weights
from sharpen.domain.project import Project, ProjectVersion, Why, loses_text
from sharpen.domain.reading import ReadingMark
from sharpen.domain.recording import MOST_CHUNKS, Recording
from sharpen.domain.review import Review, Standing
from sharpen.domain.sheet import SheetRow
from sharpen.domain.sitting import Asked, Sitting, merged
from sharpen.domain.story import Story
from sharpen.domain.telling import Telling
from sharpen.domain.verdict import CheckResult
from sharpen.practice import inputs
from sharpen.practice.depth import project_versions
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange import voices
from sharpen.practice.exchange.rows import Row
from sharpen.practice.exchange.rules import (
    MOST_ANSWERS,
    MOST_POINTS,
    Rule,
    at_most,
    edit,
    edits,
    media,
    names,
    number,
    optional,
    parameters,
    patterns,
    points,
    printed,
    recording_id,
    recording_of,
    scores,
    texts,
    words,
)
from sharpen.practice.items.card_pool import BROUGHT
from sharpen.practice.solving.draft_versions import put_aside
from sharpen.practice.work import Work
from sharpen.store.depth.project_versions import ProjectVersions
from sharpen.store.depth.projects import Projects
from sharpen.store.design.sittings import Sittings
from sharpen.store.solving.attempts import Attempts, plain
from sharpen.store.solving.draft_versions import DraftVersions
from sharpen.store.solving.drafts import Drafts

Stamps = Mapping[Hashable, datetime | None]
ReadNoun = Callable[[Row], Any]


@dataclass(frozen=True)
class RecordKind:
    """One kind of record. Its name is also that of its table, its repository and its list in the document."""

    name: str
    noun: type
    key: Callable[[Any], Hashable]
    """What is there once among the records of this kind."""
    stamp: Callable[[Any], datetime | None]
    """When a record last changed: of two with one key the later one wins, and None is before any time."""
    rules: Mapping[str, Rule]
    """What the noun's fields must be; a number without a rule must be ANY_NUMBER."""
    since: int = 1
    """The version of the document that brought it."""
    put: Callable[[Any, Sequence[Any]], object] = lambda repository, records: repository.put(*records)
    """Keep records in their repository, in place of those with their keys."""
    stamps: Callable[[Any], Stamps] | None = None
    """All stamps in a repository by key, if reading its records whole takes long."""
    newer: Callable[[Any, Any], bool | None] = lambda _repository, _record: None
    """Whether a record is newer than the one in the repository by something surer than stamps; None: ask the stamps."""
    says: Callable[[Any], bool] = lambda _: True
    """Whether a record says anything; one that does not is never added."""
    write: Callable[[Any], tuple[Any, Row]] = lambda record: (record, {})
    """Of a record its noun, and what stands in its row besides."""
    read: Callable[[ReadNoun, Row, str], Any] = lambda read, row, _: read(row)
    """The record in a row, given what reads its noun, and the place for complaints."""

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.noun)

    def repository(self, work: Work) -> Any:
        """Where the records of the learner lie."""
        return getattr(work, self.name)

    def here(self, work: Work) -> Stamps:
        """The stamps of all records of the learner, by key."""
        mine = self.repository(work)
        return self.stamps(mine) if self.stamps else {self.key(each): self.stamp(each) for each in mine.everything()}


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


def _write_image(image: Image) -> tuple[Image, Row]:
    return replace(image, data=b""), {"data": b64encode(image.data).decode()}


def _read_image(read: ReadNoun, row: Row, place: str) -> Image:
    """An image whose name is the one that its bytes have."""
    image: Image = read({**row, "data": b""})
    try:
        data = b64decode(row.get("data", ""), validate=True)
    except (TypeError, ValueError):
        raise BadBackup(f"{place}.data must be base64.") from None
    if name_of(data) != image.name:
        raise BadBackup(f"{place}.name is not that of the image in data.")
    return replace(image, data=data)


def _is_newer_draft(drafts: Drafts, pair: tuple[Draft, bool]) -> bool | None:
    """By what came from what, whatever the clocks said; text goes before a starter in which nobody typed."""
    draft, replaced = pair
    here = drafts.get(draft.problem, replaced=replaced)
    if here is None or (not here.version and not draft.version):
        return None
    if not draft.version or here.holds(draft.version):
        return False
    return True if not here.version or draft.holds(here.version) else None


def _put_sittings(sittings: Sittings, these: Sequence[Sitting]) -> None:
    """Keep sittings; what only the one that is replaced has stays."""
    for sitting in these:
        here = sittings.get(sitting.id)
        sittings.put(merged(here, sitting) if here else sitting)


def _merged_by(merge: Callable[[Any, Any], Any], key: str = "id") -> dict[str, Any]:
    """How records are kept of which two states become one, so that nothing is lost that only one of them has."""

    def newer(repository: Any, theirs: Any) -> bool | None:
        here = repository.get(getattr(theirs, key))
        return None if here is None else merge(here, theirs) != here

    def put(repository: Any, these: Sequence[Any]) -> None:
        for theirs in these:
            here = repository.get(getattr(theirs, key))
            repository.put(merge(here, theirs) if here else theirs)

    return {"newer": newer, "put": put}


def _put_projects(projects: Projects, these: Sequence[Project]) -> None:
    """Keep projects; one that is here already is merged, and of two that differ the one that loses is a version."""
    versions = ProjectVersions(projects.db, projects.learner)
    for theirs in these:
        here = projects.get(theirs.id)
        both = project.merged(here, theirs) if here else theirs
        for before in (theirs, here):
            if before and loses_text(before, both):
                project_versions.put_aside(versions, before, Why.IMPORT)
        projects.put(both)


REPORT = TypeAdapter(LabReport)


def _write_run(run: LabRun) -> tuple[LabRun, Row]:
    """A run; one that is going on is written as interrupted: elsewhere nobody will finish it."""
    report = run.report.document() if run.report else None
    return replace(_ended(run), report=None), {"report": report}


def _read_run(read: ReadNoun, row: Row, place: str) -> LabRun:
    """A run whose state, report and failure agree, and whose report is one."""
    run: LabRun = read({**row, "report": None})
    report = None
    if row.get("report") is not None:
        try:
            report = REPORT.validate_python(asdict(LabReport.read(row["report"])))
        except (KeyError, TypeError, ValueError, AttributeError, ValidationError) as problem:
            why = str(problem).splitlines()[0]
            raise BadBackup(f"{place}.report is not the report of a run ({why}).") from None
    if (run.state is RunState.FINISHED) != (report is not None and run.finished is not None):
        raise BadBackup(f"{place} must have a report and a time when it finished exactly if it is finished.")
    return replace(_ended(run), report=report)


def _ended(run: LabRun) -> LabRun:
    return replace(run, state=RunState.INTERRUPTED) if run.state is RunState.RUNNING else run


def _last_review(standing: Standing) -> datetime | None:
    return standing.memory.last if standing.memory else None


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
        "memories",
        Standing,
        key=attrgetter("item.id"),
        stamp=attrgetter("since"),
        rules={},
        since=2,
        read=lambda read, row, _: read({"changed": None, **row}),  # older backups know nothing of it
    ),
    RecordKind(
        "reviews",
        Review,
        key=attrgetter("id"),
        stamp=lambda _: None,  # what happened stays as it is
        rules={"id": words(64), "recall": number(0, 1), "days": number(0, LONGEST)},
        since=2,
        put=lambda reviews, new: reviews.add(*new),
        read=lambda read, row, _: read({"day": Date.min, "days": -1, **row}),  # older backups did not keep them
        stamps=lambda reviews: dict.fromkeys(reviews.ids()),
    ),
    RecordKind(
        "notes", Note, attrgetter("item"), attrgetter("updated"), {"item": words(200), "text": inputs.note}, since=2
    ),
    RecordKind(
        "plans",
        Plan,
        key=attrgetter("learner"),
        stamp=attrgetter("updated"),
        rules={
            **{name: partial(check, name) for name in RANGES},
            "date": lambda date: check_date(date, day_of(datetime.now(UTC))),
            "parameters": parameters,
            "weights": check_weights,
        },
        since=2,
        says=lambda plan: plan.updated is not None,
        read=lambda read, row, _: read({"fit": None, "weights": {}, **row}),  # older backups know nothing of them
    ),
    RecordKind(
        "cards",
        Brought,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64, begin=BROUGHT),
            "topic": words(100, begin=BROUGHT),
            "question": words(1_000_000, least=0),
            "answer": words(1_000_000, least=0),
        },
        since=3,
    ),
    RecordKind(
        "images",
        Image,
        key=attrgetter("name"),
        stamp=lambda _: None,  # its name says what it is
        rules={"name": words(64)},
        since=4,
        stamps=lambda images: dict.fromkeys(images.names()),
        write=_write_image,
        read=_read_image,
    ),
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
    RecordKind(
        "sittings",
        Sitting,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "case": words(100),
            "asked": at_most(inputs.MOST_QUESTIONS),
            "passages": names,
            "aside": at_most(MOST_ASIDE),
            "ticks": scores,
        },
        since=6,
        put=_put_sittings,
        read=lambda read, row, _: read({"deleted": None, **row}),  # older backups know nothing of it
        stamps=lambda sittings: sittings.stamps(),
    ),
    RecordKind(
        "designs",
        DesignDraft,
        key=attrgetter("lab"),
        stamp=attrgetter("updated"),
        rules={
            "lab": words(100),
            "source": inputs.source,
            "predictions": inputs.predictions,
            "before": inputs.source,
        },
        since=7,
    ),
    RecordKind(
        "lab_runs",
        LabRun,
        key=attrgetter("id"),
        stamp=attrgetter("finished"),
        rules={
            "id": words(64),
            "lab": words(100),
            "version": words(64),
            "source": inputs.source,
            "predictions": inputs.predictions,
        },
        since=7,
        stamps=lambda runs: runs.stamps(),
        write=_write_run,
        read=_read_run,
    ),
    RecordKind(
        "readings",
        ReadingMark,
        key=attrgetter("reading"),
        stamp=attrgetter("updated"),
        rules={"reading": words(100), "aside": at_most(MOST_ASIDE)},
        since=8,
        **_merged_by(reading.merged, "reading"),
    ),
    RecordKind(
        "projects",
        Project,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "name": inputs.project_name,
            "passages": names,
            "aside": at_most(MOST_ASIDE),
            "methods": names,
        },
        since=9,
        stamps=lambda projects: projects.stamps(),
        **_merged_by(project.merged) | {"put": _put_projects},
    ),
    RecordKind(
        "project_versions",
        ProjectVersion,
        key=attrgetter("project", "id"),
        stamp=lambda _: None,  # what was put aside stays as it is
        rules={"project": words(64), "id": words(64), "name": inputs.project_name, "texts": texts},
        since=9,
        stamps=lambda versions: dict.fromkeys(versions.ids()),
    ),
    RecordKind(
        "recordings",
        Recording,
        key=lambda voice: voice[0].id,
        stamp=lambda voice: voice[0].updated,
        rules={"id": recording_id, "of": recording_of, "media": media, "expected": optional(number(0, MOST_CHUNKS))},
        since=9,
        put=voices.put,
        stamps=lambda recordings: recordings.stamps(),
        newer=voices.is_newer,
        write=voices.write,
        read=voices.read,
    ),
    RecordKind(
        "dives",
        Dive,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "project": words(64),
            "minutes": number(SHORTEST, LONGEST_DIVE),
            "first": words(100, least=0),
            "answers": at_most(MOST_ANSWERS),
            "questions": texts,
            "passages": names,
            "aside": at_most(MOST_ASIDE),
            "rated": names,
        },
        since=9,
        stamps=lambda dives: dives.stamps(),
        **_merged_by(dive.merged),
    ),
    RecordKind(
        "stories",
        Story,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={"id": words(64), "passages": names, "aside": at_most(MOST_ASIDE), "ticks": names},
        since=9,
        stamps=lambda stories: stories.stamps(),
        **_merged_by(story.merged),
    ),
    RecordKind(
        "tellings",
        Telling,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64),
            "story": words(64),
            "question": words(100, least=0),
            "review": words(64, least=0),
            "aside": at_most(MOST_ASIDE),
        },
        since=9,
        stamps=lambda tellings: tellings.stamps(),
        **_merged_by(telling.merged),
    ),
)
LEFT_OUT = {
    "recording_chunks": "they are in the rows of their recordings",
    "sheet_columns": "what the columns of a sheet are is seen, and changed, before anything is imported",
    "review_days": "sums over the reviews, which are counted again as these are imported",
    "review_sums": "sums over the reviews, which are counted again as these are imported",
    "interviewer_days": "what was sent from here to the interviewer guards the budget of a day, which is over soon",
    "sessions": "a session in progress ends with its day, and every answer rated in it is among the reviews",
}
"""The other tables, and why a backup does without each."""
PARTS: dict[type, dict[str, Rule]] = {
    Item: {"id": words(200), "topic": words(100)},
    Answer: {
        "ladder": words(100),
        "rung": words(100),
        "why": words(400, least=0),
        "ticked": optional(points),
        "points": number(0, MOST_POINTS),
    },
    Asked: {"fact": words(100, least=0), "typed": inputs.question},
    Passage: {"text": inputs.board, "lineage": edits},
    SetAside: {"passage": words(100), "edit": edit, "text": inputs.board},
    RunFailure: {
        "why": words(100_000),
        "stage": words(64, least=0),
        "request": words(1_000, least=0),
        "traceback": words(1_000_000, least=0),
        "printed": printed,
    },
    Memory: {"difficulty": number(1, 10), "stability": number(0.0001, 36500)},
}
"""The rules of nouns that are parts of others."""
RULES = {
    f"{noun.__name__}.{name}": rule
    for noun, rules in (*((kind.noun, kind.rules) for kind in RECORDS), *PARTS.items())
    for name, rule in rules.items()
}
"""The rules of all fields, by class and name."""
