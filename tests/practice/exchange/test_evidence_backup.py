"""What a verdict shows goes into a backup and comes back as it was."""

import json
from datetime import UTC, datetime
from pathlib import Path

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.evidence import Grid, Grids, Growth, Share, Timing
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.practice import Settings, open_workspace
from sharpen.practice.exchange import backup
from tests.looking import look

RESULT = CheckResult(
    "Centers",
    Kind.ORACLE,
    Verdict.WRONG_ANSWER,
    cpu_ms=1.5,
    model_ms=1.0,
    grids=Grids("centers", Grid((("1", "2"),), 3), Grid((("1", "3"),), 3, 1), ((0, 1),), top=4),
    growth=Growth("X", (Timing(100, 1.0, 0.5), Timing(1000, 2000.0, stopped=True))),
    shares=(Share("0", 0.25, 0.5),),
)


def test_grids_times_and_shares_are_kept(tmp_path: Path) -> None:
    workspace, now = open_workspace(Settings(home=tmp_path / "here")), datetime.now(UTC)
    done = {"state": State.FINISHED, "verdict": Verdict.WRONG_ANSWER, "finished": now, "results": (RESULT,)}
    with workspace.writing() as work:
        work.attempts.add(Attempt("a1", workspace.learner, "k-means", "v", "x = 1", Origin.WEB, now, **done))
    kept = look(workspace, lambda work: work.attempts.get("a1"))
    assert kept is not None
    assert kept.results == (RESULT,)
    document = json.loads(json.dumps(look(workspace, backup.export)))
    workspace.close()
    other = open_workspace(Settings(home=tmp_path / "other"))
    backup.import_(other, document)
    brought = look(other, lambda work: work.attempts.get("a1"))
    other.close()
    assert brought is not None
    assert brought.results == (RESULT,)
