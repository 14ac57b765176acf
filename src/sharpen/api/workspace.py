"""The workspace of this process: its judge stays warm from one call to the next."""

import atexit
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpen.practice import Workspace


def opened() -> "Workspace":
    """The workspace of the data folder that the environment names now."""
    from sharpen.practice.settings import Settings

    return _opened(Settings().home)


@cache
def _opened(_home: Path) -> "Workspace":
    from sharpen.practice import open_workspace

    ws = open_workspace()
    atexit.register(ws.close)
    return ws
