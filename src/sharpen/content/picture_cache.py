"""Drawing the pictures of lessons and statements in a process of its own, once, and keeping them until they change.

The process that serves pages never imports matplotlib: that would cost it a second and 60 MB.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from sharpen import checks
from sharpen.content import statement_pictures
from sharpen.content.lesson_pictures import Draw, drawn, read_pictures

LONGEST = 60.0
"""Seconds that the pictures of one topic may take."""
UNWRITTEN = 74
"""What the process that draws ends with when a picture could not be written; os.EX_IOERR, where there is that."""
SHARED = [
    Path(checks.__file__).with_name(f"{name}.py")
    for name in ("style", "system_diagrams", "diagrams", "node_diagrams", "layouts", "plots", "svg")
]
"""What pictures have in common; importing it would import matplotlib."""
NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")
SIZE = re.compile(r'<svg\b[^>]* width="([\d.]+)pt" height="([\d.]+)pt"')
OPENING = 1000
"""Characters within which a picture says how large it is."""
PIXELS = 4 / 3
"""Of a point."""
_drawing = Lock()


def svg(folder: Path, name: str, cache: Path) -> str:
    """A picture of a folder as SVG; empty when there is none of this name, or it cannot be drawn.

    All the pictures of the folder are drawn at once, into a folder of `cache` named by the digest of
    its path and what draws them.
    """
    if not NAME.fullmatch(name):  # it comes from an address, and becomes a path
        return ""
    try:
        drawings = cache / digest(folder)
        if not drawings.is_dir():
            with _drawing:  # one at a time: a page asks for all of its pictures together
                if not drawings.is_dir():
                    _fill(folder, drawings)
        return (drawings / f"{name}.svg").read_text("utf-8")
    except OSError:
        return ""


def size(folder: Path, name: str, cache: Path) -> tuple[int, int] | None:
    """Width and height in pixels of a picture that is kept; None for one that is still to be drawn."""
    try:
        with (cache / digest(folder) / f"{name}.svg").open(encoding="utf-8") as file:
            said = SIZE.search(file.read(OPENING))
    except OSError:
        return None
    return (round(float(said[1]) * PIXELS), round(float(said[2]) * PIXELS)) if said else None


def digest(folder: Path) -> str:
    """Changes whenever the pictures of the folder might. Raises FileNotFoundError when it has none."""
    place = os.fsencode(folder.absolute())  # it may read what is beside it
    sources = [folder / name for name in statement_pictures.SOURCES]
    if not sources[0].exists():
        sources = [folder / "pictures.py"]
    known = b"\0".join((place, *(path.read_bytes() for path in (*sources, *SHARED))))
    return hashlib.sha256(known).hexdigest()[:24]


def _fill(folder: Path, drawings: Path) -> None:
    """Draw into a folder beside, and put it into place when all is there; what was cut short is tried again later."""
    drawings.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = Path(mkdtemp(dir=drawings.parent))
    try:
        # Safe path: a learner's own random.py, where they started us, is not for matplotlib to import.
        command = [sys.executable, "-P", "-m", __name__, str(folder.absolute()), str(unfinished)]
        drawing = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST, stdin=subprocess.DEVNULL)
        if 0 <= drawing.returncode != UNWRITTEN:  # not killed: what is missing now would be missing again
            os.rename(unfinished, drawings)
    except (subprocess.TimeoutExpired, OSError):
        pass  # a lesson can be read without its pictures
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def draw_all(folder: Path, drawings: Path) -> None:
    """Write every picture of `folder` that can be drawn into `drawings`. Raises ContentError when none can be read."""
    draws: dict[str, Draw] = dict(read_pictures(folder))
    if statement_pictures.beside_statement(folder):
        draws[statement_pictures.NAME] = partial(statement_pictures.draw, folder=folder)
    for name, draw in draws.items():
        try:
            text = drawn(draw)
        except Exception as problem:
            print(f"{folder.name}: {name}: {type(problem).__name__}: {problem}", file=sys.stderr)
        else:
            (drawings / f"{name}.svg").write_text(text, "utf-8")


if __name__ == "__main__":
    try:
        draw_all(Path(sys.argv[1]), Path(sys.argv[2]))
    except OSError as problem:
        print(problem, file=sys.stderr)
        sys.exit(UNWRITTEN)
