"""Pages: CPU time on the server with ten years of history, and bytes that reach the browser."""

import contextlib
import gc
import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from sharpen.domain.day import day_of
from sharpen.practice import Settings, open_workspace
from sharpen.practice.day import plan
from sharpen.web.app import create_app
from tests.bench.commands import SHARPEN, free_port, wait_for
from tests.bench.ten_years import ATTEMPTS, MOCKS, REVIEWS, RUNS, ten_years
from tests.bench.timing import process_cpu, summary

PAGES = (
    "/",
    "/calendar",
    "/progress",
    "/statistics",
    "/statistics/problems",
    "/review",
    "/placement",
    "/plan",
    "/cards",
    "/cases",
    "/labs/ads-click-ranking",
    "/labs/ads-click-ranking/compare",
    "/mocks",
    "/mocks/m0000/debrief",
    "/problems",
    "/problems?q=k-means&state=tried",
    "/problems/k-means",
    "/problems/k-means?tab=attempts",
    "/topics/k-means",
)
ROUNDS, CPU_ROUNDS = 60, 20
NUMPY = [sys.executable, "-c", "import numpy"]


def measure() -> dict[str, Any]:
    """Milliseconds of CPU a page with ten years in the data file, and kilobytes a visit."""
    # The judge may still be writing what it prepared when its server has ended.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        ten_years(Path(home))
        found = {"attempts": ATTEMPTS, "reviews": REVIEWS, "runs": RUNS, "mocks": MOCKS, "ms": _cpu(Path(home))}
        found["yardstick"] = summary([process_cpu(NUMPY) for _ in range(CPU_ROUNDS)])
        with served(Path(home)) as port:
            return found | {"kilobytes": _transfers(port)}


def _cpu(home: Path) -> dict[str, Any]:
    """CPU of a page in this process: the time by the clock says more of who else is on the machine."""
    ws = open_workspace(Settings(home=home))
    plan.change(ws, date=day_of(datetime.now(UTC)) + timedelta(days=120), minutes=60)
    client = TestClient(create_app(ws), base_url="http://127.0.0.1:8400")
    gc.collect()
    gc.freeze()  # as the server does
    taken: dict[str, list[float]] = {path: [] for path in PAGES}
    try:
        for turn in range(CPU_ROUNDS + 2):
            for path in PAGES:
                started = time.process_time()
                reply = client.get(path)
                if reply.status_code != 200:
                    raise AssertionError(f"{path} answered {reply.status_code}")
                if turn >= 2:
                    taken[path].append(time.process_time() - started)
    finally:
        gc.unfreeze()
        ws.close()
    return {path: summary(values) for path, values in taken.items()}


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
