"""`sharpen interviewer`: shown, set and tried; the key is never an argument, and never printed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.interviewer.conftest import SECRET
from tests.interviewer.endpoint import LocalEndpoint, fails, says


@pytest.mark.usefixtures("work")
def test_an_interviewer_is_set_shown_tried_and_forgotten(
    sharpen: Run, environment: dict[str, str], server: LocalEndpoint, tmp_path: Path
) -> None:
    assert "No interviewer is plugged in" in sharpen("interviewer", "show").stdout
    failed = sharpen("interviewer", "set", "--url", server.url, "--model", "small", "--key")
    assert (failed.returncode, "SHARPEN_LLM_KEY" in failed.stderr) == (2, True)
    environment["SHARPEN_LLM_KEY"] = SECRET
    done = sharpen("interviewer", "set", "--url", server.url, "--model", "small", "--key", "--budget", "20000")
    assert f"small at {server.url}" in done.stdout
    del environment["SHARPEN_LLM_KEY"]
    shown = json.loads(sharpen("interviewer", "show", "--json").stdout)
    assert (shown["key"], shown["budget"], shown["works"]) == (True, 20000, True)
    server.answers = [says({"ready": True}), fails(401, f"bad key {SECRET}")]
    unsent = sharpen("interviewer", "test")
    assert '"model": "small"' in unsent.stdout
    assert "Nothing was sent" in unsent.stderr
    assert server.requests == []
    assert sharpen("interviewer", "test", "--yes").stdout == "small answered. It takes a JSON schema.\n"
    refused = sharpen("interviewer", "test", "--yes")
    assert (refused.returncode, "refused the key (401)" in refused.stderr) == (2, True)
    assert "bad key (your key)" in refused.stderr
    everything = [failed, done, unsent, refused, sharpen("interviewer", "show"), sharpen("export", "all.json")]
    assert not any(SECRET in each.stdout + each.stderr for each in everything)
    assert SECRET not in (tmp_path / "work" / "all.json").read_text()
    sharpen("interviewer", "set", "--forget")
    assert "No interviewer is plugged in" in sharpen("interviewer", "show").stdout
