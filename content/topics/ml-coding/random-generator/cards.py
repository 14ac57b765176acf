"""Numeric cards on random generators: a congruential step, rejection, modulo bias."""

import itertools
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def congruential(a: int, c: int, modulus: int, state: int, steps: int) -> int:
    for _ in range(steps):
        state = (a * state + c) % modulus
    return state


def draw_generator(rng: random.Random) -> tuple[int, int, int, int, int]:
    """A full-period generator modulo 16 or 32, its state, and two or three steps."""
    modulus = rng.choice([16, 32])
    return rng.choice([5, 9, 13]), rng.choice([1, 3, 5, 7, 11]), modulus, rng.randrange(modulus), rng.choice([2, 3])


def steps_of_lcg(rng: random.Random) -> Numeric:
    a, c, modulus, state, steps = draw_generator(rng)
    path = [congruential(a, c, modulus, state, i) for i in range(steps + 1)]
    told = ", ".join(f"${a} \\cdot {s} + {c} = {a * s + c} \\equiv {t}$" for s, t in itertools.pairwise(path))
    return Numeric(
        f"A generator steps $s \\leftarrow ({a} s + {c}) \\bmod {modulus}$. Its state is ${state}$. What is it after "
        f"{steps} steps?",
        path[-1],
        f"Modulo {modulus}: {told}.",
    )


def words_used(words: int, n: int) -> Fraction:
    """How many words on average until one is below the largest multiple of n."""
    return Fraction(words, words // n * n)


def draw_rejection(rng: random.Random) -> tuple[int, int]:
    bits = rng.choice([3, 4, 5, 6, 8])
    return bits, rng.choice([n for n in (3, 5, 6, 7, 9, 10, 11, 12, 20, 25, 100) if n < 2**bits])


def rejection(rng: random.Random) -> Numeric:
    bits, n = draw_rejection(rng)
    words = 2**bits
    answer = words_used(words, n)
    kept = words // n * n
    return Numeric(
        f"You make a uniform integer below {n} from uniform words of {bits} bits: a word below the largest multiple "
        f"of {n} that is at most $2^{bits}$ is reduced modulo {n}, any other is thrown away and another one drawn. How "
        "many words do you need on average? (Exact; a fraction is welcome.)",
        answer,
        f"There are ${words}$ words and the multiple is ${kept}$, so a word is accepted with "
        f"probability "
        f"${kept}/{words}$. The number of tries is geometric, with mean ${words}/{kept} = {float(answer):.4g}$.",
    )


def modulo_chance(words: int, n: int, value: int) -> Fraction:
    """Of a value when a uniform word is reduced modulo n."""
    return Fraction(words // n + (value < words % n), words)


def draw_modulo(rng: random.Random) -> tuple[int, int, int]:
    bits, n = draw_rejection(rng)
    return bits, n, rng.randrange(n)


def modulo_bias(rng: random.Random) -> Numeric:
    bits, n, value = draw_modulo(rng)
    words = 2**bits
    answer = modulo_chance(words, n, value)
    return Numeric(
        f"A uniform word of {bits} bits is reduced modulo {n}, and nothing is thrown away. With which probability does "
        f"the value {value} come out? (Exact; a fraction is welcome.)",
        answer,
        f"${words} = {words // n} \\cdot {n} + {words % n}$: the values below ${words % n}$ come from "
        f"${words // n + 1}$ words, the others from ${words // n}$. So ${value}$ has "
        f"${answer * words}/{words}$, which is {float(answer):.4f}; fair would be $1/{n}$, which is {1 / n:.4f}.",
    )


CARDS = [steps_of_lcg, rejection, modulo_bias]
