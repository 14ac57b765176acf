# verdict: wrong answer | output limit
# One text of a megabyte among short ones: as an array each would be as wide as the widest.
def double(values):
    return ["x" * (1 << 20)] + ["y"] * 20_000
