"""Cards of Viterbi: the best path over three states, and the work it takes."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

Row = tuple[Fraction, ...]
STATES = "ABC"


def scores(start: Row, move: list[Row], emit: list[Row]) -> tuple[list[list[Fraction]], list[list[int]]]:
    """The best scores of each state at each time, and its best predecessor at each time but the first.

    `emit[t][j]` is the probability that state j emits what is seen at time t.
    """
    best = [[p * e for p, e in zip(start, emit[0], strict=True)]]
    back = []
    for seen in emit[1:]:
        ways = [[best[-1][i] * move[i][j] for i in range(len(start))] for j in range(len(start))]
        back.append([way.index(max(way)) for way in ways])
        best.append([max(way) * e for way, e in zip(ways, seen, strict=True)])
    return best, back


def best_path(start: Row, move: list[Row], emit: list[Row]) -> list[int]:
    best, back = scores(start, move, emit)
    path = [best[-1].index(max(best[-1]))]
    for arrows in reversed(back):
        path.insert(0, arrows[path[0]])
    return path


def tenths(rng: random.Random) -> Row:
    """Three positive tenths that sum to one."""
    low, high = sorted(rng.sample(range(1, 10), 2))
    return Fraction(low, 10), Fraction(high - low, 10), Fraction(10 - high, 10)


Model = tuple[Row, list[Row], list[Row]]
"""Start, transitions, and the emissions of two observations."""


def draw_model(rng: random.Random, trap: bool) -> Model:
    """All ways into a state and all ends differ in score.

    With a trap, the best path does not begin in the state with the largest score at the first
    observation, which a greedy choice would take; without one it does.
    """
    while True:
        start, move = tenths(rng), [tenths(rng) for _ in STATES]
        emit = [tuple(Fraction(rng.randint(1, 9), 10) for _ in STATES) for _ in range(2)]
        best, _ = scores(start, move, emit)
        ways = [[best[0][i] * move[i][j] for i in range(3)] for j in range(3)]
        greedy = best[0].index(max(best[0])) == best_path(start, move, emit)[0]
        if greedy != trap and all(len(set(row)) == 3 for row in (*best[:1], *ways, best[1])):
            return start, move, emit


def draw_trap(rng: random.Random) -> Model:
    return draw_model(rng, True)


def draw_half(rng: random.Random) -> Model:
    """A trap half of the time."""
    return draw_model(rng, rng.random() < 0.5)


def told(start: Row, move: list[Row], emit: list[Row]) -> str:
    """The model as a table."""
    lines = [
        f"| {state} | {' | '.join(f'{float(p):g}' for p in (start[i], *move[i], emit[0][i], emit[1][i]))} |"
        for i, state in enumerate(STATES)
    ]
    return (
        "An HMM with hidden states A, B, C has emitted $x_1$, then $x_2$. The table shows for each state the start "
        "probability, the transitions, and the probability of emitting what was seen.\n\n"
        "| | start | to A | to B | to C | emits $x_1$ | emits $x_2$ |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        + "\n".join(lines)
        + "\n\n"
    )


def worked(start: Row, move: list[Row], emit: list[Row]) -> str:
    """The two steps, and the path."""
    best, back = scores(start, move, emit)
    first = ", ".join(
        f"{state} ${float(start[i]):g} \\cdot {float(emit[0][i]):g} = {float(best[0][i]):g}$"
        for i, state in enumerate(STATES)
    )
    second = ", ".join(
        f"{state} from {STATES[i]}, ${float(best[0][i]):g} \\cdot {float(move[i][j]):g} \\cdot {float(emit[1][j]):g} = "
        f"{float(best[1][j]):g}$"
        for j, (state, i) in enumerate(zip(STATES, back[0], strict=True))
    )
    path = best_path(start, move, emit)
    names = " ".join(STATES[i] for i in path)
    return f"First: {first}. Then the best way into each state: {second}. The largest ends the best path: {names}."


def best_path_probability(rng: random.Random) -> Numeric:
    model = draw_trap(rng)
    answer = max(scores(*model)[0][-1])
    return Numeric(
        told(*model) + "What is the joint probability of the **best path** and the two observations? (Exact.)",
        answer,
        f"{worked(*model)} Its probability is ${float(answer):g}$.",
    )


def best_first_state(rng: random.Random) -> Numeric:
    model = draw_half(rng)
    best, _ = scores(*model)
    path = best_path(*model)
    ahead = best[0].index(max(best[0]))
    note = (
        "It is also the state with the largest score at the first observation."
        if ahead == path[0]
        else f"Greedy choice would have started in {STATES[ahead]}, the best state by the first observation alone."
    )
    return Numeric(
        told(*model) + "In which state does the **best path begin**? Type 1 for A, 2 for B, 3 for C.",
        path[0] + 1,
        f"{worked(*model)} {note}",
    )


def candidates(states: int, steps: int) -> int:
    """How many predecessor-to-state pairs Viterbi looks at."""
    return states * states * (steps - 1)


def draw_sizes(rng: random.Random) -> tuple[int, int]:
    return rng.choice([3, 5, 10, 12, 20, 50]), rng.choice([5, 11, 20, 21, 51, 101])


def work(rng: random.Random) -> Numeric:
    states, steps = draw_sizes(rng)
    answer = candidates(states, steps)
    return Numeric(
        f"Viterbi decodes ${steps}$ observations with ${states}$ hidden states; every transition is possible. Counted "
        "over all steps, how many pairs (predecessor, state) does it score?",
        answer,
        f"At each of the ${steps} - 1$ steps after the first, each of ${states}$ states looks at ${states}$ "
        f"predecessors: ${states}^2 \\cdot {steps - 1} = {answer}$. There are ${states}^{{{steps}}}$ paths.",
    )


CARDS = [best_path_probability, best_first_state, work]
