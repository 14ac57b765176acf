"""A real browser on a real server. Without Chromium these tests are left out, and the run says so."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, expect, sync_playwright

from sharpen.judge import LocalJudge
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.web.app import create_app
from sharpen.web.serve import listen

HERE = Path(__file__).parent
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 120_000
"""Milliseconds until a test gives up waiting for what it is about; a busy machine may need many of them."""
expect.set_options(timeout=PATIENCE)
AT_WORK = "() => [...document.querySelectorAll('*')].every(e => !e.localName.includes('-') || e.matches(':defined'))"
"""Whether every island of the page has its script."""
VOICE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
"""A microphone that beeps, and that pages may use without being asked about."""
left_out = pytest.StashKey[int]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    mine = [item for item in items if item.path.is_relative_to(HERE)]
    for item in mine:
        item.add_marker("browser")
    if CHROMIUM or not mine:
        return
    if os.environ.get("SHARPEN_BROWSER") == "required":
        raise pytest.UsageError("the browser tests are required here, and there is no Chromium on the path")
    items[:] = [item for item in items if item not in mine]
    config.hook.pytest_deselected(items=mine)
    config.stash[left_out] = len(mine)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash.get(left_out, 0):
        terminalreporter.write_line(f"{count} browser tests were left out: there is no Chromium on this machine.")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *VOICE])
    yield browser
    browser.close()


@pytest.fixture
def remembering(playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps in memory the pages one leaves, as people's do; playwright switches that off."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def judge() -> Iterator[LocalJudge]:
    judge = LocalJudge()
    yield judge
    judge.close()


@pytest.fixture
def workspace(tmp_path: Path, judge: LocalJudge) -> Iterator[Workspace]:
    opened = open_workspace(Settings(home=tmp_path))
    yield replace(opened, judge=judge.at(opened.library.problems.folder))
    opened.close()


@pytest.fixture
def serving(workspace: Workspace) -> Iterator["Serving"]:
    serving = Serving(workspace)
    serving.start()
    yield serving
    serving.stop()


class Serving:
    """The app on a port of its own, which can go away and come back."""

    def __init__(self, workspace: Workspace) -> None:
        with listen("127.0.0.1", 0) as free:
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.workspace = workspace

    def start(self) -> None:
        self._socket: socket.socket = listen("127.0.0.1", self.port)
        config = uvicorn.Config(
            create_app(self.workspace), log_level="error", lifespan="off", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


def expected(message: ConsoleMessage) -> bool:
    """Whether an error in the console is of the test's own making."""
    text, place = message.text, message.location
    # Playwright types by an editing command that would style the text; no line of the page is at fault.
    typed = text.startswith("Applying inline style") and place["lineNumber"] == 0
    # A draft that is refused, or behind, is an answer as good as any.
    answered = place["url"].endswith(("/nowhere", "/draft", "/note")) or "/passages/" in place["url"]
    return typed or answered or "ERR_CONNECTION" in text or "htmx:error" in text


Opens = Callable[..., Page]


@pytest.fixture
def opens(browser: Browser, serving: Serving) -> Iterator[Opens]:
    """Opens a path in a page of its own context; fails the test for an error in the console or a foreign request."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not expected(message):
            errors.append(message.text)

    def watch(request: Request) -> None:
        if not request.url.startswith((serving.url, "data:", "blob:")):
            errors.append(f"a request left the machine: {request.url}")

    def opened(path: str = "/", browser: Browser = browser, **options: object) -> Page:
        context = browser.new_context(base_url=serving.url, **{"viewport": {"width": 1440, "height": 900}, **options})
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", watch)
        page.goto(path)
        page.wait_for_load_state("networkidle")
        if options.get("java_script_enabled", True):
            page.wait_for_function(AT_WORK)  # keys pressed before that reach nobody
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert errors == []


@pytest.fixture
def solution(workspace: Workspace) -> str:
    return workspace.library.problems.solution("k-means")
