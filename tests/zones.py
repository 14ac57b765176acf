"""What the tests of days share: a machine in another place."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest

BERLIN = "CET-1CEST,M3.5.0,M10.5.0/3"
"""Clocks are set back on 2026-10-25 at three, and forward on 2027-03-28 at two."""
TOKYO = "JST-9"
NEEDED = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")


@contextmanager
def zone(name: str) -> Iterator[None]:
    """The machine is in this zone, as `TZ` names it."""
    with patch.dict(os.environ, TZ=name):
        time.tzset()
        yield
    time.tzset()
