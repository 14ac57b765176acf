"""Questions of the behavioral round: `behavioral/competencies.toml` and `behavioral/questions/*.toml`, read when asked
for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.schema import Field, near, one_of, text_up_to, texts
from sharpen.content.table_file import ID, TableFile, is_id, tables
from sharpen.content.toml_cache import Remembered
from sharpen.domain.behavioral import Competency, Question
from sharpen.domain.problem import Difficulty

FOLDER, COMPETENCIES, QUESTIONS = "behavioral", "competencies.toml", "questions"

LINE = Field("one line of 1 to 400 characters", text_up_to(400), required=True)
COMPETENCIES_FIELDS = {"competency": Field("[[competency]] tables", tables, required=True)}
COMPETENCY_FIELDS = {
    "id": ID,
    "title": Field("a title of 1 to 60 characters", text_up_to(60), required=True),
    "meaning": LINE,
}
QUESTIONS_FIELDS = {"question": Field("[[question]] tables", tables, required=True)}
QUESTION_FIELDS = {
    "id": ID,
    "question": LINE,
    "competencies": Field(
        "a list of 1 to 4 ids of competencies, the main one first, each once", texts(60, 1, 4, once=True), required=True
    ),
    "difficulty": one_of(Difficulty, required=False),
    "seeks": LINE,
    "good": Field("a list of 3 to 5 lines of 1 to 300 characters", texts(300, 3, 5, once=True), required=True),
    "bad": Field("a list of 2 to 4 lines of 1 to 300 characters", texts(300, 2, 4, once=True), required=True),
    "follow_ups": Field("a list of 2 or 3 lines of 1 to 300 characters", texts(300, 2, 3, once=True), required=True),
}


@dataclass(frozen=True, eq=False)
class Questions(Mapping[str, Question]):
    """Questions by id, in the order of the competencies they ask for. One that has a fault is not there; its faults
    are in `broken`."""

    _roots: Sequence[Path] = ()
    _index: Path | None = None
    """A file in which what was read is remembered."""

    def __getitem__(self, question_id: str) -> Question:
        return self._read[0][question_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read[0])

    def __len__(self) -> int:
        return len(self._read[0])

    @property
    def competencies(self) -> dict[str, Competency]:
        """What questions ask for, by id, in the order of their files."""
        return self._read[1]

    @property
    def broken(self) -> list[ContentError]:
        """What is wrong with the competencies and questions that are left out."""
        return self._read[2]

    def of_competency(self, competency: str) -> list[Question]:
        """The questions that ask for a competency first of all."""
        return [question for question in self.values() if question.main == competency]

    @cached_property
    def _read(self) -> tuple[dict[str, Question], dict[str, Competency], list[ContentError]]:
        parse, broken = Remembered(self._index), list[ContentError]()
        competencies = _competencies(self._roots, parse, broken)
        known, asked = dict[str, Question](), dict[str, str]()
        for path in (path for root in self._roots for path in sorted((root / FOLDER / QUESTIONS).glob("*.toml"))):
            if not is_id(path.stem):
                what = 'a file of questions is named in lower case with hyphens, like "ownership.toml"'
                broken.append(ContentError(path, 0, what))
                continue
            file = TableFile(path, parse, QUESTIONS_FIELDS, {"question": QUESTION_FIELDS})
            known |= _checked(file, competencies, known, asked)
            broken += file.faults
        parse.keep()
        places = {competency: place for place, competency in enumerate(competencies)}
        ordered = sorted(known.values(), key=lambda each: places[each.main])
        return {each.id: each for each in ordered}, competencies, broken


def _competencies(roots: Sequence[Path], parse: Remembered, broken: list[ContentError]) -> dict[str, Competency]:
    """Those of all content folders. Where two define the same one the first counts."""
    found: dict[str, Competency] = {}
    for root in roots:
        try:
            file = TableFile(
                root / FOLDER / COMPETENCIES, parse, COMPETENCIES_FIELDS, {"competency": COMPETENCY_FIELDS}
            )
        except FileNotFoundError:
            continue
        for place, row in file.rows("competency"):
            if isinstance(row.get("id"), str) and row["id"] in found:
                what = f'there is a competency "{row["id"]}" already, in another content folder'
                file.fault("id", what, "competency", place)
        broken += file.faults
        sound = (row for place, row in file.rows("competency") if ("competency", place) not in file.wrong)
        found |= {row["id"]: Competency(**row) for row in sound}
    return found


def _checked(
    file: TableFile, competencies: Collection[str], known: Collection[str], asked: dict[str, str]
) -> dict[str, Question]:
    """The questions of a file that have no fault; what is wrong with the others is added to its faults.

    `asked` is what the questions so far ask, with who asks it; those of this file are added.
    """
    for place, row in file.rows("question"):
        for key, message in _faults(row, competencies, known, asked):
            file.fault(key, message, "question", place)
    sound = (row for place, row in file.rows("question") if ("question", place) not in file.wrong)
    return {row["id"]: _question(row) for row in sound}


def _faults(
    row: dict[str, Any], competencies: Collection[str], known: Collection[str], asked: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a question besides the form of its values. No two ask the same, nor in a follow-up."""
    if isinstance(row.get("id"), str) and row["id"] in known:
        yield "id", f'there is a question "{row["id"]}" already, in another file'
    for name in row["competencies"] if QUESTION_FIELDS["competencies"].holds(row.get("competencies")) else ():
        if name not in competencies:
            hint = near(name, competencies)
            yield "competencies", f'`competencies` names "{name}", which {COMPETENCIES} does not have{hint}'
    lines = [("question", row["question"])] if LINE.holds(row.get("question")) else []
    if QUESTION_FIELDS["follow_ups"].holds(row.get("follow_ups")):
        lines += [("follow_ups", line) for line in row["follow_ups"]]
    for key, line in lines:
        if other := asked.get(line.casefold()):
            yield key, f'"{line}" is asked by "{other}" already'
        asked.setdefault(line.casefold(), str(row.get("id")))


def _question(row: dict[str, Any]) -> Question:
    lists = {key: tuple(row[key]) for key in ("competencies", "good", "bad", "follow_ups")}
    return Question(**{**row, **lists, "difficulty": Difficulty(row.get("difficulty", Difficulty.MEDIUM))})
