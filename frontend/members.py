"""Write src/members.json: what the modules that solutions import offer after a dot, for completion in the editor.

Run it again, with the NumPy of constraints.txt, when that changes: `python members.py`.
"""

import inspect
import json
from importlib import import_module
from pathlib import Path

MODULES = (
    "numpy",
    "numpy.linalg",
    "numpy.random",
    "bisect",
    "collections",
    "dataclasses",
    "functools",
    "heapq",
    "itertools",
    "math",
    "random",
    "typing",
)


def members(name: str) -> list[str]:
    """The public names of a module: its functions, classes and constants, and those of its parts listed above."""
    module = import_module(name)
    listed = getattr(module, "__all__", [one for one in dir(module) if not one.startswith("_")])
    parts = {one.rpartition(".")[2] for one in MODULES if one.startswith(f"{name}.")}
    return sorted(
        one
        for one in listed
        if not one.startswith("_") and (one in parts or not inspect.ismodule(getattr(module, one, None)))
    )


if __name__ == "__main__":
    found = {name: " ".join(members(name)) for name in MODULES}
    Path(__file__).with_name("src").joinpath("members.json").write_text(json.dumps(found, indent=2) + "\n")
