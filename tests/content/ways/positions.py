"""Positional encodings: RoPE and ALiBi."""

import numpy as np

from tests.content.recomputing import another_way


@another_way("positional-encodings", "score_of_two", "draw_pair")
def both_turned(query: tuple[int, int], key: tuple[int, int], place: int, other: int) -> float:
    turned = complex(*query) * np.exp(1j * place), complex(*key) * np.exp(1j * other)
    return float((turned[0] * np.conj(turned[1])).real)


@another_way("positional-encodings", "full_circle", "draw_circle")
def by_halving(base: int, width: int, pair: int) -> float:
    from scipy.optimize import brentq

    speed = float(np.exp(-2 * pair / width * np.log(base)))
    return float(brentq(lambda steps: steps * speed - 2 * np.pi, 0, 1e8, xtol=1e-9, rtol=1e-12))


@another_way("positional-encodings", "alibi_penalty", "draw_penalty")
def slope_by_slope(heads: int, head: int, distance: int) -> float:
    return float(np.full(distance, np.geomspace(2 ** (-8 / heads), 2**-8, heads)[head - 1]).sum())
