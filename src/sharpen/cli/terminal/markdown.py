"""Markdown and code on the terminal: rendered there, as they are when piped."""

import re

from sharpen.cli.terminal.console import console
from sharpen.cli.terminal.formulas import readable
from sharpen.cli.terminal.printable import clean
from sharpen.domain.image import SHOWN

PICTURE = re.compile(r"^!\[([^\]]*)\]\([^)\s]*\)$", re.MULTILINE)


def print_markdown(text: str) -> None:
    """Print a text of the content, or of a card from elsewhere."""
    out, text = console(), SHOWN.sub(_image, clean(text))
    if not out.is_terminal:
        print(text.strip())
        return

    from sharpen.cli.terminal.rendering import Folded  # late: it takes a while, and a pipe has no use for it

    shown = PICTURE.sub(r"*In the browser there is a picture: \1*", readable(text))
    out.print(Folded(shown, code_theme="ansi_light"))


def _image(found: re.Match[str]) -> str:
    """What stands for an image on a card, which a terminal does not show."""
    return f"*(image{': ' if found[1] else ''}{found[1]}; the browser shows it)*"


def print_code(source: str) -> None:
    """Print Python source, in color on a terminal. A long line is left to the terminal, so that it is copied as one."""
    out = console()
    if not out.is_terminal:
        print(source.rstrip())
        return

    from rich.syntax import Syntax

    colored = Syntax("", "python", theme="ansi_light", background_color="default").highlight(source.rstrip())
    colored.rstrip()
    out.print(colored, soft_wrap=True)
