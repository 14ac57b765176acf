"""Numeric cards on LoRA: what is trained, what it takes, and one step by hand."""

from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def share(rows: int, columns: int, rank: int) -> float:
    """Trained numbers in percent of the matrix."""
    return 100 * rank * (rows + columns) / (rows * columns)


def draw_matrix(rng: Random) -> tuple[int, int, int]:
    return rng.choice([1024, 2048, 4096, 11008]), rng.choice([1024, 4096, 8192]), rng.choice([4, 8, 16, 32, 64])


def trained_share(rng: Random) -> Numeric:
    rows, columns, rank = draw_matrix(rng)
    answer = share(rows, columns, rank)
    return Numeric(
        f"LoRA of rank {rank} is put beside a {rows:,} by {columns:,} matrix. How many numbers are trained, in percent "
        "of the numbers in the matrix? Within 2% of it is right.",
        answer,
        f"${rank} \\cdot ({rows} + {columns}) = {rank * (rows + columns):,}$ of {rows * columns:,}: "
        f"${answer:.3f}\\,\\%$.",
        0.02 * answer,
        "%",
    )


def gigabytes(billions: int, bits: int, thousandths: int) -> float:
    """Weights of so many bits, and 16 bytes for each of the trained numbers, a share in thousandths of all."""
    return billions * bits / 8 + 16 * billions * thousandths / 1000


def draw_training(rng: Random) -> tuple[int, int, int]:
    return rng.choice([3, 7, 8, 13, 34, 70]), rng.choice([4, 8, 16]), rng.choice([2, 4, 5, 10, 20])


def memory_of_training(rng: Random) -> Numeric:
    billions, bits, thousandths = draw_training(rng)
    answer = gigabytes(billions, bits, thousandths)
    return Numeric(
        f"A model has {billions} billion parameters, frozen in {bits} bits each. LoRA adds {thousandths / 10:g}% as "
        "many that are trained, with 16 bytes each (weight, gradient, Adam). How many GB (of $10^9$ bytes) is "
        "that, without activations? Within 2% is right.",
        answer,
        f"${billions} \\cdot {bits / 8:g} = {billions * bits / 8:g}$ GB, and "
        f"$16 \\cdot {billions * thousandths / 1000:g} = {16 * billions * thousandths / 1000:g}$ GB: "
        f"together ${answer:g}$ GB.",
        0.02 * answer,
        "GB",
    )


def output(w: list[int], a: list[int], b: int, x: list[int], scale: Fraction) -> Fraction:
    """One output of a layer with a rank-one update: w . x + scale * b * (a . x)."""
    plain, down = (sum(p * q for p, q in zip(row, x, strict=True)) for row in (w, a))
    return plain + scale * b * down


def draw_layer(rng: Random) -> tuple[list[int], list[int], int, list[int], Fraction]:
    """Rows of W and A, an entry of B, an input and the scale; the update is not zero."""
    while True:
        w, a, x = ([rng.randint(-3, 4) for _ in range(3)] for _ in range(3))
        b, scale = rng.choice([-2, -1, 2, 3]), Fraction(rng.choice([8, 16, 32]), rng.choice([4, 8, 64]))
        if output(w, a, b, x, scale) != output(w, a, b, x, Fraction(1)) and scale != 1:
            return w, a, b, x, scale


def output_by_hand(rng: Random) -> Numeric:
    w, a, b, x, scale = draw_layer(rng)
    answer = output(w, a, b, x, scale)
    plain, down = (sum(p * q for p, q in zip(row, x, strict=True)) for row in (w, a))
    return Numeric(
        f"A layer has one output and three inputs: $W = ({', '.join(map(str, w))})$. LoRA of rank 1 adds "
        f"$A = ({', '.join(map(str, a))})$, $B = ({b})$, with $\\alpha / r = {show_number(scale)}$. What is the output "
        f"for $x = ({', '.join(map(str, x))})$? (Exact; a fraction is welcome.)",
        answer,
        f"$Wx = {plain}$, $Ax = {down}$, so ${plain} + {show_number(scale)} \\cdot ({b}) \\cdot ({down}) = "
        f"{show_number(answer)}$.",
    )


CARDS = [trained_share, memory_of_training, output_by_hand]
