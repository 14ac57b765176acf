"""Cells: what people write into the columns of a sheet, read in every form they use."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date as Date
from datetime import datetime, timedelta
from typing import TypeVar

from sharpen.domain.problem import Difficulty
from sharpen.domain.sheet import Went

T = TypeVar("T")

DIFFICULTIES = {
    Difficulty.EASY: {"easy", "e", "1", "simple", "beginner", "basic", "school"},
    Difficulty.MEDIUM: {"medium", "med", "m", "2", "med.", "moderate", "intermediate", "normal"},
    Difficulty.HARD: {"hard", "h", "3", "difficult", "advanced", "expert"},
}
WENT = {
    Went.EASILY: {"easily", "easy", "fast", "trivial", "perfect", "5"},
    Went.ALONE: {"alone", "yes", "y", "done", "solved", "true", "x", "✓", "✔", "✅", "ok", "good", "ac", "4",
                 "accepted"},
    Went.HELPED: {"with help", "help", "hint", "hints", "with a hint", "with hints", "partly", "partial", "slow",
                  "hard", "struggled", "review", "redo", "again", "3", "looked", "after reading"},
    Went.NOT: {"not solved", "no", "n", "failed", "false", "✗", "✘", "❌", "not", "unsolved", "gave up", "could not",
               "0", "1", "2", "wa", "tle", "todo"},
}  # fmt: skip
WITH_YEAR = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d-%b-%Y",
             "%d-%b-%y")  # fmt: skip
WITHOUT_YEAR = ("%b %d", "%B %d", "%d %b", "%d %B")
IN_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
WITH_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
FIRST_SERIAL = Date(1899, 12, 30)
"""Day 0 of the serial numbers by which spreadsheets count days."""
SERIALS = range(36526, 73051)
"""Serial numbers of the years 2000 to 2099."""
DURATION = re.compile(r"(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+(?:\.\d+)?)\s*(?:m(?:in(?:ute)?s?)?\.?)?)?")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
LONGEST_MINUTES = 10_000


def read_difficulty(text: str) -> Difficulty | None:
    """A difficulty in the words people use; None for an empty cell. Raises ValueError."""
    return _one_of(text, DIFFICULTIES, "is no difficulty; easy, medium and hard are")


def read_went(text: str) -> Went | None:
    """How it went; None for an empty cell. Raises ValueError."""
    return _one_of(text, WENT, "does not say how it went; easily, alone, with help and not solved do")


def read_minutes(text: str) -> int | None:
    """Minutes, from "25", "25 min", "1h 20m" or "1:20:00"; None for an empty cell. Raises ValueError."""
    text = text.strip().casefold()
    if not text:
        return None
    if clock := CLOCK.fullmatch(text):
        first, second = int(clock[1]), int(clock[2])
        minutes = 60 * first + second if clock[3] else first + second / 60
    elif (spoken := DURATION.fullmatch(text)) and any(spoken.groups()):
        minutes = 60 * float(spoken[1] or 0) + float(spoken[2] or 0)
    else:
        raise ValueError(f"{text!r} is no time in minutes")
    if minutes > LONGEST_MINUTES:
        raise ValueError(f"{text!r} is more than {LONGEST_MINUTES:,} minutes")
    return round(minutes)


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether a column writes 31/12/2025 rather than 12/31/2025; None where it could be either."""
    pairs = [(int(found[1]), int(found[3])) for text in texts if (found := IN_NUMBERS.match(text.strip()))]
    day, month = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    return day if day != month else None


def read_day(text: str, today: Date, *, days_first: bool) -> Date | None:
    """A day, in the forms of spreadsheets and people; None for an empty cell. Raises ValueError.

    `days_first` decides 3/4/2025, and `today` a day without its year, which is in the past.
    """
    bare = WITH_TIME.sub("", text.strip())
    if not bare:
        return None
    day = _in_numbers(bare, days_first) or _serial(bare) or _in_words(bare, today)
    if day is None:
        raise ValueError(f"{text.strip()!r} is no day; write it as {today.isoformat()}")
    if not Date(1990, 1, 1) <= day <= today + timedelta(days=1):
        raise ValueError(f"{text.strip()!r} is {'in the future' if day > today else 'too long ago'}")
    return day


def _in_numbers(text: str, days_first: bool) -> Date | None:
    found = IN_NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    day, month = (first, second) if days_first or found[2] == "." else (second, first)
    try:
        return Date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _serial(text: str) -> Date | None:
    number = int(text.split(".")[0]) if re.fullmatch(r"\d{5}(\.\d+)?", text) else 0
    return FIRST_SERIAL + timedelta(days=number) if number in SERIALS else None


def _in_words(text: str, today: Date) -> Date | None:
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b|,", "", re.sub(r"\s+", " ", text))
    words = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? ", "", words, flags=re.IGNORECASE).replace("Sept ", "Sep ")
    if day := _first_that_fits(words, WITH_YEAR):
        return day
    in_a_leap_year = _first_that_fits(f"{words} 2000", [f"{form} %Y" for form in WITHOUT_YEAR])
    return _latest(in_a_leap_year, today) if in_a_leap_year else None


def _first_that_fits(text: str, forms: Iterable[str]) -> Date | None:
    for form in forms:
        with suppress(ValueError):
            return datetime.strptime(text, form).date()
    return None


def _latest(day: Date, today: Date) -> Date | None:
    """The last time that it was this day of the year."""
    for year in range(today.year, today.year - 5, -1):
        with suppress(ValueError):  # February 29 is not in every year
            if (found := day.replace(year=year)) <= today:
                return found
    return None


def read_patterns(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The patterns of a cell, each as the id of a topic where `known` (by plain name) has it, else as it stands."""
    names = [name.strip(" '\"[]") for name in re.split(r"[,;|\n]|\s/\s", text)]
    found = (known.get(plain(name), name) for name in names if name)
    return tuple(dict.fromkeys(found))


def plain(name: str) -> str:
    """A name as it is compared."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _one_of(text: str, forms: Mapping[T, set[str]], what: str) -> T | None:
    word = text.strip().casefold()
    if not word:
        return None
    for value, words in forms.items():
        if word in words:
            return value
    raise ValueError(f"{text.strip()!r} {what}")
