"""Reads a topic's cards: cards.md for choice, order and recall, cards.py for numeric ones.

In cards.md each card is a section `## <kind>: <name>`::

    ## choice: empty-cluster
    A cluster loses all its points. What now?

    - [x] Leave its center where it is, or move it to a far point.
      Either is sound, if you say which.
    - [ ] Take the mean of no points.
      That mean is NaN, and every distance to it is too.

    ## order: lloyd-steps
    Put one round in order.

    1. Assign each point to its nearest center.
    2. Move each center to the mean of its points.

    Each step is best given the other.

    ## recall: choosing-k
    How do you choose k?

    ### Points
    - Not by the lowest objective: it falls with every center.
    ### Misconceptions
    - The elbow is always there to be seen.
    ### Answer
    Ask what the clusters are for …

cards.py defines `CARDS`, a list of functions `(rng: random.Random) -> Numeric`; the name of a
function, with hyphens, is the name of its card. A card's id is `<topic>/<name>` and never changes.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sharpen.checks.trusted import run
from sharpen.content.errors import ContentError
from sharpen.domain.card import Card, Choice, Generator, Option, Order, Recall
from sharpen.domain.item import ItemKind

OPTION = re.compile(r"- \[([ x])\] (.+)")
STEP = re.compile(r"\d+\. (.+)")
PARTS = ("Points", "Misconceptions", "Answer")


def read_cards(folder: Path) -> tuple[list[Card], list[ContentError]]:
    """Every card of a topic folder in the order of its files, and what is wrong with those left out."""
    cards: list[Card] = []
    faults: list[ContentError] = []
    seen: set[str] = set()
    for make in (*_written(folder), *_generated(folder)):
        try:
            card = make()
        except ContentError as fault:
            faults.append(fault)
            continue
        if card.id in seen:
            faults.append(ContentError(folder / "cards.md", 0, f"two cards are called {card.id}"))
        else:
            seen.add(card.id)
            cards.append(card)
    return cards, faults


def _written(folder: Path) -> Iterator[Callable[[], Card]]:
    path = folder / "cards.md"
    if not path.is_file():
        return
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as problem:
        yield partial(_fail, path, 0, f"this is not UTF-8 text: {problem}")
        return
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    if any(line.strip() and not line.startswith("# ") for line in lines[: starts[0] if starts else None]):
        yield partial(_fail, path, 1, "text before the first card; begin each with `## <kind>: <name>`")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield partial(_card, folder, path, start, lines[start:end])


def _card(folder: Path, path: Path, start: int, lines: list[str]) -> Card:
    heading = HEADING.fullmatch(lines[0])
    if not heading:
        return _fail(path, start + 1, "a card begins with `## choice: name`, `## order: name` or `## recall: name`")
    kind, name = heading.groups()
    topic, body = folder.name, lines[1:]
    try:
        return READERS[kind](f"{topic}/{name}", topic, body)
    except ValueError as problem:
        return _fail(path, start + 1, f"{name}: {problem}")


def _choice(id_: str, topic: str, body: list[str]) -> Card:
    question, options = _until(body, OPTION)
    found: list[Option] = []
    for match, below in _items(options, OPTION):
        if not below:
            raise ValueError(
                f"the option {match[2]!r} does not say why it is right or wrong; indent a sentence below it"
            )
        found.append(Option(match[2].strip(), match[1] == "x", below))
    if len(found) < 3 or not any(option.right for option in found) or all(option.right for option in found):
        raise ValueError("a choice needs at least three options, one right (`- [x]`) and one wrong (`- [ ]`)")
    return Choice(id_, topic, question, tuple(found))


def _order(id_: str, topic: str, body: list[str]) -> Card:
    question, rest = _until(body, STEP)
    last = max((place for place, line in enumerate(rest) if STEP.match(line) or line.startswith("   ")), default=-1)
    steps = tuple(f"{match[1]} {below}".strip() for match, below in _items(rest[: last + 1], STEP))
    if len(steps) < 3 or len(set(steps)) < len(steps):
        raise ValueError("an order needs at least three different steps, `1. …`")
    why = "\n".join(rest[last + 1 :]).strip()
    if not why:
        raise ValueError("an order ends with a sentence that says why it is this one")
    return Order(id_, topic, question, steps, why)


def _recall(id_: str, topic: str, body: list[str]) -> Card:
    text = "\n".join(body)
    question, *parts = re.split(r"^### (.+)$", text, flags=re.MULTILINE)
    texts = dict(zip((part.strip() for part in parts[::2]), (part.strip() for part in parts[1::2]), strict=True))
    if tuple(texts) != PARTS or not question.strip():
        raise ValueError("a recall has a question, then `### Points`, `### Misconceptions` and `### Answer`")
    points, misconceptions = (_bullets(texts[name]) for name in PARTS[:2])
    if not 3 <= len(points) <= 6 or not misconceptions or not texts["Answer"]:
        raise ValueError("a recall has 3 to 6 points, at least one misconception, and an answer")
    return Recall(id_, topic, question.strip(), points, misconceptions, texts["Answer"])


READERS: dict[str, Callable[[str, str, list[str]], Card]] = {
    ItemKind.CHOICE: _choice,
    ItemKind.ORDER: _order,
    ItemKind.RECALL: _recall,
}
HEADING = re.compile(rf"## ({'|'.join(READERS)}): ([a-z0-9]+(?:-[a-z0-9]+)*)\s*")


def _until(lines: list[str], item: re.Pattern[str]) -> tuple[str, list[str]]:
    """The question before the first item, and the lines from there on. Raises ValueError without a question."""
    first = next((place for place, line in enumerate(lines) if item.match(line)), len(lines))
    question = "\n".join(lines[:first]).strip()
    if not question:
        raise ValueError("there is no question")
    return question, lines[first:]


def _items(lines: list[str], item: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Each item's own line, and the indented text below it as one paragraph."""
    current: re.Match[str] | None = None
    below: list[str] = []
    for line in [*lines, None]:
        match = item.match(line) if line is not None else None
        if (match or line is None) and current:
            yield current, " ".join(below)
        if match:
            current, below = match, []
        elif line and line.strip():
            if not line.startswith("  "):
                raise ValueError(f"{line.strip()!r} is neither an item nor indented below one")
            below.append(line.strip())


def _bullets(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\s+", " ", bullet).strip() for bullet in re.split(r"^- ", text, flags=re.MULTILINE)[1:])


def _generated(folder: Path) -> Iterator[Callable[[], Card]]:
    path = folder / "cards.py"
    if not path.is_file():
        return
    try:
        named = [(make.__name__.replace("_", "-"), make) for make in run(path)["CARDS"]]
    except Exception as problem:
        yield partial(_fail, path, 0, f"this file cannot be run: {type(problem).__name__}: {problem}")
        return
    for name, make in named:
        yield partial(Generator, f"{folder.name}/{name}", folder.name, make)


def _fail(path: Path, line: int, message: str) -> Card:
    raise ContentError(path, line, message)
