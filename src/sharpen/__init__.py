"""sharpen: practice the whole machine-learning interview loop on your own machine."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "check", "lab"]

if TYPE_CHECKING:
    from sharpen.api import check
    from sharpen.api.labs import lab


def __getattr__(name: str) -> object:
    # `from sharpen import check` must not make every `sharpen --help` pay for the judge.
    if name == "check":
        from sharpen.api import check

        return check
    if name == "lab":
        from sharpen.api.labs import lab

        return lab
    raise AttributeError(f"module 'sharpen' has no attribute {name!r}")
