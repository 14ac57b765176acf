"""For all tests: a busy machine fails nothing, and a core that waits for a browser or a terminal runs another test."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.interviewer.endpoint import LocalEndpoint

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_xdist_auto_num_workers() -> int:
    """What `-n auto` means: tests wait for more than half of their time, so two of them share a core."""
    return 2 * len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cache for all data folders of a worker: reading all the content takes most of a second of each test."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("SHARPEN_CACHE", str(folder))
        yield folder


@pytest.fixture
def server() -> "Iterator[LocalEndpoint]":
    """A local endpoint for the interviewer, of which nothing is known yet."""
    from sharpen.interviewer.known import forget
    from tests.interviewer.endpoint import LocalEndpoint

    forget()
    server = LocalEndpoint()
    yield server
    server.stop()
    assert server.wrong == [], "a request was not one that OpenAI documents"
