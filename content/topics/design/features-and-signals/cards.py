"""Cards of features: a count as it was known, a rate of few views, and how old a value gets."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

NOON = 12 * 60
"""In minutes of the day."""


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def draw_clicks(rng: random.Random) -> tuple[list[int], int, int]:
    """Minutes of clicks, the window, and the delay until a click is in the store; the request comes at noon.

    Some clicks are older than the window, some have arrived, some are on their way, and one comes after noon.
    """
    window, delay = rng.choice([120, 180, 240]), rng.choice([20, 30, 40])
    old = [NOON - window - rng.randint(5, 50)]
    arrived = [NOON - minutes for minutes in rng.sample(range(delay + 3, window - 3), rng.randint(1, 4))]
    on_the_way = [NOON - minutes for minutes in rng.sample(range(3, delay - 3), rng.randint(1, 2))]
    return sorted([*old, *arrived, *on_the_way, NOON + rng.randint(4, 30)]), window, delay


def count_as_of(rng: random.Random) -> Numeric:
    clicks, window, delay = draw_clicks(rng)
    known = [minute for minute in clicks if NOON - window < minute <= NOON - delay]
    return Numeric(
        f"A user clicked at {', '.join(clock(minute) for minute in clicks)}. Each click is in the feature store "
        f'{delay} minutes later. A request comes at 12:00. What is the feature "clicks of the last '
        f'{window // 60} hours" as it could be **served** then?',
        len(known),
        f"Clicks after {clock(NOON - window)} count, if they were in the store by 12:00, so made by "
        f"{clock(NOON - delay)}: {', '.join(clock(minute) for minute in known)}. That makes {len(known)}. A table made "
        "later would also count those that were still on their way.",
    )


def draw_rate(rng: random.Random) -> tuple[int, int, Fraction, int]:
    """Clicks, views, the mean rate of all items, and the views that the prior is worth."""
    views = rng.choice([4, 5, 8, 10])
    return rng.randint(1, views // 2), views, Fraction(rng.randint(1, 6), 100), rng.choice([50, 100, 200])


def smoothed_rate(rng: random.Random) -> Numeric:
    clicks, views, mean, weight = draw_rate(rng)
    answer = (clicks + weight * mean) / (views + weight)
    return Numeric(
        f"A new item has {clicks} click{'s' if clicks > 1 else ''} of {views} views. All items together have a rate of "
        f"{float(mean):g}, and that prior is to weigh as much as {weight} views. What is the item's smoothed rate? "
        "(A fraction, or a decimal to within 2 % of it.)",
        float(answer),
        f"$\\frac{{{clicks} + {weight} \\cdot {float(mean):g}}}{{{views} + {weight}}} = {show_number(answer)} = "
        f"{float(answer):.4f}$. Unsmoothed it would be {clicks / views:g}.",
        0.02 * float(answer),
    )


def draw_job(rng: random.Random) -> tuple[int, int]:
    """Hours between the starts of a job, and minutes that it takes."""
    period = rng.choice([2, 3, 4, 6, 8, 12, 24])
    return period, 15 * rng.randint(2, 4 * period - 2)


def oldest_value(rng: random.Random) -> Numeric:
    period, minutes = draw_job(rng)
    answer = Fraction(60 * period + minutes, 60)
    return Numeric(
        f"A job starts every {period} hours, reads all events up to its start, takes {minutes} minutes, and then "
        "replaces the values that are served. At the worst moment, how many hours of the latest events are missing "
        "from the value that is served? (A fraction, or a decimal to within 0.02.)",
        float(answer),
        f"Just before a job is done, the last one's values are served, and these end where it started: {period} hours "
        f"before this one's start, and this one has run for {minutes} minutes. ${period} + {minutes}/60 = "
        f"{float(answer):g}$.",
        0.02,
        unit="hours",
    )


CARDS = [count_as_of, smoothed_rate, oldest_value]
