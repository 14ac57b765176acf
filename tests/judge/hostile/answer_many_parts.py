# verdict: output limit | runtime error | memory limit | time limit
# It answers with a million little sets.
def double(values):
    return [{1} for _ in range(1 << 20)]
