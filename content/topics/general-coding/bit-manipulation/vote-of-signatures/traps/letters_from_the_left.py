# caught by: The example in the statement
# `bin` leaves out leading zeros, so that columns from the left do not belong together.
def strays(signatures, most):
    rows = [bin(one)[2:] for one in signatures]
    voted = ""
    for place in range(max(map(len, rows))):
        ones = sum(row[place : place + 1] == "1" for row in rows)
        voted += "1" if 2 * ones > len(rows) else "0"
    cluster = int(voted, 2)
    return cluster, [at for at, one in enumerate(signatures) if bin(one ^ cluster).count("1") > most]
