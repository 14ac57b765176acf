"""What explains a result better than words: tables beside each other, times against sizes, shares of outcomes."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any


def plain(value: Any) -> Any:
    """Evidence as dicts and lists of plain values; anything else as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


@dataclass(frozen=True)
class Grid:
    """The rows of one side as they are shown, and how many rows and columns of it are not."""

    rows: tuple[tuple[str, ...], ...]
    more_rows: int = 0
    more_columns: int = 0

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(len, self.rows), default=0)

    @property
    def rest(self) -> str:
        """What is not shown, in words; empty where everything is."""
        counts = ((self.more_rows, "row"), (self.more_columns, "column"))
        said = [f"{count:,} more {word}{'s' if count != 1 else ''}" for count, word in counts if count]
        return f"… {' and '.join(said)}" if said else ""


@dataclass(frozen=True)
class Grids:
    """What was expected and what came, in the part at `place` (`centers`; empty for a whole answer without a name).

    `unlike` are the cells that differ, as row and column of those shown; `top` and `left` say which row and column of
    the part are shown first. A `flat` part has one axis, whose items stand below each other.
    """

    place: str
    expected: Grid
    got: Grid
    unlike: tuple[tuple[int, int], ...] = ()
    top: int = 0
    left: int = 0
    flat: bool = False

    @property
    def sides(self) -> list[tuple[str, Grid]]:
        """Both grids with their titles."""
        return [("Expected", self.expected), ("Got", self.got)]

    def differs(self, row: int, column: int) -> bool:
        """Whether a cell that is shown differs."""
        return (row, column) in self.unlike

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> "Grids":
        """The grids that `plain` made, by way of JSON too. Raises TypeError, KeyError."""
        sides = {
            name: Grid(**{**written[name], "rows": tuple(map(tuple, written[name]["rows"]))})
            for name in ("expected", "got")
        }
        unlike = tuple((row, column) for row, column in written["unlike"])
        return cls(**{**written, **sides, "unlike": unlike})


@dataclass(frozen=True)
class Timing:
    """CPU time of one call in ms, and that of the model solution (0 where it was not measured).

    Where it was `stopped`, it would have taken longer.
    """

    size: int
    ms: float
    model_ms: float = 0.0
    stopped: bool = False


@dataclass(frozen=True)
class Growth:
    """How the time grew with the size of the largest argument, called `of`, smallest first."""

    of: str
    timings: tuple[Timing, ...]

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> "Growth":
        """What `plain` made. Raises TypeError, KeyError."""
        return cls(written["of"], tuple(Timing(**each) for each in written["timings"]))


@dataclass(frozen=True)
class Share:
    """How often an outcome of a sampler came, and how often it is expected, as parts of 1."""

    outcome: str
    got: float
    expected: float
