"""A file of tables: TOML whose lists of tables are checked one by one, each fault on its line."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.content.schema import Field, faults, parsed

Parse = Callable[[str], dict[str, Any]]


def tables(value: Any) -> bool:
    """Whether a value is a list of tables."""
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def is_id(value: Any) -> bool:
    """Whether a value is an id: words in lower case with hyphens between them, at most 60 characters."""
    return isinstance(value, str) and len(value) <= 60 and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) is not None


ID = Field("an id in lower case with hyphens, at most 60 characters", is_id, required=True)


class TableFile:
    """A file of tables: its content, and the faults of it and of the tables in its lists, each on its line."""

    def __init__(
        self, path: Path, parse: Parse, fields: Mapping[str, Field], lists: Mapping[str, Mapping[str, Field]]
    ) -> None:
        self.path, self.faults, self.table = path, list[ContentError](), dict[str, Any]()
        self.wrong = set[tuple[str, int]]()  # the lists, and the places in them, of tables with a fault
        try:
            self.text = path.read_text("utf-8")
        except UnicodeDecodeError as problem:
            self.faults.append(ContentError(path, 0, f"this is not UTF-8 text: {problem}"))
            return
        table = parsed(path, self.text, parse)
        if isinstance(table, ContentError):
            self.faults.append(table)
            return
        self.table = table
        for key, message in faults(table, fields, file=path.name):
            self.fault(key, message)
        for name, keys in lists.items():
            for place, row in self.rows(name):
                for key, message in faults(row, keys, file=path.name):
                    self.fault(key, message, name, place)
            ids = Counter(row["id"] for _, row in self.rows(name) if isinstance(row.get("id"), str))
            for twice in (one for one, times in ids.items() if times > 1):
                place = max(place for place, row in self.rows(name) if row.get("id") == twice)
                self.fault("id", f'there are two of the id "{twice}"', name, place)

    def rows(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The tables of a list with their places, if it is one."""
        return enumerate(self.table.get(name, ())) if tables(self.table.get(name)) else iter(())

    def fault(self, key: str, message: str, table: str = "", place: int = 0) -> None:
        self.wrong.add((table, place))
        self.faults.append(ContentError(self.path, line_in(self.text, key, table, place), message))


def line_in(text: str, key: str, table: str = "", place: int = 0) -> int:
    """The line of a key in the table at a place of a list, or at the top; else where that table begins, or 0."""
    start, count = 0, -1
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[\[\s*([\w-]+)\s*\]\]", line)
        if head:
            if table and count == place:
                break
            count += head[1] == table
            start = number if table and count == place and head[1] == table else start
        elif (count == place if table else count < 0) and re.match(rf"\s*{re.escape(key)}\s*[=.]", line):
            return number
    return start
