"""What is wrong with a file of the content."""

from pathlib import Path


class ContentError(Exception):
    """A fault in a content file: `path` is the file, `line` counts from 1 (0: no line), `message` what to do."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(path, line, message)
        self.path, self.line, self.message = path, line, message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"
