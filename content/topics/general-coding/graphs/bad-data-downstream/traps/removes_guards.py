# caught by: Every graph of three tables
# Takes guarded tables out of the graph, those that are bad themselves too.
def suspect(readers, bad, guarded):
    refusing = set(guarded)
    found = set(bad)
    waiting = [table for table in found if table not in refusing]
    while waiting:
        for reader in readers.get(waiting.pop(), ()):
            if reader not in found and reader not in refusing:
                found.add(reader)
                waiting.append(reader)
    return found
