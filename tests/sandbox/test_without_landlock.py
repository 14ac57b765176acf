"""On a kernel without Landlock: what is missing is said, and the other layers stand alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sharpen.sandbox import isolation, landlock

WITHOUT = """
import ctypes, struct, sys
from sharpen.sandbox.seccomp import ALLOW, EQUAL, LOAD, RETURN
steps = [(LOAD, 0, 0, 0), (EQUAL, 0, 1, 444), (RETURN, 0, 0, 0x00050000 | 38), (RETURN, 0, 0, ALLOW)]
program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
libc = ctypes.CDLL(None)
libc.prctl(38, 1, 0, 0, 0)
assert libc.prctl(22, 2, struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(program)), 0, 0) == 0
"""
"""A filter that answers as an old kernel does: there is no landlock_create_ruleset(2)."""
CHECK = "from sharpen.cli.main import main\nsys.argv = ['sharpen', 'check', 'k_means.py']\nmain()\n"
SERVE = "from sharpen.practice import Settings\nfrom sharpen.web.serve import serve\nserve(Settings(port=0))\n"
PAGE = """
from starlette.testclient import TestClient
from sharpen.practice import Settings, open_workspace
from sharpen.web.app import create_app
client = TestClient(create_app(open_workspace(Settings())), base_url="http://127.0.0.1:8400")
print(client.get("/problems/k-means").text)
"""

pytestmark = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock to do without")


def run(code: str, home: Path) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"SHARPEN_HOME": str(home)}
    command = [sys.executable, "-c", WITHOUT + code]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=home, timeout=120)


@pytest.mark.parametrize(
    "opening",
    [
        "open({path!r}, 'w')",
        "open({path!r}, 'r+')",
        "open({path!r}, 'a')",
        "__import__('os').open({path!r}, __import__('os').O_TRUNC)",
        "open({path!r} + '.new', 'x')",
        "__import__('os').open({folder!r}, __import__('os').O_TMPFILE | __import__('os').O_RDWR)",
    ],
)
def test_a_submission_changes_no_file_and_check_says_what_is_missing(tmp_path: Path, opening: str) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")
    body = opening.format(path=str(kept), folder=str(tmp_path))
    (tmp_path / "k_means.py").write_text(f"# sharpen: k-means\n{body}\ndef k_means(X, centers, max_iter):\n    pass\n")
    done = run(CHECK, tmp_path)
    assert done.stderr.startswith("This kernel has no Landlock")
    assert "forbidden call" in done.stdout.lower()
    assert kept.read_text() == "kept"
    assert not (tmp_path / "kept.txt.new").exists()


def test_the_page_of_a_problem_says_what_is_missing(tmp_path: Path) -> None:
    assert "This kernel has no Landlock" in run(PAGE, tmp_path).stdout


def test_serve_says_what_is_missing(tmp_path: Path) -> None:
    code = (
        WITHOUT + "from sharpen.practice import Settings; from sharpen.web.serve import serve; serve(Settings(port=0))"
    )
    environment = os.environ | {"SHARPEN_HOME": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        assert "This kernel has no Landlock" in process.stderr.readline()
        process.terminate()


def test_nothing_is_said_where_every_layer_is_there() -> None:
    assert isolation.weakness() == ""
