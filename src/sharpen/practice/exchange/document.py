"""The document that a backup is: its versions, its lists, and reading one with suspicion."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange import rows
from sharpen.practice.exchange.record_kinds.kind import RecordKind
from sharpen.practice.exchange.records import RECORDS, RULES

FORMAT, VERSION = "sharpen", max(kind.since for kind in RECORDS)

DATABASE = b"SQLite format 3\0"
"""How every SQLite file begins (sqlite.org/fileformat.html)."""

Document = Mapping[str, list[Any]]
"""A learner's records, by the name of their kind."""


def write(everything: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
    """Records of every kind as plain data for JSON. It does not say who the learner is."""
    head = {"format": FORMAT, "version": VERSION, "exported": datetime.now(UTC).isoformat()}
    return head | {kind.name: [_row(kind, record) for record in everything[kind.name]] for kind in RECORDS}


def _row(kind: RecordKind, record: Any) -> rows.Row:
    noun, besides = kind.write(record)
    return rows.write(kind.adapter, noun) | besides


def parsed(text: bytes) -> Any:
    """The plain data in JSON, in any encoding that editors and shells save it in. Raises BadBackup."""
    if text.startswith(DATABASE):
        raise BadBackup(
            "This is a data file, as `sharpen backup` writes it. `sharpen restore FILE` brings it back whole."
        )
    try:
        return json.loads(text)  # of bytes it sees by itself whether they are UTF-8, UTF-16, and with a mark before
    except (UnicodeDecodeError, json.JSONDecodeError) as problem:
        why = f"is not JSON ({problem})"
    except RecursionError:
        why = "is nested deeper than anything that sharpen writes"
    except ValueError:
        why = "holds a number of more digits than any that sharpen writes"
    raise BadBackup(f"This {why}. Choose a file that `sharpen export` wrote.")


def read(data: Any, learner: str, now: datetime) -> Document:
    """The records in plain data, as this learner's work. Raises BadBackup that names the place at fault.

    What they say happened after `now` (UTC) was stamped by a clock that was ahead, and counts as now.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadBackup('This is not a backup of sharpen: it does not say "format": "sharpen".')
    version = data.get("version")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise BadBackup(
            f"This backup has version {version!r}; this sharpen reads versions 1 to {VERSION}. "
            "Import it with the sharpen that wrote it, or a newer one."
        )
    kinds = [kind for kind in RECORDS if kind.since <= version]
    rows.same_keys(data, {"format", "version", "exported", *(kind.name for kind in kinds)}, "the document")
    return {kind.name: _list(kind, data[kind.name], learner, now) for kind in kinds}


def _list(kind: RecordKind, data: Any, learner: str, now: datetime) -> list[Any]:
    if not isinstance(data, list):
        raise BadBackup(f"{kind.name} must be a list.")
    records = [_read(kind, row, f"{kind.name}[{i}]", learner, now) for i, row in enumerate(data)]
    seen = set()
    for i, record in enumerate(records):
        key = kind.key(record)
        if key in seen:
            raise BadBackup(f"{kind.name}[{i}] is there twice.")
        seen.add(key)
    return records


def _read(kind: RecordKind, row: Any, place: str, learner: str, now: datetime) -> Any:
    if not isinstance(row, dict):
        raise BadBackup(f"{place} must be an object.")
    return kind.read(lambda row: rows.read(kind.adapter, RULES, row, place, learner, now), row, place)
