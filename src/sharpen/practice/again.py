"""Again: problems as items of review. An accepted attempt is rated; later the problem is to be solved anew."""

from sharpen.domain.draft import Draft
from sharpen.practice.workspace import Workspace


def begin(ws: Workspace, slug: str) -> Draft:
    """The starter in place of the code, and the clock at zero, to solve the problem again; `undo_reset` brings it back.

    Nothing is reset twice: what was typed since the problem came back stays. Raises NoSuchProblem.
    """
    raise NotImplementedError
