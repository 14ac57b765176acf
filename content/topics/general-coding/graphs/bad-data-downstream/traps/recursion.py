# caught by: 10,000 tables in a row, and a guard beside each
# A frame for each table on the way: a long row is deeper than Python recurses.
def suspect(readers, bad, guarded):
    refusing, found = set(guarded), set()

    def visit(table):
        found.add(table)
        for reader in readers.get(table, ()):
            if reader not in found and reader not in refusing:
                visit(reader)

    for table in bad:
        if table not in found:
            visit(table)
    return found
