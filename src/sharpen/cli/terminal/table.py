"""Tables that cut nothing: what does not fit goes on in the next line."""

from rich.table import Table


def table(*headings: str) -> Table:
    """A table without lines; the columns whose heading begins with `>` stand to the right, as numbers do."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        number = heading.startswith(">")
        made.add_column(heading.removeprefix(">"), justify="right" if number else "left", overflow="fold")
    return made
