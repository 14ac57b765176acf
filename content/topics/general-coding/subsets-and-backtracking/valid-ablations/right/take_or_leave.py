# Takes or leaves each component in turn, as a generator; what was taken comes first, so the order is turned around.
def ablations(needs, clashes):
    pairs = {frozenset(pair) for pair in clashes}

    def complete(part, chosen):
        if part == len(needs):
            yield list(chosen)
            return
        yield from complete(part + 1, chosen)
        if all(other in chosen for other in needs[part]):
            if all(frozenset((other, part)) not in pairs for other in chosen):
                yield from complete(part + 1, [*chosen, part])

    return sorted(complete(0, []))
