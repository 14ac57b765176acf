"""Cases at work, designs and their runs, and what was read."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from operator import attrgetter

from pydantic import TypeAdapter, ValidationError

from sharpen.domain import reading
from sharpen.domain.lab_report import LabReport
from sharpen.domain.lab_run import DesignDraft, LabRun, RunFailure, RunState
from sharpen.domain.passage import MOST_ASIDE
from sharpen.domain.reading import ReadingMark
from sharpen.domain.sitting import Asked, Sitting, merged
from sharpen.practice import inputs
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.record_kinds.kind import ReadNoun, RecordKind, merged_by
from sharpen.practice.exchange.rows import Row
from sharpen.practice.exchange.rules import Rule, at_most, names, printed, scores, words
from sharpen.store.design.sittings import Sittings


def _put_sittings(sittings: Sittings, these: Sequence[Sitting]) -> None:
    """Keep sittings; what only the one that is replaced has stays."""
    for sitting in these:
        here = sittings.get(sitting.id)
        sittings.put(merged(here, sitting) if here else sitting)


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


REPORT = TypeAdapter(LabReport)

RECORDS = (
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
        **merged_by(reading.merged, "reading"),
    ),
)
PARTS: dict[type, Mapping[str, Rule]] = {
    Asked: {"fact": words(100, least=0), "typed": inputs.question},
    RunFailure: {
        "why": words(100_000),
        "stage": words(64, least=0),
        "request": words(1_000, least=0),
        "traceback": words(1_000_000, least=0),
        "printed": printed,
    },
}
