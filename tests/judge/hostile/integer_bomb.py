# verdict: time limit | memory limit
# It raises an integer to a tower.
def double(values):
    return 9 ** 9 ** 9
