"""Warnings of Python and its packages in the learner's terms: their own line, and no file of the machine's."""

import linecache
import sys
import warnings
from types import FrameType

from sharpen.sandbox.raised import SOURCE, TRIAL


def install() -> None:
    """Have warnings printed so; what a submission does to them itself still holds."""
    warnings.formatwarning = _formatted


def _formatted(message: Warning | str, category: type[Warning], *_place: object, **_named: object) -> str:
    """Its category and words, and the learner's line that led to it, where one did: not the place in a package."""
    words = f"{category.__name__}: {message}\n"
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename not in (SOURCE, TRIAL):
        frame = frame.f_back
    if frame is None:
        return words
    name, number = frame.f_code.co_filename, frame.f_lineno
    own = linecache.getline(name, number).strip()
    return f"{name}:{number}: {words}" + (f"  {own}\n" if own else "")
