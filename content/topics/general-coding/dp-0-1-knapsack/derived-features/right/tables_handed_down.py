# Enters each child with the table of what was chosen before, by recursion of a call for each level; the choices are linked, not walked back.
def best_features(parents, costs, values, budget):
    children = [[] for _ in parents]
    raw = []
    for feature, parent in enumerate(parents):
        (children[parent] if parent >= 0 else raw).append(feature)

    def through(feature, before):
        cost, value = costs[feature], values[feature]
        table = [None] * min(cost, budget + 1)
        for room in range(cost, budget + 1):
            one = before[room - cost]
            table.append(None if one is None else (one[0] + value, (feature, one[1])))
        for child in children[feature]:
            table = through(child, table)
        return [
            one if other is None or (one is not None and one[0] >= other[0]) else other
            for one, other in zip(before, table)
        ]

    best = [(0, None)] * (budget + 1)
    for feature in raw:
        best = through(feature, best)
    chosen, link = [], best[budget][1]
    while link is not None:
        chosen.append(link[0])
        link = link[1]
    return sorted(chosen)
