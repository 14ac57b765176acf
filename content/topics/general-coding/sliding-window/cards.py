"""Numeric cards on sliding windows: what a run over a short text does."""

import random
from collections import Counter

from sharpen.domain.card import Numeric


def dropped(text: str, kinds: int) -> int:
    """How many letters leave the window of the longest stretch with at most so many different letters."""
    inside: Counter[str] = Counter()
    left = 0
    for letter in text:
        inside[letter] += 1
        while len(inside) > kinds:
            inside[text[left]] -= 1
            inside += Counter()  # a counter keeps what is at zero
            left += 1
    return left


def draw_text(rng: random.Random) -> tuple[str, int]:
    return "".join(rng.choice("abcd") for _ in range(rng.randint(7, 10))), rng.choice((1, 2, 2, 3))


def moves_of_the_left_end(rng: random.Random) -> Numeric:
    text, kinds = draw_text(rng)
    answer = dropped(text, kinds)
    kept = len(text) - answer
    letters = "one kind of letter" if kinds == 1 else f"{kinds} kinds of letters"
    return Numeric(
        f"A window runs over `{text}` and holds at most {letters}: after each letter that enters, letters leave on the "
        "left until that is true. How many have left when the text is over?",
        answer,
        f"What is left at the end is the longest suffix with at most {letters}: `{text[answer:]}`, {kept} letters. "
        f"The other {answer} have left, one by one, and none came back.",
    )


def draw_times(rng: random.Random) -> tuple[list[int], int, int]:
    times = sorted(rng.randint(0, 40) for _ in range(rng.randint(6, 9)))
    return times, rng.choice((5, 10, 15)), rng.choice((1, 2, 3))


def refused(times: list[int], window: int, limit: int) -> int:
    """How many requests a limiter refuses that counts those accepted less than `window` ago."""
    accepted: list[int] = []
    for time in times:
        if sum(time - earlier < window for earlier in accepted) < limit:
            accepted.append(time)
    return len(times) - len(accepted)


def refusals(rng: random.Random) -> Numeric:
    times, window, limit = draw_times(rng)
    answer = refused(times, window, limit)
    shown = ", ".join(map(str, times))
    return Numeric(
        f"A limiter accepts a request if fewer than {limit} accepted ones are less than {window} s old. Requests of "
        f"one client come at the seconds {shown}. How many are refused?",
        answer,
        f"Refused requests count for nothing, so only the last {limit} accepted "
        f"{'one matters' if limit == 1 else 'ones matter'}: a request is refused if the oldest of them is less than "
        f"{window} s old. That is so {answer} {'time' if answer == 1 else 'times'}.",
    )


CARDS = [moves_of_the_left_end, refusals]
