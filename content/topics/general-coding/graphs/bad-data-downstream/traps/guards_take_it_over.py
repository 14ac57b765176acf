# caught by: The example in the statement
# Puts a guarded table into the answer and only does not go on from it.
def suspect(readers, bad, guarded):
    refusing, found, waiting = set(guarded), set(bad), list(bad)
    while waiting:
        for reader in readers.get(waiting.pop(), ()):
            if reader not in found:
                found.add(reader)
                if reader not in refusing:
                    waiting.append(reader)
    return found
