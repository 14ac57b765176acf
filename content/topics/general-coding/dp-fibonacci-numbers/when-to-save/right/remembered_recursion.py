# Top down over the place and the last letters of the plan: two hundred calls deep.
from functools import cache


def count_plans(epochs):
    @cache
    def count(place, last):
        if place == len(epochs):
            return 1
        total = 0
        for letter in "S-":
            if epochs[place] in ("?", letter) and (last + letter)[-2:] != "SS" and last + letter != "---":
                total += count(place + 1, (last + letter)[-2:])
        return total

    return count(0, "")
