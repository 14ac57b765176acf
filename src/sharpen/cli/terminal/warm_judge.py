"""The judge, started before anything else: its processes need as long to be ready as Typer, Rich and the data do."""

import atexit
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharpen.domain.problem import Profile
    from sharpen.judge import LocalJudge

_started: "list[LocalJudge]" = []


def start_judge(profile: "Profile | None" = None) -> "LocalJudge":
    """The judge of this process, started at the first call; most problems want the NumPy profile."""
    if not _started:
        from sharpen.domain.problem import Profile
        from sharpen.judge import LocalJudge

        judge = LocalJudge(warm=[profile or Profile.NUMPY], cache=home() / "cache" / "judge")
        _started.append(judge)
        atexit.register(judge.close)
    return _started[0]


def home() -> Path:
    """The folder of the learner's data, as Settings has it; found without loading pydantic."""
    named = os.environ.get("SHARPEN_HOME")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_dir

    return Path(user_data_dir("sharpen", appauthor=False))
