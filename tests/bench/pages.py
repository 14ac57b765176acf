"""Pages: time on the server with ten years of history, and bytes that reach the browser."""

import contextlib
import http.client
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sharpen.domain.attempt import Attempt, Origin, State
from sharpen.domain.verdict import CheckResult, Kind, Verdict
from sharpen.practice.settings import Settings
from sharpen.practice.workspace import open_workspace
from tests.bench.commands import SHARPEN, free_port, wait_for
from tests.bench.timing import summary

PAGES = (
    "/",
    "/problems",
    "/progress",
    "/problems?q=k-means&state=tried",
    "/problems/k-means",
    "/problems/k-means?tab=attempts",
    "/topics/k-means",
)
HISTORY = 100_000
ROUNDS = 60


def measure() -> dict[str, Any]:
    """Milliseconds a page with 100,000 attempts in the data file, and kilobytes a visit."""
    with tempfile.TemporaryDirectory() as home:
        ten_years(Path(home))
        with served(Path(home)) as port:
            return {"attempts": HISTORY, "ms": times(port, PAGES), "kilobytes": _transfers(port)}


def ten_years(home: Path) -> None:
    """A data file with the attempts of a very persistent candidate, spread over every problem."""
    ws = open_workspace(Settings(home=home))
    rng, now = random.Random(0), datetime.now(UTC)
    slugs, outcomes = list(ws.library.problems), [Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.RUNTIME_ERROR]
    source = ws.library.problems.solution("k-means")
    for start in range(0, HISTORY, 5000):
        batch = [
            _attempt(f"{start + i:032x}", rng.choice(slugs), rng.choice(outcomes), source, now - _ago(start + i))
            for i in range(5000)
        ]
        with ws.writing() as work:
            work.attempts.add(*batch)
    ws.close()


def _ago(number: int) -> timedelta:
    return timedelta(days=3650) * (number / HISTORY)


def _attempt(id_: str, slug: str, verdict: Verdict, source: str, created: datetime) -> Attempt:
    results = tuple(CheckResult(f"Check {i}", Kind.ORACLE, verdict, cpu_ms=1.0, of=9) for i in range(9))
    return Attempt(
        id=id_,
        learner="me",
        problem=slug,
        version="old",
        source=source,
        origin=Origin.WEB,
        created=created,
        state=State.FINISHED,
        verdict=verdict,
        results=results,
        finished=created,
        cpu_ms=9.0,
    )


@contextlib.contextmanager
def served(home: Path) -> Iterator[int]:
    """A server of a data folder; its port."""
    port = free_port()
    command = [SHARPEN, "serve", "--port", str(port), "--no-open"]
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, env={**os.environ, "SHARPEN_HOME": str(home)}, **quiet)
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield port
    finally:
        server.terminate()
        server.wait()


def times(port: int, paths: Sequence[str]) -> dict[str, Any]:
    """Milliseconds until each page is there, asked for in turn."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    taken: dict[str, list[float]] = {path: [] for path in paths}
    for turn in range(ROUNDS + 3):
        for path in paths:
            started = time.perf_counter()
            connection.request("GET", path)
            reply = connection.getresponse()
            reply.read()
            if reply.status != 200:
                raise AssertionError(f"{path} answered {reply.status}")
            if turn >= 3:
                taken[path].append(time.perf_counter() - started)
    return {path: summary(values) for path, values in taken.items()}


def _transfers(port: int) -> dict[str, Any]:
    """Kilobytes over the wire, as Chromium counts them: a first visit to a problem, and the next ones."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return {}
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        received = 0.0

        def count(event: dict[str, Any]) -> None:
            nonlocal received
            received += event["encodedDataLength"]

        session.on("Network.loadingFinished", count)
        found = {}
        visits = {"first": "/problems/k-means", "again": "/problems/k-means", "list": "/problems", "home": "/"}
        for name, path in visits.items():
            received = 0.0
            page.goto(f"http://127.0.0.1:{port}{path}", wait_until="networkidle")
            found[name] = round(received / 1024, 1)
        browser.close()
    return found
