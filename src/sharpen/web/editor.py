"""The form around an editor: what it sends along with every action."""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.datastructures import FormData

from sharpen.web.forms import number


@dataclass(frozen=True)
class Typed:
    """What the form of a problem's page sends along with every action: what `drafts.save` takes."""

    source: str
    trials: tuple[str, ...]
    seconds: float
    at: datetime | None
    base: str | None
    edit: str
    chosen: bool


def typed(form: FormData) -> Typed:
    """The code, the trials, the working time, the last key's, and the edit that it is. Line ends become Python's."""

    def text(value: object) -> str:
        return str(value).replace("\r\n", "\n").replace("\r", "\n")

    trials = (text(trial).strip() for trial in form.getlist("trial"))
    milliseconds = number(form, "at")
    return Typed(
        source=text(form.get("source", "")),
        trials=tuple(trial for trial in trials if trial),
        seconds=number(form, "seconds"),
        at=datetime.fromtimestamp(milliseconds / 1000, UTC) if 0 < milliseconds < 1e13 else None,
        base=str(form["base"]) if "base" in form else None,
        edit=str(form.get("edit", "")),
        chosen=bool(form.get("chosen")),
    )
