"""The outline: outline.toml, the spine that everything hangs on."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.domain.topic import Group, Outline, Topic


def read_outline(path: Path, parse: Callable[[str], dict[str, Any]] = tomllib.loads) -> Outline:
    """The outline in a file. Raises ContentError for one that is not right, OSError for none."""
    try:
        parsed = parse(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ContentError(path, 0, f"this is not valid TOML: {problem}") from None
    if not isinstance(parsed.get("rounds", {}), dict):
        raise ContentError(path, 0, "`rounds` must be a table, with the id of each round and its title")
    try:
        groups = tuple(_group(table) for table in parsed.get("group", []))
        return Outline(parsed.get("rounds", {}), groups)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ContentError(
            path, 0, f"a group needs `round`, `title` and `topics`, a topic needs `id` ({problem!r})"
        ) from None


def joined(outlines: list[Outline]) -> Outline:
    """Several outlines as one, in order; where two name the same topic the first one counts."""
    rounds: dict[str, str] = {}
    groups: list[Group] = []
    seen: set[str] = set()
    for outline in outlines:
        rounds = {**rounds, **outline.rounds, **rounds}
        for group in outline.groups:
            topics = tuple(topic for topic in group.topics if topic.id not in seen)
            seen.update(topic.id for topic in topics)
            if topics:
                groups.append(replace(group, topics=topics))
    return Outline(rounds, tuple(groups))


def _group(table: dict[str, Any]) -> Group:
    round_, name = table["round"], table["title"]
    topics = tuple(_topic(row, round_, name) for row in table["topics"])
    return Group(round_, name, topics, table.get("from", ""), tuple(table.get("complete", ())))


def _topic(row: dict[str, Any], round_: str, group: str) -> Topic:
    return Topic(row["id"], _title(row), round_, group, tuple(row.get("wants", ())), tuple(row.get("aka", ())))


def _title(row: dict[str, Any]) -> str:
    """The title of a topic; where a row has none, its id with spaces and a capital letter."""
    words: str = row["id"].replace("-", " ")
    title = row.get("title", words[:1].upper() + words[1:])
    if not isinstance(title, str):
        raise TypeError(f"the title of {row['id']} is no text")
    return title
