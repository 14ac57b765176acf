"""What a learner does: one use case per file, each a plain function of a workspace."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sharpen.practice.settings import Settings
    from sharpen.practice.workspace import Workspace, open_workspace

__all__ = ["Settings", "Workspace", "open_workspace"]


def __getattr__(name: str) -> Any:
    # Commands that only read the content import `practice.errors`, and need no database and no settings for that.
    if name in __all__:
        from sharpen.practice import workspace

        return getattr(workspace, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
