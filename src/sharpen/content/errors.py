"""What is wrong with a file of the content."""

from pathlib import Path

from sharpen.domain.errors import SharpenError


class ContentError(SharpenError):
    """A fault in a content file, and what to do about it.

    `path` is the file; `line` counts from 1, and is 0 where the fault is on no line.
    """

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(path, line, message)
        self.path, self.line, self.message = path, line, message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"
