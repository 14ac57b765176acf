"""Running a file of the content, which is trusted as the program is."""

from pathlib import Path
from types import ModuleType
from typing import Any


def run(path: Path) -> dict[str, Any]:
    """The names that a file defines. Raises whatever it raises."""
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    exec(compile(path.read_text("utf-8"), str(path), "exec", dont_inherit=True), module.__dict__)
    return module.__dict__
