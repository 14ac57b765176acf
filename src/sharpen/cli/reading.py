"""Markdown on the terminal: rendered there, as it is when piped."""

from sharpen.cli.console import console


def print_markdown(text: str) -> None:
    """Print a text of the content."""
    out = console()
    if not out.is_terminal:
        print(text.strip())
        return
    from rich.markdown import Markdown

    from sharpen.cli.formulas import readable

    out.print(Markdown(readable(text), code_theme="ansi_light"))


def print_code(source: str) -> None:
    """Print Python source, in color on a terminal."""
    out = console()
    if not out.is_terminal:
        print(source.rstrip())
        return
    from rich.syntax import Syntax

    out.print(Syntax(source.rstrip(), "python", theme="ansi_light", background_color="default"))
