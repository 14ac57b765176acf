"""How an item is answered at the keyboard, by kind: which keys choose or type, and when they are an answer."""

from collections.abc import Sequence
from typing import assert_never

from sharpen.domain.item import ItemKind
from sharpen.practice.items.asked import Asked

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DONT_KNOW = " "
NEXT = "\n" + DONT_KNOW
COMMANDS = "uqe"
"""What still commands with a small letter where a number is typed, as long as nothing is."""


class Way:
    """One way to answer. As it stands: nothing is chosen or typed, Space says enough."""

    def heading(self, asked: Asked) -> str:
        """What stands above the question."""
        return ""

    def help(self, asked: Asked) -> str:
        """What to press now, in a line."""
        return "Answer aloud. Space reveals."

    def letters(self, asked: Asked) -> str:
        """The letters that choose, and command only with Shift."""
        return ""

    def label(self, place: int) -> str:
        """What an option is called on the screen."""
        return str(place + 1)

    def types(self, key: str, typed: str) -> bool:
        """Whether a key is typed after what was typed so far."""
        return False

    def at_once(self, asked: Asked, chosen: Sequence[int]) -> bool:
        """Whether what is chosen answers without Enter."""
        return False

    def answers(self, asked: Asked, key: str, chosen: Sequence[int], typed: str) -> bool:
        """Whether Enter or Space answers what is chosen or typed; Space with nothing says: I do not know."""
        return bool(chosen) or key == DONT_KNOW

    def wanted(self, chosen: Sequence[int]) -> str:
        """What to do first, where Enter or Space answers nothing yet."""
        return "Space shows the answer."

    def whole(self, asked: Asked, chosen: Sequence[int]) -> list[int]:
        """What is chosen, with the rest that follows from it."""
        return list(chosen)


class Choosing(Way):
    """By digit or letter; one that is enough answers."""

    def help(self, asked: Asked) -> str:
        return "Digits or letters choose, Enter answers." if asked.several else "A digit or letter answers."

    def letters(self, asked: Asked) -> str:
        return LETTERS[: len(asked.options)]

    def at_once(self, asked: Asked, chosen: Sequence[int]) -> bool:
        return not asked.several and bool(chosen)

    def wanted(self, chosen: Sequence[int]) -> str:
        return "Choose an option; Space shows the answer."


class Drilling(Way):
    """By letter, one option of each part; the latest of a part counts."""

    def help(self, asked: Asked) -> str:
        return "Choose one of each by letter, then Enter. Space shows the answer."

    def letters(self, asked: Asked) -> str:
        return LETTERS[: len(asked.options)]

    def label(self, place: int) -> str:
        return LETTERS[place]

    def wanted(self, chosen: Sequence[int]) -> str:
        return "Choose one of each part; Space shows the answer."

    def whole(self, asked: Asked, chosen: Sequence[int]) -> list[int]:
        latest = {asked.part_of(place): place for place in chosen}
        return list(latest.values())


class Ordering(Way):
    """By digits or letters in order; the last step follows."""

    def help(self, asked: Asked) -> str:
        return "Press the digits in the right order, then Enter."

    def letters(self, asked: Asked) -> str:
        return LETTERS[: len(asked.options)]

    def answers(self, asked: Asked, key: str, chosen: Sequence[int], typed: str) -> bool:
        return len(chosen) >= len(asked.options) - 1 if chosen else key == DONT_KNOW

    def wanted(self, chosen: Sequence[int]) -> str:
        return "Order all steps; " + ("Backspace takes one back." if chosen else "Space shows the answer.")

    def whole(self, asked: Asked, chosen: Sequence[int]) -> list[int]:
        left = set(range(len(asked.options))).difference(chosen)
        return [*chosen, *left] if len(left) == 1 else list(chosen)


class Typing(Way):
    """By typing a number. Letters are text then: nobody who types "5 bits" means to bury the card."""

    def help(self, asked: Asked) -> str:
        return "Type the number, then Enter. Space shows the answer."

    def types(self, key: str, typed: str) -> bool:
        first = not (key.isupper() or key in COMMANDS or key == DONT_KNOW)
        return key.isprintable() and key != "?" and (bool(typed) or first)

    def answers(self, asked: Asked, key: str, chosen: Sequence[int], typed: str) -> bool:
        return bool(typed) == (key != DONT_KNOW)

    def wanted(self, chosen: Sequence[int]) -> str:
        return "Type the number; Space shows the answer."


class Solving(Way):
    """In the learner's editor, with commands of its own."""

    def heading(self, asked: Asked) -> str:
        return f"Solve again: {asked.elsewhere.title}" if asked.elsewhere else ""

    def help(self, asked: Asked) -> str:
        return (
            f"Run `sharpen start {asked.item}` (`-o FILE` if your old file is there), solve it, `sharpen check` it, "
            "then Enter here. 1: could not. B: not today."
        )


class SolvingThere(Way):
    """On the site where the problem is."""

    def heading(self, asked: Asked) -> str:
        return f"Solve again: {asked.elsewhere.title}" if asked.elsewhere else ""

    def help(self, asked: Asked) -> str:
        return (
            f"Solve it there, run `sharpen log again {asked.item.rpartition('/')[2]} HOW`, then Enter here. "
            "1: could not. B: not today."
        )


class Diving(Way):
    """In a dive of its own, into the project."""

    def heading(self, asked: Asked) -> str:
        return f"Dive in again: {asked.elsewhere.title}" if asked.elsewhere else ""

    def help(self, asked: Asked) -> str:
        project, ladder = asked.item.split("/")[1:]
        return (
            f"Run `sharpen drill {project} --first {ladder} --minutes 20` in another terminal, then Enter here. "
            "1: could not. B: not today."
        )


class Telling(Way):
    """Out loud, by a command of its own."""

    def heading(self, asked: Asked) -> str:
        return f"Tell again: {asked.elsewhere.title}" if asked.elsewhere else ""

    def help(self, asked: Asked) -> str:
        return (
            f"Run `sharpen rehearse {asked.item.rpartition('/')[2]}`, say how it went, then Enter here. "
            "1: could not. B: not today."
        )


def way_of(kind: ItemKind) -> Way:
    """How items of a kind are answered."""
    match kind:
        case ItemKind.CHOICE:
            return Choosing()
        case ItemKind.NUMERIC:
            return Typing()
        case ItemKind.ORDER:
            return Ordering()
        case ItemKind.RECALL:
            return Way()
        case ItemKind.PROBLEM:
            return Solving()
        case ItemKind.DRILL:
            return Drilling()
        case ItemKind.SHEET:
            return SolvingThere()
        case ItemKind.LADDER:
            return Diving()
        case ItemKind.STORY:
            return Telling()
        case _:
            assert_never(kind)
