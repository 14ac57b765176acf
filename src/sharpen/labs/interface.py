"""What is asked of a run, and what comes back while it goes; both cross to a process of their own as plain data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from sharpen.domain.lab import Lab, Stage
from sharpen.domain.prediction import Prediction


@dataclass(frozen=True)
class RunRequest:
    """A design to be run in a lab: its source, where the lab's files lie, and what was predicted.

    `kept` is a folder for what was learned, `data` the prepared public data that the world is made of; each may be "".
    A short run has half the days and half the requests.
    """

    lab: Lab
    folder: str
    source: str
    seed: int = 1
    short: bool = False
    predictions: tuple[Prediction, ...] = ()
    kept: str = ""
    data: str = ""

    def fields(self) -> dict[str, Any]:
        """The request as plain data."""
        return asdict(self)

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> Self:
        """The request that `fields` wrote down."""
        from pydantic import TypeAdapter

        return TypeAdapter(cls).validate_python(fields)


@dataclass(frozen=True)
class Progress:
    """How far a run is: its stage, the share of that, and the share of the whole, both from 0 to 1."""

    stage: Stage
    share: float
    whole: float
