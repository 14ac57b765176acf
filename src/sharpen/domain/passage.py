"""Passages: texts that are saved while one types, on several pages at once, and what happens when two differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Protocol, TypeVar

from sharpen.domain.draft import edit_of, extended, goes_on, held, is_edit, page_of, within

MOST_ASIDE = 20
"""So many texts that were put aside are kept,"""
MOST_CHARACTERS = 1_000_000
"""as long as they have no more characters together; the newest one is always kept."""


@dataclass(frozen=True)
class Passage:
    """A text: the notes on a step, the cells, the scene of the board, the note on a reading.

    `lineage` says how it came about, as that of a draft does: the last edit of every page that had a hand in it.
    """

    text: str = ""
    lineage: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The edit that made it what it is; empty for one that nobody touched."""
        return self.lineage[0] if self.lineage else ""

    def holds(self, edit: str) -> bool:
        """Whether it is this edit, or came from it."""
        return held(self.lineage, edit)

    def follows(self, base: str, edit: str) -> bool:
        """Whether an edit of a page that last saw `base` goes on from it, and so may take its place."""
        return goes_on(self.lineage, base, edit)

    def edited(self, text: str, edit: str) -> "Passage":
        """The passage as this edit left it."""
        return Passage(text, extended(self.lineage, edit))


@dataclass(frozen=True)
class SetAside:
    """A text that is not in front: typed where the one in front was not known, or replaced by another."""

    passage: str
    edit: str
    kept: datetime
    text: str


Aside = tuple[SetAside, ...]


class Written(Protocol):
    """A dataclass of passages by name, and of what was put aside of them: a sitting, a project, a story, a dive."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def passages(self) -> Mapping[str, Passage]: ...
    @property
    def aside(self) -> Aside: ...
    def passage(self, name: str) -> Passage: ...


Noun = TypeVar("Noun", bound=Written)


@dataclass(frozen=True)
class Typed:
    """A passage as a page has it: `edit` made it, and `base` is the version that the page saw last.

    `chosen`: the learner saw what was typed elsewhere, and prefers this.
    """

    name: str
    text: str
    base: str = ""
    edit: str = ""
    chosen: bool = False


def put_aside(aside: Aside, text: SetAside) -> Aside:
    """The texts put aside with one more. Of what one page typed beside the one in front, the last is kept."""
    same = [each for each in aside if each.passage == text.passage and page_of(each.edit) == page_of(text.edit)]
    if not text.text.strip() or any(within(text.edit, each.edit) for each in same):
        return aside
    kept = [text, *(each for each in aside if each not in same)][:MOST_ASIDE]
    while len(kept) > 1 and sum(len(each.text) for each in kept) > MOST_CHARACTERS:
        kept.pop()
    return tuple(kept)


def take(
    here: Passage, aside: Aside, typed: Typed, now: datetime, new_edit: Callable[[], str], *, loses: bool
) -> tuple[Passage, Aside]:
    """What stands in front and what aside once a text was typed; both as they are where it changes nothing.

    A text that does not go on from the one in front is put aside, or, if it was chosen, the one in front is; an edit
    that the one in front holds is late, and is let go. With `loses`, much of the text in front is gone from the one
    that was typed, and so it is put aside too.
    """
    name, edit = typed.name, typed.edit if is_edit(typed.edit) else ""
    if typed.text == here.text or here.holds(edit):
        return here, aside
    if not here.follows(typed.base, edit) and not typed.chosen:
        return here, put_aside(aside, SetAside(name, edit or edit_of(typed.text, (name,)), now, typed.text))
    if typed.chosen or loses:
        aside = put_aside(aside, SetAside(name, here.version, now, here.text))
    rest = tuple(one for one in aside if (one.passage, one.text) != (name, typed.text))
    return here.edited(typed.text, edit or new_edit()), rest


def restored(
    here: Passage, aside: Aside, earlier: SetAside, now: datetime, new_edit: Callable[[], str]
) -> tuple[Passage, Aside]:
    """What stands in front and what aside once a text that was put aside is in front again."""
    rest = tuple(each for each in aside if each is not earlier)
    if here.text != earlier.text:
        rest = put_aside(rest, SetAside(earlier.passage, here.version or new_edit(), now, here.text))
    return here.edited(earlier.text, new_edit()), rest


def in_order(later: Passage, earlier: Passage) -> tuple[Passage, Passage]:
    """Of two states of a passage the one that stands in front first: by what came from what, whatever clocks said."""
    if not earlier.version or later.holds(earlier.version):
        return later, earlier
    if not later.version or earlier.holds(later.version):
        return earlier, later
    return later, earlier


def with_typed(noun: Noun, typed: Typed, now: datetime, new_edit: Callable[[], str], *, loses: bool) -> Noun:
    """A noun once one of its passages was typed, see `take`."""
    here = noun.passage(typed.name)
    front, aside = take(here, noun.aside, typed, now, new_edit, loses=loses)
    passages = noun.passages if front is here else {**noun.passages, typed.name: front}
    return replace(noun, passages=passages, aside=aside)


def with_restored(noun: Noun, edit: str, now: datetime, new_edit: Callable[[], str]) -> Noun | None:
    """A noun once the text of this edit, which was put aside, is in front again; None if it is not kept any more."""
    earlier = next((each for each in noun.aside if each.edit == edit), None)
    if earlier is None:
        return None
    name = earlier.passage
    front, aside = restored(noun.passage(name), noun.aside, earlier, now, new_edit)
    return replace(noun, passages={**noun.passages, name: front}, aside=aside)


def with_merged(noun: Noun, later: Written, earlier: Written, at: datetime, aside: Aside) -> Noun:
    """A noun with the passages of two states of it: of each the text that came later. The other is put beside those
    `aside`, as of `at`."""
    passages = dict[str, Passage]()
    for name in {**later.passages, **earlier.passages}:
        passages[name], aside = merged_passage(name, later.passage(name), earlier.passage(name), at, aside)
    return replace(noun, passages=passages, aside=aside)


def merged_passage(name: str, later: Passage, earlier: Passage, at: datetime, aside: Aside) -> tuple[Passage, Aside]:
    """Two states of a passage as one, with what is aside then: the text that loses, unless it led to the other."""
    front, behind = in_order(later, earlier)
    if behind.text == front.text or front.holds(behind.version):
        return front, aside
    return front, put_aside(aside, SetAside(name, behind.version or edit_of(behind.text, (name,)), at, behind.text))


def merged_aside(first: Aside, others: Aside) -> Aside:
    """What two states of a noun put aside."""
    for text in reversed(others):
        first = first if text in first else put_aside(first, text)
    return first
