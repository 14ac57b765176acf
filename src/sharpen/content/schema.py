"""The schema of problem.toml: every key, what it may hold, and errors that say so."""

import dataclasses
import difflib
import keyword
import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sharpen.content.errors import ContentError
from sharpen.domain.problem import Difficulty, Limits, Problem, Profile


@dataclass(frozen=True)
class Field:
    """One key: `accepts` says in words what `holds` tests."""

    accepts: str
    holds: Callable[[Any], bool]
    required: bool = False


def text_up_to(longest: int) -> Callable[[Any], bool]:
    """Whether a value is one line of text with at most so many characters, and something in it."""
    return lambda value: isinstance(value, str) and value.splitlines() == [value.strip()] and len(value) <= longest


def lines_up_to(longest: int) -> Callable[[Any], bool]:
    """Whether a value is a text, of one line or more, with at most so many characters between its blank ends."""
    return lambda value: isinstance(value, str) and 0 < len(value.strip()) <= longest


def texts(longest: int, fewest: int = 0, most: int | None = None, *, once: bool = False) -> Callable[[Any], bool]:
    """Whether a value is a list of so many lines of text, each with at most `longest` characters, and there once."""
    line = text_up_to(longest)

    def holds(value: Any) -> bool:
        if not isinstance(value, list) or not all(map(line, value)):
            return False
        enough = fewest <= len(value) and (most is None or len(value) <= most)
        return enough and not (once and len(set(value)) < len(value))

    return holds


def number_within(low: float, high: float) -> Callable[[Any], bool]:
    """Whether a value is a number from one to another."""
    return lambda value: type(value) in (int, float) and low <= value <= high


def whole_within(low: int, high: int) -> Callable[[Any], bool]:
    """Whether a value is a whole number from one to another."""
    return lambda value: type(value) is int and low <= value <= high


def one_of(words: Iterable[str], *, required: bool = True) -> Field:
    """A key that holds one of some words."""
    accepted = [str(word) for word in words]
    return Field("one of " + ", ".join(f'"{word}"' for word in accepted), accepted.__contains__, required)


def _names(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(name, str) and name.isidentifier() and not keyword.iskeyword(name) for name in value)
        and len(set(value)) == len(value)
    )


def _ids(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _kin(value: Any) -> bool:
    return _ids(value) and all(re.fullmatch(r"[a-z]+:\d+ \S.*", item) for item in value)


def version() -> Field:
    """The version that something came with."""

    def holds(value: Any) -> bool:
        return isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)+", value) is not None

    return Field('the version it came with, such as "0.1"', holds, required=True)


FIELDS = {
    "title": Field("a title of 1 to 80 characters", text_up_to(80), required=True),
    "topic": Field("the id of a topic in outline.toml", text_up_to(80), required=True),
    "also": Field("a list of ids of topics in outline.toml", _ids),
    "place": Field("its place among the problems of its topic, a whole number from 1 to 99", whole_within(1, 99)),
    "difficulty": one_of(Difficulty),
    "minutes": Field("a whole number of minutes from 5 to 120", whole_within(5, 120), required=True),
    "profile": one_of(profile for profile in Profile if profile is not Profile.LAB),
    "entry": Field("a list of the functions or classes a submission must define", _names, required=True),
    "summary": Field("one line of 1 to 160 characters", text_up_to(160), required=True),
    "kin": Field('a list of problems elsewhere that train the same, such as "leetcode:704 Binary Search"', _kin),
    "level": Field('where it is asked, such as "phone screen" or "onsite"', text_up_to(60), required=True),
    "since": version(),
    "ranges": Field("a table of arguments, each with what it may be", lambda value: isinstance(value, dict)),
    "limits": Field("a table with cpu, wall, memory or output", lambda value: isinstance(value, dict)),
}

LIMITS = {
    "cpu": Field("CPU seconds from 0.1 to 60", number_within(0.1, 60)),
    "wall": Field("wall-clock seconds from 0.1 to 180", number_within(0.1, 180)),
    "memory": Field("a whole number of MiB from 16 to 8192", whole_within(16, 8192)),
    "output": Field("a whole number of MiB from 1 to 256", whole_within(1, 256)),
}


def read_problem(
    path: Path,
    text: str,
    version: str,
    topics: Mapping[str, Any],
    parse: Callable[[str], dict[str, Any]] = tomllib.loads,
) -> Problem | list[ContentError]:
    """The problem that `text`, the content of the problem.toml at `path`, describes; or all its faults.

    The problem's slug is the name of its folder, and the folder above must be its topic, which is
    one of `topics`.
    """
    table = parsed(path, text, parse)
    if isinstance(table, ContentError):
        return [table]
    found = [*faults(table, FIELDS), *topic_faults(table, path.parent.parent.name, topics)]
    limits = table.get("limits", {})
    if isinstance(limits, dict):
        found += faults(limits, LIMITS, "limits.")
    if not found:
        found = _limit_faults(_limits(limits))
    if found:
        return [ContentError(path, line_of(text, key), message) for key, message in found]
    return _problem(table, path.parent.name, version)


