# verdict: memory limit | time limit
# It answers with an iterator that never ends.
import itertools
def double(values):
    return itertools.count()
