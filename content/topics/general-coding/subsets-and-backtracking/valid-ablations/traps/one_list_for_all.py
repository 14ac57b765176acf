# caught by: The example in the statement
# Notes the path itself and not a copy: at the end all sets are the same empty list.
def ablations(needs, clashes):
    pairs = {frozenset(pair) for pair in clashes}
    found, chosen = [], []

    def extend(first):
        found.append(chosen)
        for part in range(first, len(needs)):
            if set(needs[part]) <= set(chosen) and not any(frozenset((part, other)) in pairs for other in chosen):
                chosen.append(part)
                extend(part + 1)
                chosen.pop()

    extend(0)
    return found
