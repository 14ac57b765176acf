"""Running a file of the content, which is trusted as the program is."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any


def run(path: Path) -> dict[str, Any]:
    """The names that a file defines. Raises whatever it raises."""
    module = ModuleType(str(path))
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # where a dataclass looks up what its fields are
    try:
        exec(compile(path.read_text("utf-8"), str(path), "exec", dont_inherit=True), module.__dict__)
    finally:
        del sys.modules[module.__name__]
    return module.__dict__
