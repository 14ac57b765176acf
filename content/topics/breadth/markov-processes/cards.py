"""Cards of Markov processes: two steps, the stationary distribution, a hitting time."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

Matrix = list[list[Fraction]]


def tenths(row: list[int]) -> list[Fraction]:
    return [Fraction(value, 10) for value in row]


def draw_row(rng: random.Random, states: int) -> list[Fraction]:
    """Positive tenths that sum to one."""
    cuts = sorted(rng.sample(range(1, 10), states - 1))
    return tenths([b - a for a, b in zip([0, *cuts], [*cuts, 10], strict=True)])


def table(matrix: Matrix) -> str:
    """A matrix in TeX."""
    return (
        "\\begin{pmatrix} "
        + " \\\\ ".join(" & ".join(f"{float(v):g}" for v in row) for row in matrix)
        + " \\end{pmatrix}"
    )


def after_two(matrix: Matrix, start: int, end: int) -> Fraction:
    """The probability of being in `end` two steps after `start`."""
    return sum((matrix[start][via] * matrix[via][end] for via in range(len(matrix))), Fraction(0))


def draw_two_steps(rng: random.Random) -> tuple[Matrix, int, int]:
    return [draw_row(rng, 3) for _ in range(3)], rng.randrange(3), rng.randrange(3)


def two_steps(rng: random.Random) -> Numeric:
    matrix, start, end = draw_two_steps(rng)
    answer = after_two(matrix, start, end)
    terms = " + ".join(f"{float(matrix[start][via]):g} \\cdot {float(matrix[via][end]):g}" for via in range(3))
    return Numeric(
        f"A chain has states 1, 2, 3 and $P = {table(matrix)}$, where row $i$ holds the probabilities of going from "
        f"state $i$. It is in state {start + 1}. With what probability is it in state {end + 1} two steps later? "
        "(Exact.)",
        answer,
        f"Sum over the state in between: ${terms} = {float(answer):g}$. It is the entry in row {start + 1}, column "
        f"{end + 1} of $P^2$.",
    )


def share_of_first(leave_first: Fraction, leave_second: Fraction) -> Fraction:
    """The stationary probability of the first of two states."""
    return leave_second / (leave_first + leave_second)


def draw_stationary(rng: random.Random) -> tuple[Fraction, Fraction]:
    """A server that rarely goes down, and comes up again sooner."""
    down = rng.randint(1, 8)
    return Fraction(down, 40), Fraction(rng.randint(down + 1, 36), 40)


def stationary(rng: random.Random) -> Numeric:
    a, b = draw_stationary(rng)
    answer = share_of_first(a, b)
    return Numeric(
        f"A server that is up goes down within the hour with probability ${float(a):g}$; one that is down is up an "
        f"hour later with probability ${float(b):g}$. As a Markov chain with steps of an hour: in the long run, in "
        "which share of the hours is it **up**? (As a fraction, or as a decimal to within 0.001.)",
        answer,
        f"In the long run as many go down as come up: $\\pi_u \\cdot {float(a):g} = (1 - \\pi_u) \\cdot {float(b):g}$. "
        f"So $\\pi_u = \\frac{{{float(b):g}}}{{{float(a):g} + {float(b):g}}} = {show_number(answer)} \\approx "
        f"{float(answer):.4f}$.",
        0.001,
    )


def steps_to_leave(active: tuple[Fraction, Fraction], idle: tuple[Fraction, Fraction]) -> Fraction:
    """Expected steps from active to gone; each pair holds the probabilities of going to active and to idle."""
    determinant = (1 - active[0]) * (1 - idle[1]) - active[1] * idle[0]
    return (1 - idle[1] + active[1]) / determinant


def draw_churn(rng: random.Random) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    stay = rng.randint(4, 8)
    back, remain, _ = draw_row(rng, 3)
    return (Fraction(stay, 10), Fraction(10 - stay, 10)), (back, remain)


def months_to_churn(rng: random.Random) -> Numeric:
    active, idle = draw_churn(rng)
    answer = steps_to_leave(active, idle)
    lost = 1 - sum(idle)
    out = float(active[1])
    about = "" if answer.denominator == 1 else f" \\approx {float(answer):.4g}"
    return Numeric(
        f"Each month an **active** customer stays active with probability ${float(active[0]):g}$ and becomes idle with "
        f"${out:g}$. An **idle** one becomes active with ${float(idle[0]):g}$, stays idle with ${float(idle[1]):g}$, "
        f"and leaves for good with ${float(lost):g}$. How many months does it take an active customer to leave, on "
        "average? (As a fraction, or as a decimal to within 0.05.)",
        answer,
        f"With $h_a, h_i$ the expected months from active and from idle: $h_a = 1 + {float(active[0]):g}\\,h_a + "
        f"{out:g}\\,h_i$ and $h_i = 1 + {float(idle[0]):g}\\,h_a + {float(idle[1]):g}\\,h_i$. The first gives $h_a = "
        f"h_i + 1/{out:g}$. In the second: ${float(lost):g}\\,h_i = 1 + {float(idle[0]):g}/{out:g}$, so $h_i = "
        f"{float(answer - 1 / active[1]):.4g}$ and $h_a = {show_number(answer)}{about}$.",
        0.05,
    )


CARDS = [two_steps, stationary, months_to_churn]
