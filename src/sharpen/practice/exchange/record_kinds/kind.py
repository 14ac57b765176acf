"""One kind of record: how a backup reads, writes, compares and merges the records of a noun."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter

from sharpen.practice.exchange.rows import Row
from sharpen.practice.exchange.rules import Rule
from sharpen.practice.work import Work

Stamps = Mapping[Hashable, datetime | None]
ReadNoun = Callable[[Row], Any]


@dataclass(frozen=True)
class RecordKind:
    """One kind of record. Its name is also that of its table, its repository and its list in the document."""

    name: str
    noun: type
    key: Callable[[Any], Hashable]
    """What is there once among the records of this kind."""
    stamp: Callable[[Any], datetime | None]
    """When a record last changed: of two with one key the later one wins, and None is before any time."""
    rules: Mapping[str, Rule]
    """What the noun's fields must be; a number without a rule must be ANY_NUMBER."""
    since: int = 1
    """The version of the document that brought it."""
    put: Callable[[Any, Sequence[Any]], object] = lambda repository, records: repository.put(*records)
    """Keep records in their repository, in place of those with their keys."""
    stamps: Callable[[Any], Stamps] | None = None
    """All stamps in a repository by key, if reading its records whole takes long."""
    newer: Callable[[Any, Any], bool | None] = lambda _repository, _record: None
    """Whether a record is newer than the one in the repository by something surer than stamps; None: ask the stamps."""
    says: Callable[[Any], bool] = lambda _: True
    """Whether a record says anything; one that does not is never added."""
    write: Callable[[Any], tuple[Any, Row]] = lambda record: (record, {})
    """Of a record its noun, and what stands in its row besides."""
    read: Callable[[ReadNoun, Row, str], Any] = lambda read, row, _: read(row)
    """The record in a row, given what reads its noun, and the place for complaints."""

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.noun)

    def repository(self, work: Work) -> Any:
        """Where the records of the learner lie."""
        return getattr(work, self.name)

    def here(self, work: Work) -> Stamps:
        """The stamps of all records of the learner, by key."""
        mine = self.repository(work)
        return self.stamps(mine) if self.stamps else {self.key(each): self.stamp(each) for each in mine.everything()}


def merged_by(merge: Callable[[Any, Any], Any], key: str = "id") -> dict[str, Any]:
    """How records are kept of which two states become one, so that nothing is lost that only one of them has."""

    def newer(repository: Any, theirs: Any) -> bool | None:
        here = repository.get(getattr(theirs, key))
        return None if here is None else merge(here, theirs) != here

    def put(repository: Any, these: Sequence[Any]) -> None:
        for theirs in these:
            here = repository.get(getattr(theirs, key))
            repository.put(merge(here, theirs) if here else theirs)

    return {"newer": newer, "put": put}
