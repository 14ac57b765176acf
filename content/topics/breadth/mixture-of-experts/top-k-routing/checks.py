import math

import numpy as np

from sharpen import checks


def drawn(rng, size):
    """`size` is tokens, experts, choices and the capacity."""
    n, experts, k, capacity = size
    return rng.normal(size=(n, experts)) * 2, k, capacity


def with_ties(rng, size):
    n, experts, k, capacity = size
    return rng.integers(-1, 2, (n, experts)), k, capacity


def crowded(rng, size):
    """One expert is liked best by nearly all."""
    logits, k, capacity = drawn(rng, size)
    logits[:, 0] += 4
    return logits, k, capacity


def logits_and_k(rng, size):
    logits, k, _ = drawn(rng, (*size, 1))
    return logits, k


def tied_and_k(rng, size):
    return with_ties(rng, (*size, 1))[:2]


def softmax(values):
    powers = [math.exp(value - max(values)) for value in values]
    return [power / math.fsum(powers) for power in powers]


def ranked(row, k):
    if k < 1 or k > len(row):
        raise ValueError
    return sorted(range(len(row)), key=lambda expert: -row[expert])[:k]


def one_by_one(logits, k, capacity):
    """A counter for each expert; first choices of all tokens, then second ones."""
    logits = np.asarray(logits, float).tolist()
    if capacity < 1:
        raise ValueError
    choices = [ranked(row, k) for row in logits]
    gates = [softmax([row[expert] for expert in chosen]) for row, chosen in zip(logits, choices, strict=True)]
    slots, taken = [[-1] * k for _ in logits], [0] * len(logits[0])
    for rank in range(k):
        for token, chosen in enumerate(choices):
            if taken[chosen[rank]] < capacity:
                slots[token][rank] = taken[chosen[rank]]
                taken[chosen[rank]] += 1
            else:
                gates[token][rank] = 0.0
    return np.array(choices), np.array(gates), np.array(slots)


def token_by_token(logits, k):
    logits = np.asarray(logits, float).tolist()
    n, experts = len(logits), len(logits[0])
    shares = [0.0] * experts
    for row in logits:
        for expert in ranked(row, k):
            shares[expert] += 1 / (n * k)
    chances = [softmax(row) for row in logits]
    loss = experts * math.fsum(f * p for row in chances for f, p in zip(shares, row, strict=True)) / n
    gradient = [
        [
            experts / n * sum(shares[e] * row[e] * ((e == j) - row[j]) for e in range(experts))
            for j in range(experts)
        ]
        for row in chances
    ]  # fmt: skip
    return loss, np.array(gradient)


def loss_alone(logits, k):
    return token_by_token(logits, k)[0]


def places_are_sound(got, logits, k, capacity):
    """Each place is given once, without gaps, and a choice is dropped only where its expert is full."""
    choices, gates, slots = (np.asarray(part) for part in got)
    shape = (len(logits), k)
    if any(part.shape != shape for part in (choices, gates, slots)):
        return f"expected three arrays of the shape {shape}"
    for expert in range(logits.shape[1]):
        places = slots[choices == expert]
        kept = sorted(places[places >= 0].tolist())
        if kept != list(range(min(len(places), capacity))):
            return f"{len(places)} choices of expert {expert} got the places {kept}; its capacity is {capacity}"
    if (slots < -1).any() or ((gates == 0) != (slots == -1)).any():
        return "a gate is 0 where its choice has no place, and only there"
    return None


def first_choices_first(got, logits, k, capacity):
    choices, _, slots = (np.asarray(part) for part in got)
    for expert in range(logits.shape[1]):
        queue = [slots[i, rank] for rank in range(k) for i in range(len(logits)) if choices[i, rank] == expert]
        kept = [int(place) for place in queue if place >= 0]
        if kept != sorted(kept) or queue[: len(kept)] != kept:
            return f"places of expert {expert} are not given in the order of the queue: first choices, then second ones"
    return None


