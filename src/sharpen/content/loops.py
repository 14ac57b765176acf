"""Loops: `loops.toml`, the rounds of mock loops, and what each role and level is asked most; read when asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.schema import Fault, Field, faults, near, number_within, one_of, text_up_to, whole_within
from sharpen.content.table_file import ID, TableFile, tables
from sharpen.content.toml_cache import Remembered
from sharpen.domain.loop import Level, Loop, LoopRound, Role, What, weights
from sharpen.domain.problem import Difficulty
from sharpen.domain.topic import Outline

FILE = "loops.toml"
MOST_ROUNDS = 10


def _difficulties(value: Any) -> bool:
    known = isinstance(value, list) and all(one in list(Difficulty) for one in value)
    return known and 0 < len(value) == len(set(value))


def _rounds(value: Any) -> bool:
    return tables(value) and 0 < len(value) <= MOST_ROUNDS


_weight = number_within(0.1, 4)


def _weights(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_weight, value.values()))


TITLE = Field("a title of 1 to 60 characters", text_up_to(60), required=True)
WEIGHTS = Field("a table of every round of outline.toml, each with a number from 0.1 to 4", _weights, required=True)
FIELDS = {name: Field(f"[[{name}]] tables", tables) for name in ("loop", "role", "level")}
LOOP_FIELDS = {
    "id": ID,
    "title": TITLE,
    "about": Field("one line of 1 to 200 characters", text_up_to(200), required=True),
    "custom": Field("true or false", lambda value: isinstance(value, bool)),
    "rounds": Field(f"a list of 1 to {MOST_ROUNDS} tables", _rounds, required=True),
}
ROUND_FIELDS = {
    "round": Field("the id of a round of outline.toml", text_up_to(60), required=True),
    "minutes": Field("a whole number of minutes from 5 to 120", whole_within(5, 120), required=True),
    "what": one_of(What),
    "count": Field("a whole number from 1 to 30", whole_within(1, 30), required=True),
    "break": Field("a whole number of minutes from 0 to 120", whole_within(0, 120)),
}
DIFFICULTIES = 'a list of "easy", "medium", "hard", some of them, each once'
ROLE_FIELDS = {"id": ID, "title": TITLE, "weights": WEIGHTS}
LEVEL_FIELDS = {
    "id": ID,
    "title": TITLE,
    "factors": WEIGHTS,
    "problems": Field(DIFFICULTIES, _difficulties, required=True),
    "cases": Field(DIFFICULTIES, _difficulties),
    "questions": Field(DIFFICULTIES, _difficulties),
}
LISTS = {"loop": LOOP_FIELDS, "role": ROLE_FIELDS, "level": LEVEL_FIELDS}


@dataclass
class _Read:
    """What was read: each by its id, in the order of the files, and the faults of what was left out."""

    loop: dict[str, Loop] = field(default_factory=dict)
    role: dict[str, Role] = field(default_factory=dict)
    level: dict[str, Level] = field(default_factory=dict)
    broken: list[ContentError] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Loops(Mapping[str, Loop]):
    """Loops by id, in the order of their files. One that has a fault is not there; its faults are in `broken`."""

    _files: Sequence[Path] = ()
    _outline: Outline = field(default_factory=lambda: Outline({}, ()))
    _index: Path | None = None
    """A file in which what was read is remembered."""

    def __getitem__(self, loop_id: str) -> Loop:
        return self._read.loop[loop_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read.loop)

    def __len__(self) -> int:
        return len(self._read.loop)

    @property
    def custom(self) -> Loop | None:
        """The loop of whose rounds a custom one is made; None where there is none."""
        return next((loop for loop in self.values() if loop.custom), None)

    @property
    def roles(self) -> dict[str, Role]:
        """What one can apply for, by id."""
        return self._read.role

    @property
    def levels(self) -> dict[str, Level]:
        """How senior one can be, by id, from the most junior."""
        return self._read.level

    def weights(self, role: str, level: str) -> dict[str, float]:
        """How much each round counts for a role at a level, by the round's id: 1 on average.

        Raises KeyError for a role or a level that there is not.
        """
        return weights(self.roles[role], self.levels[level])

    def weights_of(self, role: str, level: str) -> dict[str, float]:
        """The same where one of them may be unsaid, or gone from the table: it then changes nothing."""
        usual = dict.fromkeys(self._outline.rounds, 1.0)
        return weights(self.roles.get(role) or Role("", "", usual), self.levels.get(level) or Level("", "", usual, ()))

    @property
    def broken(self) -> list[ContentError]:
        """What is wrong with what was left out."""
        return self._read.broken

    @cached_property
    def _read(self) -> _Read:
        parse, read = Remembered(self._index), _Read()
        for path in self._files:
            try:
                file = TableFile(path, parse, FIELDS, LISTS)
            except FileNotFoundError:
                continue
            self._take(file, read)
            read.broken += file.faults
        parse.keep()
        return read

    def _take(self, file: TableFile, read: _Read) -> None:
        """Put what a file has and is sound to what was read; the faults of the rest become the file's."""
        for name in LISTS:
            known: dict[str, Any] = getattr(read, name)
            for place, row in file.rows(name):
                if isinstance(row.get("id"), str) and row["id"] in known:
                    file.fault("id", f'there is a {name} "{row["id"]}" already, in another content folder', name, place)
                for key, message in _faults(name, row, self._outline.rounds):
                    file.fault(key, message, name, place)
            sound = (row for place, row in file.rows(name) if (name, place) not in file.wrong)
            known |= {row["id"]: MAKE[name](row) for row in sound}


def _faults(name: str, row: dict[str, Any], rounds: Mapping[str, str]) -> Iterator[Fault]:
    """What is wrong with a table besides the form of its values."""
    if name == "loop":
        yield from _round_faults(row.get("rounds"), rounds)
        return
    key = "weights" if name == "role" else "factors"
    if not _weights(row.get(key)):
        return
    for round_ in row[key]:
        if round_ not in rounds:
            yield key, f'`{key}` names "{round_}", which is no round of outline.toml{near(round_, rounds)}'
    missing = [round_ for round_ in rounds if round_ not in row[key]]
    if missing:
        yield key, f"`{key}` must name every round; missing are {', '.join(missing)}"


def _round_faults(listed: Any, rounds: Mapping[str, str]) -> Iterator[Fault]:
    for number, row in enumerate(listed if _rounds(listed) else (), 1):
        for _, message in faults(row, ROUND_FIELDS, file=FILE):
            yield "rounds", f"round {number}: {message}"
        round_ = row.get("round")
        if isinstance(round_, str) and round_ not in rounds:
            yield (
                "rounds",
                f'round {number}: `round` is "{round_}", which outline.toml does not have{near(round_, rounds)}',
            )


def _loop(row: dict[str, Any]) -> Loop:
    rounds = tuple(
        LoopRound(each["round"], each["minutes"], What(each["what"]), each["count"], each.get("break", 0))
        for each in row["rounds"]
    )
    return Loop(row["id"], row["title"], row["about"], rounds, row.get("custom", False))


def _role(row: dict[str, Any]) -> Role:
    return Role(row["id"], row["title"], row["weights"])


def _level(row: dict[str, Any]) -> Level:
    suits = {name: tuple(map(Difficulty, row[name])) for name in ("problems", "cases", "questions") if name in row}
    return Level(row["id"], row["title"], row["factors"], **suits)


MAKE = {"loop": _loop, "role": _role, "level": _level}
