"""The buffer of each expert, with the tokens in its places, and the choices that found no room."""

import numpy as np

from sharpen import checks
from sharpen.checks import diagrams, plots

SHOW = checks.call(
    "route",
    np.round(np.random.default_rng(11).normal(size=(8, 4)) * 2 + np.array([2.0, 0.5, 0.0, 0.0]), 1),
    2,
    4,
)
MOST = 12


def draw(figure, call, expected, got):
    """Rows are experts and columns places; first choices are blue, later ones gold, what was dropped red."""
    if call.entry != "route":
        raise ValueError("a loss is one number")
    logits, k, capacity = diagrams.given(call, "logits", "k", "capacity")
    tokens, experts = np.shape(logits)
    capacity = min(capacity, tokens)
    if max(experts, capacity) > MOST:
        raise ValueError("too many places to be seen")
    axes = diagrams.sheet(figure)

    def paint(answer, y):
        choices, _, slots = answer
        choices, slots = plots.wholes(choices, tokens, k, below=experts), plots.wholes(slots, tokens, k)
        cells, tones = [[None] * capacity for _ in range(experts)], {}
        dropped = []
        for token, (chosen, places) in enumerate(zip(choices, slots, strict=True)):
            for rank, (expert, place) in enumerate(zip(chosen, places, strict=True)):
                if place < 0:
                    dropped.append(f"{token} from {expert}")
                    continue
                cells[expert][place] = token
                tones[expert, place] = "gold" if rank else "blue"
        across, down = [f"place {place}" for place in range(capacity)], [f"expert {e}" for e in range(experts)]
        diagrams.table(axes, 2.4, y + 0.6, cells, across=across, down=down, tones=tones, wide=1.5)
        y += experts + 1.0
        if dropped:
            diagrams.words(axes, 0, y, f"Dropped: token {', token '.join(dropped)}", size=9.5, tone="red")
            y += 0.5
        return y

    diagrams.words(axes, 0, 0, "Tokens in buffers: blue came as first choices, gold as later ones.", size=9.5)
    diagrams.answers(axes, 0.5, got, expected, paint)
    diagrams.fit(axes)
