import math
from collections.abc import Sequence


def choose_bits(layers: Sequence[Sequence[tuple[int, int]]], budget: int) -> list[int] | None:
    """One option for each layer, so that all fit into the budget and the least is lost.

    Parameters
    ----------
    layers : list of lists of pairs
        The options of each layer, at least one: size and loss, each at least 0.
    budget : int
        How large the chosen options may be in total.

    Returns
    -------
    list of int, or None
        For each layer the index of its option; any of equally good choices. None if no choice fits.

    Notes
    -----
    `least[room]` is the least loss of the layers so far within `room`. Each layer makes a new row from the one before,
    so that exactly one of its options counts, and which one is kept for the way back. O(budget * options) time,
    O(budget * layers) space.
    """
    rooms = range(budget + 1)
    least: list[float] = [0 for _ in rooms]
    taken = []
    for options in layers:
        row, best = [0 for _ in rooms], [math.inf for _ in rooms]
        for place, (size, loss) in enumerate(options):
            for room in rooms[size:]:
                if least[room - size] + loss < best[room]:
                    best[room], row[room] = least[room - size] + loss, place
        least = best
        taken.append(row)
    if least[budget] == math.inf:
        return None
    chosen, room = [], budget
    for options, row in zip(reversed(layers), reversed(taken), strict=True):
        chosen.append(row[room])
        room -= options[row[room]][0]
    return chosen[::-1]
