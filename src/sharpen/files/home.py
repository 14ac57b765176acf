"""The folder of the learner's data."""

import os
from pathlib import Path


def home() -> Path:
    """The folder that SHARPEN_HOME names, else the platform's own; it need not exist yet."""
    return absolute(Path(os.environ.get("SHARPEN_HOME") or platform_home()))


def platform_home() -> Path:
    """Where this platform keeps the data of programs."""
    from platformdirs import user_data_dir  # the judge waits for this function; with SHARPEN_HOME it need not

    return Path(user_data_dir("sharpen", appauthor=False))


def absolute(folder: Path) -> Path:
    """A folder as it was named, `~` for the user's own, wherever the program is run from."""
    return folder.expanduser().absolute()
