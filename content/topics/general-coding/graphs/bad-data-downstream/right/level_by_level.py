# Whole rings of tables as sets, one ring after another.
def suspect(readers, bad, guarded):
    refusing = frozenset(guarded)
    ring, found = set(bad), set(bad)
    while ring:
        ring = {reader for table in ring for reader in readers.get(table, [])} - refusing - found
        found |= ring
    return found
