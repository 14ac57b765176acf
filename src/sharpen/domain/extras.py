"""Extras: what is optional, and how it is installed."""

import sys
from importlib.util import find_spec

PACKAGES = {"fit": "fsrs_rs_python", "llm": "openai", "torch": "torch"}
"""By extra: the package that it brings."""


def how_to_install(extra: str) -> str:
    """The command that gets an extra; empty when it is here."""
    return "" if find_spec(PACKAGES[extra]) else f"{sys.executable} -m pip install 'sharpen[{extra}]'"
