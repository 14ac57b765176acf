# Top down and from the last layer to the first; of equally good choices it may return another.
import math
from functools import cache


def choose_bits(layers, budget):
    @cache
    def least(number, room):
        if number < 0:
            return 0, None
        best = math.inf, None
        for place, (size, loss) in enumerate(layers[number]):
            if size <= room:
                total = least(number - 1, room - size)[0] + loss
                if total <= best[0]:
                    best = total, place
        return best

    if least(len(layers) - 1, budget)[0] == math.inf:
        return None
    chosen, room = [], budget
    for number in range(len(layers) - 1, -1, -1):
        place = least(number, room)[1]
        chosen.append(place)
        room -= layers[number][place][0]
    return chosen[::-1]
