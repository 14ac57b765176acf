"""Serving: the port, and stopping."""

import os
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from sharpen.domain.lab_run import RunState
from sharpen.store import open_store
from sharpen.web import serve


def test_a_taken_port_says_what_to_do() -> None:
    with serve.listen("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(serve.CannotListen, match=f"{port} is in use.*PORT={port + 1}"):
            serve.listen("127.0.0.1", port)


def test_an_address_of_another_machine_says_what_to_do() -> None:
    with pytest.raises(serve.CannotListen, match=r"cannot be at http://192\.0\.2\.1:8400 .*such as 127\.0\.0\.1"):
        serve.listen("192.0.2.1", 8400)


def test_the_address_to_type() -> None:
    assert serve.address("127.0.0.1", 8400) == "http://127.0.0.1:8400"
    assert serve.address("::1", 8400) == "http://[::1]:8400"


def test_it_starts_serves_and_stops(tmp_path: Path) -> None:
    code = "from sharpen.practice import Settings; from sharpen.web.serve import serve; serve(Settings(port=0))"
    environment = os.environ | {"SHARPEN_HOME": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        line = process.stdout.readline()
        where = line.split(" is at ")[1].split()[0]
        with urllib.request.urlopen(f"{where}/problems") as answer:
            assert b"k-means" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


@pytest.mark.parametrize(("host", "warned"), [("0.0.0.0", True), ("127.0.0.1", False)])
def test_an_address_for_everybody_is_warned_of(tmp_path: Path, host: str, warned: bool) -> None:
    command = [sys.executable, "-m", "sharpen.cli.main", "serve", "--host", host, "--port", "0"]
    environment = os.environ | {"SHARPEN_HOME": str(tmp_path)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=environment, **pipes) as process:
        assert process.stdout
        assert process.stderr
        assert "sharpen is at" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert ("run code on this machine as you: there is no password" in said) is warned


def test_it_stops_while_a_page_follows_a_run_of_a_lab(tmp_path: Path) -> None:
    code = "from sharpen.practice import Settings; from sharpen.web.serve import serve; serve(Settings(port=0))"
    labs = Path(__file__).parents[1] / "labs" / "content"
    environment = os.environ | {"SHARPEN_HOME": str(tmp_path), "SHARPEN_CONTENT": str(labs)}
    forever = "class Design:\n def fit(self, log, day):\n  while True: pass\n def act(self, requests): return 0\n"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        where = process.stdout.readline().split(" is at ")[1].split()[0]
        form = urllib.parse.urlencode({"source": forever}).encode()
        asked = urllib.request.Request(f"{where}/labs/coins/runs", form, {"accept": "text/event-stream"})
        with urllib.request.urlopen(asked) as answer:
            assert b"data:" in answer.readline()
            process.send_signal(signal.SIGINT)
            assert process.wait(15) == 0, "the design alone may take twenty seconds of CPU time"
    store = open_store(tmp_path / "sharpen.db")
    with store.reading("me") as mine:
        (run,) = mine.lab_runs.of_lab("coins", 9)
    store.close()
    assert run.state is RunState.INTERRUPTED
