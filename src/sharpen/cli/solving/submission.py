"""A file to be judged: what it holds, which problem it answers, and when it was begun."""

import re
import shlex
import sys
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sharpen.cli.terminal.failure import CommandError

HEADER = re.compile(r"^#\s*sharpen:\s*([\w-]+)(?:,\s*begun\s+(\S+))?\s*$", re.M)
STDIN = Path("-")


def typed(path: Path) -> str:
    """A path as it is typed after a command: one that begins with - is no option."""
    return shlex.quote(f"./{path}" if str(path).startswith("-") else str(path))


def header(slug: str, begun: datetime) -> str:
    """The first line of a file to work in."""
    return f"# sharpen: {slug}, begun {begun.isoformat(timespec='seconds')}"


def read(path: Path) -> str:
    """The source in a file, or from standard input for `-`. Raises CommandError when it cannot be read."""
    try:
        return sys.stdin.read() if path == STDIN else path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CommandError(f"There is no file {path}. `sharpen start PROBLEM` writes one to work in.") from None
    except IsADirectoryError:
        raise CommandError(f"{path} is a folder. Name the Python file in it that is meant.") from None
    except UnicodeDecodeError as problem:
        raise CommandError(
            f"{path} is not UTF-8 text (byte {problem.start}). Save it as UTF-8 in your editor."
        ) from None


def found(paths: Sequence[Path], known: Collection[str]) -> list[Path]:
    """The files that paths mean: of a folder, those in it, or below, that answer a problem. Raises CommandError."""
    files: dict[Path, None] = {}
    for path in paths:
        inside = [each for each in sorted(path.rglob("*.py")) if _answers(each, known)] if path.is_dir() else [path]
        if not inside:
            raise CommandError(
                f"No file in the folder {path} answers a problem: it would begin with `# sharpen: PROBLEM`, or be "
                "called PROBLEM.py. `sharpen start PROBLEM` writes one."
            )
        files |= dict.fromkeys(inside)
    return list(files)


def _answers(path: Path, known: Collection[str]) -> bool:
    """Whether a file of a folder is an answer; what cannot be read is none."""
    try:
        return recognize(path, path.read_text(encoding="utf-8-sig"), known) in known
    except (CommandError, OSError, UnicodeDecodeError):
        return False


def recognize(path: Path, source: str, known: Collection[str]) -> str:
    """The problem that a file answers: by its `# sharpen: PROBLEM` line, else by its name. Raises CommandError."""
    header = HEADER.search(source)
    if header:
        return header[1]  # an unknown name is reported later, with the names that come close
    for name in (path.stem, path.stem.replace("_", "-")):
        if name in known:
            return name
    raise CommandError(
        f"Which problem does {path} answer? Name it with --problem, or write the line `# sharpen: PROBLEM` at the top "
        "of the file. `sharpen list` shows the problems."
    )


def seconds(source: str, minutes: int) -> float:
    """Seconds spent on a file that answers a problem of so many minutes; 0 when unknown.

    It is the time since the file was started. Beyond the problem's minutes there may have been a pause in it.
    """
    found = HEADER.search(source)
    try:
        begun = datetime.fromisoformat(found[2]) if found and found[2] else None
    except ValueError:
        return 0.0
    if begun is None or begun.tzinfo is None:
        return 0.0
    worked = (datetime.now(UTC) - begun).total_seconds()
    return worked if 0 < worked <= minutes * 60 else 0.0
