"""A file that a command is to write, and that may be there already."""

from pathlib import Path

from sharpen.cli.terminal.failure import CommandError


def refuse_to_replace(file: Path) -> None:
    """Raises CommandError where something is in the place of a file that is to be written."""
    if file.exists():
        raise CommandError(f"{file} is there already, and nothing was written. Choose another name, or add --force.")
