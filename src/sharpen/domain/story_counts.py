"""What can be counted of a story: words, "I" and "we", numbers in the result, and how long it takes to say.

This is arithmetic, and no more: nothing here says whether a story is good.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sharpen.domain.story import TARGET, Part

PACE = 130, 160
"""Words a minute of somebody who speaks slowly, and of one who speaks fast."""
NO_MORE = "These are counts and no more: they do not say whether the story is good."

WORD = re.compile(r"\w+(?:'\w+|(?<=\d)[.,:](?=\d)\w+)*")
APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
"""What is typed for an apostrophe."""
_ENDS = r"(?:'\w+)?(?![\w']|[/.&-]\w)"
# Not "I/O", "i.e." or "type I error".
FIRST = re.compile(rf"(?<![\w'/.&-])(?<!type\s)i{_ENDS}", re.IGNORECASE)
WE = re.compile(rf"(?<![\w'/.&-])we{_ENDS}", re.IGNORECASE)
_NAMED = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|halved|twice"
    "|doubled?|tripled?|(?:two|three|four|five|ten)fold"
)
"""Words that are numbers. "One" is not among them: it mostly stands for something else."""
_JOINED = rf"\b(?:{_NAMED})\b(?:[\s-]+(?:and\s+)?(?:{_NAMED})\b)*"
_DIGITS = r"(?<![\w.])(?<!\w-)\d+(?:[.,:]\d+)*"
NUMBER = re.compile(rf"(?:{_DIGITS}|{_JOINED})(?:\s?%|\s(?:percent|per\scent)\b)?", re.IGNORECASE)
ITEM = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
"""The number of an item in a list, which counts nothing."""


@dataclass(frozen=True)
class Counts:
    """What was counted. `numbers` are those in the result, as they stand there."""

    words: Mapping[Part, int]
    first: int
    """How often it says "I", also in "I'm" and "I've"."""
    we: int
    """How often it says "we", also in "we're"."""
    numbers: tuple[str, ...]

    @property
    def total(self) -> int:
        """The words of all four parts."""
        return sum(self.words.values())

    def share(self, part: Part) -> float:
        """The share of the words that a part has, from 0 to 1; 0 where there are no words at all."""
        return self.words[part] / self.total if self.total else 0.0

    @property
    def percents(self) -> dict[Part, int]:
        """The shares in whole percent; together they are 100, or 0 where there are no words at all."""
        exact = {part: 100 * self.words[part] / self.total if self.total else 0.0 for part in Part}
        whole = {part: int(value) for part, value in exact.items()}
        missing = (100 if self.total else 0) - sum(whole.values())
        for part in sorted(Part, key=lambda part: whole[part] - exact[part])[:missing]:
            whole[part] += 1
        return whole

    @property
    def spoken(self) -> tuple[float, float]:
        """The seconds it takes to say at the fast pace, and at the slow one."""
        return spoken(self.total)


def counts(told: Mapping[Part, str]) -> Counts:
    """Count the texts of the four parts; one that is missing has no words."""
    texts = {part: told.get(part, "").translate(APOSTROPHES) for part in Part}
    whole = "\n".join(texts.values())
    result = ITEM.sub("", texts[Part.RESULT])
    return Counts(
        {part: words(text) for part, text in texts.items()},
        len(FIRST.findall(whole)),
        len(WE.findall(whole)),
        tuple(" ".join(found.group().split()) for found in NUMBER.finditer(result)),
    )


def words(text: str) -> int:
    """How many words a text has. A number is one, and so is a word with an apostrophe."""
    return sum(1 for _ in WORD.finditer(text.translate(APOSTROPHES)))


def spoken(number: int) -> tuple[float, float]:
    """The seconds that it takes to say so many words, at the fast pace and at the slow one."""
    slow, fast = PACE
    return 60 * number / fast, 60 * number / slow


def against_target(number: int) -> str:
    """How so many words compare with the two minutes that a story has."""
    least, most = spoken(number)
    target = TARGET.total_seconds()
    if least > target:
        return "longer than two minutes at either pace"
    if most > target:
        return "within two minutes at the fast pace, longer at the slow one"
    return "within two minutes at either pace"


def minutes(seconds: float) -> str:
    """A length of time as 1:07."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
