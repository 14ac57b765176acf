"""What the command costs from a cold shell, and what the server costs to start and to keep."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sharpen.content.library import Library
from tests.bench.timing import cold_numpy, process, process_cpu, resident, seconds, summary

SHARPEN = str(Path(sys.executable).with_name("sharpen"))
ROUNDS = 9
READING = ("--help", "show k-means", "lesson k-means", "start k-means", "list", "history", "hint k-means --again")
"""Commands that read the content or the data, and are to cost next to nothing."""


def measure() -> dict[str, Any]:
    """Each command and the yardstick in turn, so that a busy machine slows them alike."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SHARPEN_HOME": home}
        answer = Path(home) / "k-means.py"
        answer.write_text(Library.open().problems.solution("k-means"))
        lines = {
            "help": [SHARPEN, "--help"],
            "list": [SHARPEN, "list"],
            "check": [SHARPEN, "check", str(answer)],
        }
        times: dict[str, list[float]] = {name: [] for name in (*lines, "cold_numpy")}
        process(lines["check"], env=environment)
        for _ in range(ROUNDS):
            for name, line in lines.items():
                times[name].append(process(line, env=environment))
            times["cold_numpy"].append(cold_numpy())
        found: dict[str, Any] = {name: summary(values) for name, values in times.items()}
        found["cpu"] = _cpu(environment)
        found["server"] = _server(environment)
    return found


def _cpu(environment: dict[str, str]) -> dict[str, dict[str, float]]:
    """CPU of each reading command, in turn with `--help`, which imports no command."""
    times: dict[str, list[float]] = {line: [] for line in READING}
    for _ in range(ROUNDS):
        for line, spent in times.items():
            with tempfile.TemporaryDirectory() as folder:
                spent.append(process_cpu([SHARPEN, *line.split()], env=environment, cwd=folder))
    return {line: summary(spent) for line, spent in times.items()}


def _server(environment: dict[str, str]) -> dict[str, Any]:
    """Time until the server answers, and its memory (PSS of it and its judge) when it has been idle."""
    ready = []
    for _ in range(5):
        started = time.perf_counter()
        with serving(SHARPEN, environment) as (server, address):
            ready.append(time.perf_counter() - started)
            page = seconds(lambda address=address: urllib.request.urlopen(f"{address}/problems/k-means").read())
            time.sleep(3)
            memory = resident(server.pid)
    return {"ready": summary(ready), "first_problem_page_ms": round(page * 1e3, 1), "idle_mib": round(memory)}


@contextlib.contextmanager
def serving(sharpen: str, environment: dict[str, str]) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """A server that answers, and its address."""
    port = free_port()
    command = [sharpen, "serve", "--port", str(port), "--no-open"]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield server, f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def idle(sharpen: str, home: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A server that has shown one problem and has been idle since."""
    with serving(sharpen, {**os.environ, "SHARPEN_HOME": home}) as (server, address):
        urllib.request.urlopen(f"{address}/problems/k-means").read()
        time.sleep(3)
        yield server


def wait_for(url: str) -> None:
    """Return when the address answers. Raises TimeoutError after half a minute."""
    deadline = time.perf_counter() + 30
    while time.perf_counter() < deadline:
        try:
            urllib.request.urlopen(url, timeout=1).read()
            return
        except OSError:
            time.sleep(0.005)
    raise TimeoutError(url)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
