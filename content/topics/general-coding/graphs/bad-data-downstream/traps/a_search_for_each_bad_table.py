# caught by: 10,000 bad tables before one long row
# Begins with nothing found at each bad table, and joins the answers.
def suspect(readers, bad, guarded):
    refusing, everything = set(guarded), set()
    for table in bad:
        found, waiting = {table}, [table]
        while waiting:
            for reader in readers.get(waiting.pop(), ()):
                if reader not in found and reader not in refusing:
                    found.add(reader)
                    waiting.append(reader)
        everything = everything | found
    return everything
