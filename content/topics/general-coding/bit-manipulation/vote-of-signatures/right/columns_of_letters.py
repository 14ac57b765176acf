# Rows of 64 letters, their columns, and a loop over letters for the distance.
def strays(signatures, most):
    rows = [format(one, "064b") for one in signatures]
    voted = "".join("01"[2 * column.count("1") > len(rows)] for column in zip(*rows))
    return int(voted, 2), [at for at, row in enumerate(rows) if sum(map(str.__ne__, row, voted)) > most]
