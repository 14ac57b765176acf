# caught by: Every need of up to four components
# A clash is looked up in the order in which it was written, the smaller component first.
def ablations(needs, clashes):
    pairs = set(map(tuple, clashes))
    found, chosen = [], []

    def extend(first):
        found.append(chosen[:])
        for part in range(first, len(needs)):
            if set(needs[part]) <= set(chosen) and not any((other, part) in pairs for other in chosen):
                chosen.append(part)
                extend(part + 1)
                chosen.pop()

    extend(0)
    return found
