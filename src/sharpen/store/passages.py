"""Passages, and what was put aside of them, as the JSON of a column."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sharpen.domain.passage import Aside, Passage, SetAside


def written(value: Any) -> str:
    """Plain data as JSON, with letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def moment(at: datetime) -> str:
    """A time as JSON has it."""
    return at.astimezone(UTC).isoformat()


def written_passages(passages: Mapping[str, Passage]) -> str:
    """Passages by name."""
    return written({name: asdict(passage) for name, passage in passages.items()})


def read_passages(text: str) -> dict[str, Passage]:
    """What `written_passages` wrote."""
    return {name: Passage(one["text"], tuple(one["lineage"])) for name, one in json.loads(text).items()}


def written_aside(aside: Aside) -> str:
    """Texts that were put aside."""
    return written([{**asdict(one), "kept": moment(one.kept)} for one in aside])


def read_aside(text: str) -> Aside:
    """What `written_aside` wrote."""
    return tuple(SetAside(**{**one, "kept": datetime.fromisoformat(one["kept"])}) for one in json.loads(text))
