"""The judge: runs a submission against a problem's checks, in isolation."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sharpen.judge.interface import Judge, JudgeBroken
    from sharpen.judge.local import LocalJudge

__all__ = ["Judge", "JudgeBroken", "LocalJudge"]


def __getattr__(name: str) -> Any:
    # The judge's own processes import this package too, and every one of them needs to start quickly.
    if name in __all__:
        from sharpen.judge import local

        return getattr(local, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
