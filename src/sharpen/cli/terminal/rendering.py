"""Markdown as Rich renders it, less what Rich cuts off: a word too long for its column of a table goes on below."""

from collections.abc import Iterator
from typing import Any, ClassVar

from rich.markdown import Markdown, TableElement


class FoldedTable(TableElement):
    """A table whose words are folded, never cut."""

    def __rich_console__(self, *place: Any) -> Iterator[Any]:
        for table in super().__rich_console__(*place):
            for column in getattr(table, "columns", ()):
                column.overflow = "fold"
            yield table


class Folded(Markdown):
    """Markdown with such tables."""

    elements: ClassVar[dict[str, Any]] = {**Markdown.elements, "table_open": FoldedTable}
