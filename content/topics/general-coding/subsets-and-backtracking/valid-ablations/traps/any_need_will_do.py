# caught by: Every need of up to four components
# A component is let in as soon as one of those it needs is there.
def ablations(needs, clashes):
    pairs = {frozenset(pair) for pair in clashes}
    found, chosen = [], []

    def extend(first):
        found.append(chosen[:])
        for part in range(first, len(needs)):
            fed = not needs[part] or any(other in chosen for other in needs[part])
            if fed and not any(frozenset((part, other)) in pairs for other in chosen):
                chosen.append(part)
                extend(part + 1)
                chosen.pop()

    extend(0)
    return found
