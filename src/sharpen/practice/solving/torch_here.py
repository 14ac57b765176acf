"""Whether answers can be judged in PyTorch here."""

import sys
from importlib.util import find_spec


def how_to_install() -> str:
    """The command that gets PyTorch; empty when it is here."""
    return "" if find_spec("torch") else f"{sys.executable} -m pip install 'sharpen[torch]'"
