# caught by: Names that are nearly alike, and the empty one
# `if name` where a name may be the empty text.
from collections import Counter


def abandoned(events):
    stack, names, cut = [], Counter(), []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            stack.append(place)
            names[name] += 1
        elif name and names[name]:
            while events[stack[-1]][1] != name:
                inner = stack.pop()
                names[events[inner][1]] -= 1
                cut.append(inner)
            stack.pop()
            names[name] -= 1
    return sorted(cut)
