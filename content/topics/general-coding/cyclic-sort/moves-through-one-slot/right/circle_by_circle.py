# Collects the circles first, and writes down the plan of each; the last model of a circle steps aside.
def moves(slots):
    seen, plan = set(), []
    place = {model: slot for slot, model in enumerate(slots)}
    start = place[0]
    while start:
        seen.add(start)
        start = place[start]
        plan.append(start)
    seen.add(0)
    for first in range(len(slots) - 1, 0, -1):
        if first in seen or slots[first] == first:
            continue
        circle = [first]
        while place[circle[-1]] != first:
            circle.append(place[circle[-1]])
        seen.update(circle)
        plan += [first, *circle[1:], 0]
    return tuple(plan)
