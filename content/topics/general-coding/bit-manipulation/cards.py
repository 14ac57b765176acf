"""Numeric cards on bits: what is alone in a list, and in how many places all pairs differ."""

import random

from sharpen.domain.card import Numeric


def draw_ids(rng: random.Random) -> tuple[list[int]]:
    alone, *twice = rng.sample(range(1, 32), rng.choice((3, 4)))
    ids = [alone, *twice, *twice]
    rng.shuffle(ids)
    return (ids,)


def xor_of_all(ids: list[int]) -> int:
    found = 0
    for one in ids:
        found ^= one
    return found


def the_first_half(rng: random.Random) -> Numeric:
    (ids,) = draw_ids(rng)
    half = ids[: len(ids) // 2]
    answer = xor_of_all(half)
    return Numeric(
        f"The XOR of a list runs through {', '.join(map(str, ids))}. What is it after the first {len(half)} numbers?",
        answer,
        f"In bits {' ^ '.join(f'{one:05b}' for one in half)} = {answer:05b}, which is {answer}. After all of them it "
        f"is {xor_of_all(ids)}, the number that comes once.",
    )


def differing_places(masks: list[int]) -> int:
    """In how many places the pairs of some masks of five bits differ, in all."""
    ones = [sum(mask >> place & 1 for mask in masks) for place in range(5)]
    return sum(count * (len(masks) - count) for count in ones)


def draw_masks(rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(32) for _ in range(rng.choice((4, 5, 6)))],)


def differences_of_all_pairs(rng: random.Random) -> Numeric:
    (masks,) = draw_masks(rng)
    answer = differing_places(masks)
    ones = [sum(mask >> place & 1 for mask in masks) for place in range(5)]
    terms = " + ".join(f"{count} · {len(masks) - count}" for count in reversed(ones))
    return Numeric(
        f"Masks of five bits: {', '.join(f'{mask:05b}' for mask in masks)}. In how many places do two of them differ, "
        "added up over all pairs?",
        answer,
        f"Place by place, from the left, ones times zeros: {terms} = {answer}.",
    )


CARDS = [the_first_half, differences_of_all_pairs]
