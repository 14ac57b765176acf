# For each name the places that are open, and a chain from each span to the one around it.
from collections import defaultdict


def abandoned(events):
    around, places, flags, top = [None] * len(events), defaultdict(list), [False] * len(events), None
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            around[place], top = top, place
            places[name].append(place)
        elif places[name]:
            while top != places[name][-1]:
                flags[top] = True
                places[events[top][1]].pop()
                top = around[top]
            places[name].pop()
            top = around[top]
    return [place for place, flag in enumerate(flags) if flag]