def parsed(
    path: Path, text: str, parse: Callable[[str], dict[str, Any]] = tomllib.loads
) -> dict[str, Any] | ContentError:
    """The table in a text, the content of the file at `path`; or what is wrong with it, on its line."""
    try:
        return parse(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"at line (\d+)", str(problem))
        return ContentError(path, int(line[1]) if line else 0, f"this is not valid TOML: {problem}")


def _problem(table: dict[str, Any], slug: str, version: str) -> Problem:
    return Problem(
        slug=slug,
        title=table["title"],
        topic=table["topic"],
        difficulty=Difficulty(table["difficulty"]),
        minutes=table["minutes"],
        entry=tuple(table["entry"]),
        version=version,
        summary=table["summary"],
        also=tuple(table.get("also", ())),
        kin=tuple(table.get("kin", ())),
        place=table.get("place"),
        level=table["level"],
        since=table["since"],
        profile=Profile(table["profile"]),
        limits=_limits(table.get("limits", {})),
    )


def _limits(table: dict[str, Any]) -> Limits:
    return dataclasses.replace(Limits(), **table)


Fault = tuple[str, str]
"""A key (`limits.cpu` for one inside a table) and what is wrong with it."""


def faults(
    table: dict[str, Any], fields: Mapping[str, Field], prefix: str = "", file: str = "problem.toml"
) -> list[Fault]:
    """What is wrong with the keys and values of a table of a file; `prefix` is the path to the table in it."""
    found, missing = [], [key for key, field in fields.items() if field.required and key not in table]
    for key, value in table.items():
        field = fields.get(key)
        if field is None:
            meant = difflib.get_close_matches(key, fields, n=1)
            # A misspelled key is one fault, not that and a missing key.
            missing = [other for other in missing if other not in meant]
            hint = f"did you mean `{prefix}{meant[0]}`?" if meant else f"accepted are {', '.join(fields)}"
            found.append((prefix + key, f"`{prefix}{key}` is not a key of {file}; {hint}"))
        elif not field.holds(value):
            found.append((prefix + key, f"`{prefix}{key}` is {_shown(value)}; it must be {field.accepts}"))
    found += [(key, f"`{prefix}{key}` is missing; it must be {fields[key].accepts}") for key in missing]
    return found


def _shown(value: Any) -> str:
    text = repr(value).replace("'", '"') if isinstance(value, str | list) else str(value).lower()
    return text if len(text) <= 60 else f"{text[:60]}…"


def topic_faults(table: dict[str, Any], folder: str | None, topics: Mapping[str, Any]) -> list[Fault]:
    """What is wrong with `topic`, which must be the name of the folder above if there is one, and with `also`."""
    faults = []
    topic, also = table.get("topic"), table.get("also", [])
    if isinstance(topic, str) and topic not in topics:
        faults.append(("topic", f"`topic` is {_shown(topic)}, which outline.toml does not have{near(topic, topics)}"))
    elif isinstance(topic, str) and folder is not None and topic != folder:
        faults.append(("topic", f'`topic` is {_shown(topic)}, but the folder above is "{folder}"; they must agree'))
    for other in also if isinstance(also, list) else ():
        if isinstance(other, str) and other not in topics:
            message = f"`also` names {_shown(other)}, which outline.toml does not have{near(other, topics)}"
            faults.append(("also", message))
    return faults


def near(topic: str, topics: Collection[str]) -> str:
    """A question, after a semicolon, with the known name that comes closest; empty when none does."""
    close = difflib.get_close_matches(topic, topics, n=1)
    return f'; did you mean "{close[0]}"?' if close else ""


def _limit_faults(limits: Limits) -> list[Fault]:
    if limits.wall >= limits.cpu:
        return []
    message = f"`limits.wall` ({limits.wall:g} s) must be at least `limits.cpu` ({limits.cpu:g} s); set both"
    return [("limits.wall", message)]


def line_of(text: str, key: str) -> int:
    """The line that a key is on, or that its table begins on; 0 when neither is there."""
    *table, name = key.split(".", 1) if key.startswith("limits.") else [key]
    lines = text.splitlines()
    start = 0
    if table:
        start = next((i for i, line in enumerate(lines) if line.strip().startswith(f"[{table[0]}]")), 0)
    named = re.compile(rf"""\s*(\[\s*)?["']?{re.escape(name)}["']?\s*[=\]]""")
    return next((i + 1 for i, line in enumerate(lines) if i >= start and named.match(line)), start + bool(table))
