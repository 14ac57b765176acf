# caught by: 10,000 tables in a row, and a guard beside each
# Goes over all tables again until nothing changes: a round for each step of a long row.
def suspect(readers, bad, guarded):
    refusing, found, changed = set(guarded), set(bad), True
    while changed:
        changed = False
        for table, row in readers.items():
            if table in found:
                for reader in row:
                    if reader not in found and reader not in refusing:
                        found.add(reader)
                        changed = True
    return found
