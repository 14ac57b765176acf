"""The schema of a case's files, and of the steps: every key, what it may hold, and errors on their lines."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.schema import (
    Field,
    faults,
    lines_up_to,
    number_within,
    one_of,
    text_up_to,
    texts,
    topic_faults,
    version,
    whole_within,
)
from sharpen.content.table_file import ID, Parse, TableFile, is_id, tables
from sharpen.domain.case import Bound, Case, Fact, FollowUp, Point, Step
from sharpen.domain.problem import Difficulty

CASE, RUBRIC, STEPS = "case.toml", "rubric.toml", "steps.toml"


def _pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_number, value)) and value[0] <= value[1]


_texts = texts(200)
_number = number_within(-1e30, 1e30)
TEXT = Field("a text of 1 to 800 characters", lines_up_to(800), required=True)
CASE_FIELDS = {
    "title": Field("a title of 1 to 80 characters", text_up_to(80), required=True),
    "summary": Field("one line of 1 to 140 characters", text_up_to(140), required=True),
    "topic": Field("the id of a topic in outline.toml", text_up_to(80), required=True),
    "also": Field("a list of ids of topics in outline.toml", _texts),
    "minutes": Field("a whole number of minutes from 20 to 120", whole_within(20, 120), required=True),
    "difficulty": one_of(Difficulty, required=False),
    "since": version(),
    "fact": Field("[[fact]] tables", tables, required=True),
    "follow_up": Field("[[follow_up]] tables", tables, required=True),
}
FACT_FIELDS = {
    "id": ID,
    "question": Field("a question of 1 to 200 characters", text_up_to(200), required=True),
    "answer": TEXT,
    "words": Field("a list of words", _texts),
    "strong": Field("true or false", lambda value: isinstance(value, bool)),
}
FOLLOW_UP_FIELDS = {"question": TEXT, "mid": TEXT, "senior": TEXT, "staff": TEXT}
RUBRIC_FIELDS = {"point": Field("[[point]] tables", tables, required=True)}
POINT_FIELDS = {
    "id": ID,
    "step": Field("the id of a step", is_id, required=True),
    "text": TEXT,
    "one": TEXT,
    "two": TEXT,
    "cell": Field("a table with name, unit and a limit", lambda value: isinstance(value, dict)),
}
CELL_FIELDS = {
    "name": Field("the name of a cell", lambda value: isinstance(value, str) and value.isidentifier(), required=True),
    "unit": Field('a unit, such as "ms", "" for a plain number', lambda value: isinstance(value, str), required=True),
    "at_most": Field("a number", _number),
    "at_least": Field("a number", _number),
    "between": Field("a list of two numbers, the smaller first", _pair),
}
LIMITS = ("at_most", "at_least", "between")
STEPS_FIELDS = {"step": Field("[[step]] tables", tables, required=True)}
STEP_FIELDS = {
    "id": ID,
    "title": Field("a title of 1 to 40 characters", text_up_to(40), required=True),
    "share": Field("a part of the time, from 0.01 to 1", number_within(0.01, 1), required=True),
    "prompts": Field("a list of questions", _texts, required=True),
    "lessons": Field("a list of ids of topics to read", _texts),
}


def read_steps(path: Path, parse: Parse) -> tuple[Step, ...] | list[ContentError]:
    """The steps in a file, or all its faults. Raises FileNotFoundError."""
    found = TableFile(path, parse, STEPS_FIELDS, {"step": STEP_FIELDS})
    if not found.faults and not 0.99 <= sum(row["share"] for row in found.table["step"]) <= 1.01:
        found.fault("", "the shares of the steps must sum to 1", "step")
    if found.faults:
        return found.faults
    rows = found.table["step"]
    return tuple(
        Step(row["id"], row["title"], float(row["share"]), tuple(row["prompts"]), tuple(row.get("lessons", ())))
        for row in rows
    )


def read_case(
    folder: Path, steps: Sequence[Step], topics: Mapping[str, Any], parse: Parse
) -> Case | list[ContentError]:
    """The case in a folder, or all faults of its two files. Its slug is the name of the folder."""
    if not is_id(folder.name):
        return [ContentError(folder, 0, 'a case folder is named in lower case with hyphens, like "rank-ads"')]
    missing = [folder / name for name in (CASE, RUBRIC) if not (folder / name).is_file()]
    if missing:
        return [ContentError(path, 0, "this file is missing; every case needs it") for path in missing]
    case = TableFile(folder / CASE, parse, CASE_FIELDS, {"fact": FACT_FIELDS, "follow_up": FOLLOW_UP_FIELDS})
    rubric = TableFile(folder / RUBRIC, parse, RUBRIC_FIELDS, {"point": POINT_FIELDS})
    for key, message in topic_faults(case.table, None, topics):
        case.fault(key, message)
    _check_points(rubric, [step.id for step in steps])
    if case.faults or rubric.faults:
        return case.faults + rubric.faults
    order = {step.id: place for place, step in enumerate(steps)}
    points = sorted(map(_point, rubric.table["point"]), key=lambda point: order[point.step])
    table = case.table
    return Case(
        slug=folder.name,
        title=table["title"],
        summary=table["summary"],
        topic=table["topic"],
        minutes=table["minutes"],
        since=table["since"],
        facts=tuple(Fact(**{**row, "words": tuple(row.get("words", ()))}) for row in table["fact"]),
        points=tuple(points),
        follow_ups=tuple(FollowUp(**row) for row in table["follow_up"]),
        also=tuple(table.get("also", ())),
        difficulty=Difficulty(table.get("difficulty", Difficulty.MEDIUM)),
    )


def _point(row: dict[str, Any]) -> Point:
    cell = row.get("cell")
    return Point(**{**row, "cell": _bound(cell) if cell else None})


def _bound(cell: dict[str, Any]) -> Bound:
    between = cell.get("between")
    return Bound(**{**cell, "between": (between[0], between[1]) if between else None})


def _check_points(rubric: TableFile, steps: Sequence[str]) -> None:
    for place, row in rubric.rows("point"):
        if row.get("step") not in steps and steps:
            rubric.fault("step", f"`step` is {row.get('step')!r}; it must be one of {', '.join(steps)}", "point", place)
        cell = row.get("cell")
        if isinstance(cell, dict):
            for _, message in faults(cell, CELL_FIELDS, "cell.", RUBRIC):
                rubric.fault("cell", message, "point", place)
            if sum(limit in cell for limit in LIMITS) != 1:
                rubric.fault("cell", "`cell` needs one of at_most, at_least, between", "point", place)
