"""Cards of averages."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def mean_of_three(rng: random.Random) -> Numeric:
    values = [rng.randint(1, 30) for _ in range(3)]
    answer = Fraction(sum(values), 3)
    shown = ", ".join(map(str, values))
    return Numeric(f"The mean of {shown}?", answer, f"${sum(values)} / 3 = {show_number(answer)}$", unit="points")


CARDS = [mean_of_three]