def shifted(ask, logits, k, capacity):
    """A number added to all logits of a token changes nothing."""
    plain, moved = ask(logits, k, capacity), ask(logits + 100 * np.arange(len(logits))[:, None], k, capacity)
    same = all(np.allclose(a, b, rtol=1e-6, atol=1e-9) for a, b in zip(plain, moved, strict=True))
    return None if same else "with 100 i added to all logits of token i, the answer is another one"


def gradient_is_balanced(got, logits, k):
    loss, gradient = float(got[0]), np.asarray(got[1], float)
    if gradient.shape != logits.shape:
        return f"expected a gradient of the shape {logits.shape}, got {gradient.shape}"
    if np.abs(gradient.sum(axis=1)).max() > 1e-9:
        row = int(np.abs(gradient.sum(axis=1)).argmax())
        return (
            f"row {row} of the gradient sums to {gradient[row].sum():.6g}; equal shifts of a token change nothing, so 0"
        )
    if not 0 < loss <= logits.shape[1] + 1e-9:
        return f"the loss is {loss:.6g}; it lies between 0 and the number of experts, {logits.shape[1]}"
    return None


def every_small_table():
    for rows in (
        [(1, 0)],
        [(0, 0)],
        [(0, 1), (0, 1)],
        [(1, 0), (0, 0), (1, 1)],
        [(2, 1, 0)] * 3,
        [(0, 2, 2), (1, 0, 0)],
    ):
        for k in range(1, len(rows[0]) + 1):
            for capacity in range(1, len(rows) + 2):
                yield np.array(rows), k, capacity


LOGITS = np.log([[6.0, 3.0, 1.0], [2.0, 6.0, 1.0], [4.0, 1.0, 2.0]])
TWO = np.log([[3.0, 1.0], [3.0, 1.0], [1.0, 3.0]])
EXTREME = np.array([[1000.0, 999.0, -1000.0], [-1000.0, -1000.0, -999.5], [1000.0, 1000.0, 1000.0]])
FAR = np.random.default_rng(6).normal(size=(4, 3)) + np.array([[900.0], [-900.0], [990.0], [0.0]])

