# caught by: Up to three layers of one or two options
# Only an empty budget begins at zero, so that the sizes must sum to the budget itself.
import math


def choose_bits(layers, budget):
    least, taken = [0] + [math.inf] * budget, []
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
    if least[budget] == math.inf:
        return None
    chosen, room = [], budget
    for options, row in zip(reversed(layers), reversed(taken)):
        chosen.append(row[room])
        room -= options[row[room]][0]
    return chosen[::-1]
