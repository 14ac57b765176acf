# caught by: Deep nesting, and 20,000 leaves of spans that are not open
# Looks through all open spans at every leave: right, and quadratic where nesting is deep.
def abandoned(events):
    places, names, found = [], [], []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            places.append(place)
            names.append(name)
        elif name in names:
            while names[-1] != name:
                names.pop()
                found.append(places.pop())
            names.pop()
            places.pop()
    return sorted(found)
