# Top down: the least padding of what is left for the documents from a place on, remembered; a hundred calls deep.
from functools import cache


def least_padding(lengths, window):
    @cache
    def left_of(place, left):
        if place == len(lengths):
            return left
        best = left_of(place + 1, left)
        if lengths[place] + 1 <= left:
            best = min(best, left_of(place + 1, left - lengths[place] - 1))
        return best

    return min(window, left_of(0, window + 1))
