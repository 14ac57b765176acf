# caught by: 10,000 tables in a row, and a guard beside each
# Looks every table up in the list of guards, which reads the list each time.
def suspect(readers, bad, guarded):
    found = set(bad)
    waiting = list(found)
    while waiting:
        for reader in readers.get(waiting.pop(), ()):
            if reader not in guarded and reader not in found:
                found.add(reader)
                waiting.append(reader)
    return found
