"""What the judge says today of the wrong answer of the first visit. Run as a module, it is kept."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sharpen.domain.verdict import first_failure, passed_of
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.solving import attempts
from sharpen.web.pages.first_visit import KEPT, PROBLEM, source
from sharpen.web.pages.solving.pictures import CARD

LEFT_OUT = ("cpu_ms", "of", "printed")
METADATA = re.compile(r" <metadata>.*?</metadata>\n", re.DOTALL)
"""What a picture says of who drew it: the version of matplotlib."""


def judged(ws: Workspace) -> tuple[dict[str, Any], str]:
    """The verdict as it is kept, without times and what names this machine, and the picture on its card."""
    results = list(ws.judge.judge(ws.problem(PROBLEM), source(), seed=0))
    failed = first_failure(results)
    if failed is None:
        raise AssertionError("the wrong answer is right")
    passed, of = passed_of(results)
    row = {
        name: value
        for name, value in vars(failed).items()
        if value and name not in LEFT_OUT and isinstance(value, str | int)
    }
    svg = METADATA.sub("", attempts.picture(ws, PROBLEM, source(), "", seed=0))
    opening, _, rest = svg.partition(">")
    return {"passed": passed, "of": of, "failed": row}, f"{opening}>{CARD}{rest}"


def keep() -> None:
    """Keep what the judge says."""
    with TemporaryDirectory() as home:
        ws = open_workspace(Settings(home=Path(home)))
        verdict, picture = judged(ws)
        ws.close()
    (KEPT / "verdict.json").write_text(json.dumps(verdict, indent=2) + "\n", encoding="utf-8")
    (KEPT / "picture.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    keep()
