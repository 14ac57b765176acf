"""Methods: which ones the text of a project names, and where."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sharpen.domain.ladder import Ladder
from sharpen.domain.topic import Topic

GAP = "[\\s\N{HYPHEN}\N{NON-BREAKING HYPHEN}-]+"
"""What stands between the words of a name: it is found with a hyphen or without."""


@dataclass(frozen=True)
class Place:
    """Where a method is named: in which field, from which character to which."""

    field: str
    start: int
    end: int


def methods_in(
    texts: Mapping[str, str], ladders: Iterable[Ladder], topics: Iterable[Topic]
) -> dict[str, tuple[Place, ...]]:
    """The places where each method is named in the texts of fields, by the slug of its ladder.

    A method that is named nowhere is left out.
    """
    every, all_of_it = list(ladders), "\n".join(texts.values()).lower()
    known = {topic.id: topic for topic in topics}
    found = {}
    for ladder in every:
        likely = tuple(
            name for name in names(ladder, every, known) if all(word.lower() in all_of_it for word in _words(name))
        )
        if not likely:
            continue  # a search for all names would take long
        matches = ((field, match) for field, text in texts.items() for match in _pattern(likely).finditer(text))
        if where := tuple(Place(field, *match.span()) for field, match in matches):
            found[ladder.slug] = where
    return found


def names(ladder: Ladder, ladders: Iterable[Ladder], topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """What a method is found by: its own words, and the specific names of topics that no other method has.

    A name of a topic is specific if it has a capital after its first letter, as HMM, LoRA and XGBoost have.
    General ones, such as attention, ranking or regularization, say nothing of a project.
    """
    others = {topic for other in ladders if other.slug != ladder.slug for topic in other.topics}
    mine = [topics[topic] for topic in ladder.topics if topic in topics and topic not in others]
    specific = (name for topic in mine for name in (topic.title, *topic.aka) if name[1:] != name[1:].lower())
    return tuple(dict.fromkeys([*ladder.words, *specific]))


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names, as a whole, also in the plural; one that has capitals only as it is written."""
    forms = sorted(map(_form, names), key=len, reverse=True)  # the longest first: else it would never be found
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _form(name: str) -> str:
    words = GAP.join(map(re.escape, _words(name)))
    exact = name != name.lower()
    return f"(?-i:{words}s?)" if exact else f"{words}s?"


def _words(name: str) -> list[str]:
    return [word for word in re.split("[ -]", name) if word]