CHECKS = [
    checks.example(
        "Choices, gates and slots of the example",
        checks.call("route", LOGITS, k=2, capacity=2),
        (
            np.array([[0, 1], [1, 0], [0, 2]]),
            np.array([[2 / 3, 1 / 3], [3 / 4, 0], [2 / 3, 1 / 3]]),
            np.array([[0, 1], [0, -1], [1, 0]]),
        ),
    ),
    checks.example(
        "The loss of the example",
        checks.call("balance_loss", TWO, k=1),
        (19 / 18, np.array([[1.0, -1.0]] * 3) * 2 / 3 * 3 / 16 / 3),
    ),
    checks.exhaustive(
        "Small tables with ties, every k and every capacity",
        "route",
        list(every_small_table()),
        expected=one_by_one,
        same=checks.close(),
    ),
    checks.oracle(
        "Random logits, one choice after the other",
        "route",
        drawn,
        [(1, 1, 1, 1), (2, 3, 1, 1), (4, 3, 2, 2), (6, 4, 4, 3), (30, 5, 3, 9), (200, 16, 2, 30), (2_000, 64, 8, 200)],
        expected=one_by_one,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Equal logits, whole numbers",
        "route",
        with_ties,
        [(1, 2, 1, 1), (3, 3, 2, 1), (5, 4, 3, 2), (12, 20, 5, 2), (40, 6, 6, 11)],
        expected=one_by_one,
    ),
    checks.oracle(
        "An expert that nearly all want",
        "route",
        crowded,
        [(3, 2, 1, 1), (8, 4, 2, 3), (20, 3, 3, 5), (300, 8, 2, 120)],
        expected=one_by_one,
        drawn=checks.reference,
    ),
    checks.oracle(
        "All experts chosen, and room for everybody",
        "route",
        [(*drawn(np.random.default_rng(2), (3, 64, 64, 20_000)),), (*drawn(np.random.default_rng(3), (5, 1, 1, 5)),)],
        expected=one_by_one,
    ),
    checks.property(
        "Places are given once and without gaps",
        "route",
        drawn,
        [(3, 2, 1, 1), (8, 4, 2, 3), (25, 6, 3, 4)],
        holds=places_are_sound,
    ),
    checks.property(
        "First choices come before second ones",
        "route",
        crowded,
        [(3, 2, 2, 2), (8, 4, 2, 3), (25, 6, 3, 9)],
        holds=first_choices_first,
    ),
    checks.relation(
        "A shift of all logits of a token changes nothing",
        "route",
        drawn,
        [(2, 2, 1, 1), (6, 4, 2, 2), (10, 5, 3, 4)],
        holds=shifted,
    ),
    checks.stability(
        "The largest logits there are",
        "route",
        [(EXTREME, 2, 2), (EXTREME, 3, 1), (-EXTREME, 1, 1), (np.rint(EXTREME).astype(int), 2, 3)],
        expected=one_by_one,
    ),
    checks.oracle(
        "Random losses, token by token",
        "balance_loss",
        logits_and_k,
        [(1, 1, 1), (1, 3, 1), (4, 3, 2), (7, 5, 3), (60, 8, 2), (2_000, 64, 3)],
        expected=token_by_token,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Losses of equal logits, whole numbers",
        "balance_loss",
        tied_and_k,
        [(1, 2, 1), (3, 3, 2), (6, 4, 3), (5, 4, 4)],
        expected=token_by_token,
    ),
    checks.gradient(
        "The gradient is that of central differences",
        "balance_loss",
        logits_and_k,
        [(1, 2, 1), (3, 2, 1), (5, 4, 2), (4, 6, 3)],
        loss=loss_alone,
        wrt=0,
        pick=lambda got: got[1],
    ),
    checks.property(
        "Rows of the gradient sum to zero",
        "balance_loss",
        logits_and_k,
        [(2, 2, 1), (5, 4, 2), (30, 7, 3)],
        holds=gradient_is_balanced,
    ),
    checks.stability(
        "Losses of the largest logits",
        "balance_loss",
        [(EXTREME, 1), (-EXTREME, 1), (EXTREME / 50, 3), (np.rint(EXTREME).astype(int), 2), (FAR, 2)],
        expected=token_by_token,
    ),
    checks.error(
        "k below 1 or above the number of experts, and no capacity, raise ValueError",
        [
            checks.call("route", LOGITS, 0, 2),
            checks.call("route", LOGITS, 4, 2),
            checks.call("route", LOGITS, -1, 2),
            checks.call("route", LOGITS, 2, 0),
            checks.call("route", LOGITS, 1, -3),
            checks.call("balance_loss", LOGITS, 0),
            checks.call("balance_loss", LOGITS, -2),
            checks.call("balance_loss", LOGITS, 4),
            checks.call("balance_loss", np.zeros((2, 1)), 2),
        ],
    ),
    checks.stateless("Routing before does not matter", "route", drawn, [(3, 3, 2, 2), (300, 8, 2, 60)]),
    checks.stateless("Losses before do not matter", "balance_loss", logits_and_k, [(3, 3, 2), (300, 8, 2)]),
    checks.unchanged(
        "logits is not changed",
        "route",
        [
            (LOGITS, 2, 1),
            (LOGITS[:1], 1, 1),
            (LOGITS[:, :1].copy(), 1, 2),
            checks.call("balance_loss", LOGITS, 2),
            checks.call("balance_loss", LOGITS[:1], 1),
            checks.call("balance_loss", LOGITS[:, :1].copy(), 1),
        ],
    ),
]
