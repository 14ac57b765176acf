# No recursion: all sets of the components so far, and each again with the next one where that makes sense.
def ablations(needs, clashes):
    against = {}
    for a, b in clashes:
        against.setdefault(a, set()).add(b)
        against.setdefault(b, set()).add(a)
    found = [()]
    for part, needed in enumerate(needs):
        enemies = against.get(part, set())
        found += [(*chosen, part) for chosen in found if enemies.isdisjoint(chosen) and set(needed).issubset(chosen)]
    return sorted(found)
