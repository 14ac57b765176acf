# caught by: Deep nesting, and 20,000 leaves of spans that are not open
# A count of the enters keeps most searches away, but it is not lowered, so a name that was left is searched for in vain.
from collections import Counter


def abandoned(events):
    entered, running, found = Counter(), [], []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            entered[name] += 1
            running.append(place)
        elif entered[name]:
            for at in range(len(running) - 1, -1, -1):
                if events[running[at]][1] == name:
                    found += running[at + 1 :]
                    del running[at:]
                    break
    return sorted(found)
