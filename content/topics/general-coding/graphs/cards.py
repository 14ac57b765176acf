"""Numeric cards on walks over graphs: whom a search reaches, and how long its queue gets."""

import random
from itertools import pairwise

from sharpen.domain.card import Numeric


def within(links: dict[str, str], start: str, hops: int) -> int:
    """How many vertices are at most so many links away, the start among them."""
    ring = met = {start}
    for _ in range(hops):
        ring = {other for vertex in ring for other in links[vertex]} - met
        met = met | ring
    return len(met)


def draw_links(rng: random.Random) -> tuple[dict[str, str], int]:
    names = "ABCDEFG"
    links = {name: "".join(sorted(rng.sample(names.replace(name, ""), rng.randint(0, 2)))) for name in names}
    links["A"] = "".join(sorted(rng.sample("BCDEFG", 2)))
    return links, rng.choice((2, 2, 3))


def vertices_within_reach(rng: random.Random) -> Numeric:
    links, hops = draw_links(rng)
    answer = within(links, "A", hops)
    shown = ", ".join(f"{name} → {' '.join(ends)}" for name, ends in links.items() if ends)
    rings = [within(links, "A", hop) for hop in range(hops + 1)]
    return Numeric(
        f"A directed graph on A to G has the links {shown}. How many vertices can be reached from A by at most {hops} "
        "links, A itself counted?",
        answer,
        f"Ring by ring from A, {', then '.join(map(str, rings))} vertices have been met.",
    )


def entries(widths: list[int]) -> int:
    """How often something enters the queue if vertices are marked only when they leave it."""
    return widths[0] + sum(one * other for one, other in pairwise(widths))


def draw_widths(rng: random.Random) -> tuple[list[int]]:
    return ([1, *(rng.randint(2, 9) for _ in range(3))],)


def entries_of_the_queue(rng: random.Random) -> Numeric:
    (widths,) = draw_widths(rng)
    _, first, second, third = widths
    answer = entries(widths)
    return Numeric(
        f"A start links to {first} vertices, each of which links to the same {second} others, and each of those to the "
        f"same {third} more. A breadth-first search marks a vertex only when it leaves the queue, and looks at nobody "
        "twice. How many entries does the queue take in all, the start's included?",
        answer,
        f"An entry is made for each link of a vertex that is looked at: 1 + {first} + {first} · {second} + {second} · "
        f"{third} = {answer}. Marked when it enters, there would be {sum(widths)}.",
    )


CARDS = [vertices_within_reach, entries_of_the_queue]
