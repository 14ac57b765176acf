# caught by: Up to three layers of one or two options
# On the way back every layer chooses as if the whole budget were left for it.
import math


def choose_bits(layers, budget):
    least, taken = [0] * (budget + 1), []
    for options in layers:
        row = [
            min(
                ((least[room - size] + loss, place) for place, (size, loss) in enumerate(options) if size <= room),
                default=(math.inf, 0),
            )
            for room in range(budget + 1)
        ]
        least = [loss for loss, _ in row]
        taken.append([place for _, place in row])
    return None if least[budget] == math.inf else [row[budget] for row in taken]
