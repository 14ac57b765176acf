"""How a run of a lab ends early, in words for the candidate."""

from sharpen.domain.errors import SharpenError


class DesignFailed(SharpenError):
    """The design raised, met a limit, or answered what means nothing: the stage, the day and the request say where."""

    def __init__(
        self, stage: str, why: str, *, day: int | None = None, request: str = "", line: int = 0, traceback: str = ""
    ) -> None:
        place = ", ".join([stage, *([f"day {day}"] if day is not None else []), *([request] if request else [])])
        super().__init__(f"{place}: {why}")
        self.stage, self.day, self.request, self.why = stage, day, request, why
        self.line, self.traceback = line, traceback
        self.printed: dict[str, str] = {}
        """What the design printed until then, by stage."""


class Cancelled(SharpenError):
    """The run was cancelled before it ended."""

    def __init__(self) -> None:
        super().__init__("The run was cancelled.")


class BadData(SharpenError):
    """Public data that a lab cannot use; the message says what is wrong, in which file and line."""


class LabBroken(SharpenError):
    """The lab itself is at fault, or was disturbed; it says nothing of the design."""
