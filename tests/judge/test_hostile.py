"""What hostile submissions get: the verdict each file names, and nothing else changes."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
HOSTILE = sorted((HERE / "hostile").glob("*.py"))
LINUX = sys.platform == "linux"
ORDINARY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
# The interpreter of a root user's home is out of reach for others; reading past that is all this one capability gives.
ORDINARY += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]


def attackers() -> list[str]:
    if os.getuid() != 0:
        return ["as this user"]
    return ["as root", "as an ordinary user"] if shutil.which("setpriv") else ["as root"]


@pytest.fixture(scope="module", params=attackers())
def outcome(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """The result of every attack, made by one process with one judge."""
    prefix = ORDINARY if request.param == "as an ordinary user" else []
    before = set(os.listdir(tempfile.gettempdir()))
    with tempfile.TemporaryFile("w+") as out:
        subprocess.run([*prefix, sys.executable, str(HERE / "attack.py")], stdout=out, check=True, timeout=300, cwd="/")
        out.seek(0)
        rows = [json.loads(line) for line in out]
    left = {name for name in set(os.listdir(tempfile.gettempdir())) - before if "hostile" in name}
    return {row["name"]: row for row in rows} | {"files left": {"left": sorted(left)}}


def wanted(path: Path) -> list[str]:
    return path.read_text().split("\n")[0].removeprefix("# verdict: ").split(" | ")


@pytest.mark.skipif(not LINUX, reason="only Linux has every layer")
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_hostile_submission_gets_the_verdict_its_file_names(outcome: dict[str, dict[str, Any]], path: Path) -> None:
    assert outcome[path.stem]["verdict"] in wanted(path)
    assert outcome[path.stem]["verdict"] != "accepted"


@pytest.mark.skipif(not LINUX, reason="only Linux has every layer")
def test_after_every_attack_the_same_zygote_accepts_the_right_answer(outcome: dict[str, dict[str, Any]]) -> None:
    assert outcome["the right answer afterwards"]["verdict"] == "accepted"


@pytest.mark.skipif(not LINUX, reason="only Linux has every layer")
def test_no_attack_leaves_a_process_or_a_file(outcome: dict[str, dict[str, Any]]) -> None:
    # The examiner, the zygote, and the one fork of it that waits for the next submission.
    assert outcome["the right answer afterwards"]["left"] == ["examiner", "zygote", "zygote"]
    assert outcome["files left"]["left"] == []


@pytest.mark.skipif(not LINUX, reason="only Linux has every layer")
def test_no_attack_takes_longer_than_its_limit(outcome: dict[str, dict[str, Any]]) -> None:
    """1.5 s of wall time is the limit; what the machine itself is slow at is added to it here, in whole seconds."""
    slow = {name: row["seconds"] for name, row in outcome.items() if row.get("seconds", 0) > 1.5 + 0.2 + 2.0}
    assert not slow


def test_there_are_at_least_sixty_attacks() -> None:
    assert len(HOSTILE) >= 60
