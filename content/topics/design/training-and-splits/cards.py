"""Cards of splits: days left for training, siblings on both sides, and the size of a test set."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_log(rng: random.Random) -> tuple[int, int, int, int]:
    """Days of log, days until a label is finished, days for dev, days for testing."""
    return rng.choice([90, 120, 150, 180]), rng.choice([3, 5, 7, 10]), rng.choice([7, 10, 14]), rng.choice([14, 21, 28])


def training_days(rng: random.Random) -> Numeric:
    log, delay, dev, test = draw_log(rng)
    answer = log - test - dev - 3 * delay
    return Numeric(
        f"A log covers the last {log} days. A row's label is finished {delay} days after the row. The test set is the "
        f"last {test} days with finished labels; dev has {dev} days. Models are chosen on dev as if on the day before "
        "the test days begin, and trained as if on the day before the dev days begin, each with finished labels only. "
        "How many days are left for training?",
        answer,
        f"Labels of the last {delay} days are not finished. Dev must end {delay} days before the test set, and "
        f"training {delay} days before dev. ${log} - {delay} - {test} - {delay} - {dev} - {delay} = {answer}$.",
        unit="days",
    )


def draw_siblings(rng: random.Random) -> tuple[int, Fraction]:
    """Rows of each user, and the share of rows for testing."""
    return rng.randint(3, 4), Fraction(rng.randint(15, 50), 100)


def sibling_in_training(rng: random.Random) -> Numeric:
    rows, share = draw_siblings(rng)
    answer = 1 - share ** (rows - 1)
    return Numeric(
        f"Each user has {rows} rows. Each row goes to the test set with probability {float(share):g}, independently, "
        "and to training otherwise. With which probability does a row of the test set have at least one row of the "
        "same user in training? (A fraction, or a decimal to within 0.0005.)",
        float(answer),
        f"All {rows - 1} other rows of this user are in the test set too with probability "
        f"${float(share):g}^{{{rows - 1}}} = {float(1 - answer):.4f}$. Otherwise one is in training: "
        f"${float(answer):.4f}$.",
        0.0005,
    )


def draw_interval(rng: random.Random) -> tuple[int, int]:
    """Accuracy in percent, and half the width of its 95 % interval in tenths of a point."""
    return rng.choice([60, 70, 75, 80, 85, 90, 95]), rng.choice([5, 8, 10, 15, 20, 25])


def test_rows(rng: random.Random) -> Numeric:
    accuracy, half = draw_interval(rng)
    spread = accuracy * (100 - accuracy) / 1e4
    answer = 1.959964**2 * spread / (half / 1000) ** 2
    return Numeric(
        f"The accuracy is near {accuracy} %. How many independent test rows make its 95 % interval (normal "
        f"approximation) $\\pm {half / 10:g}$ percentage points? (Within 2 %.)",
        answer,
        f"$1.96 \\sqrt{{p(1-p)/n}} = {half / 1000:g}$, so $n = 1.96^2 \\cdot {spread:g} / {half / 1000:g}^2 = "
        f"{answer:.0f}$. Half the width takes four times as many.",
        0.02 * answer,
    )


CARDS = [training_days, sibling_in_training, test_rows]
