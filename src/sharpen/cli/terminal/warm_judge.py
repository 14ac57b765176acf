"""The judge, started before anything else: its processes need as long to be ready as Typer, Rich and the data do."""

import atexit
from functools import cache

from sharpen.domain.problem import Profile
from sharpen.files.home import home
from sharpen.judge import LocalJudge


@cache
def start_judge() -> LocalJudge:
    """The judge of this process, started at the first call; most problems want the NumPy profile."""
    judge = LocalJudge(warm=[Profile.NUMPY], cache=home() / "cache" / "judge")
    atexit.register(judge.close)
    return judge
