# verdict: time limit
# An endless loop in C, which looks at no signal.
from itertools import repeat
def double(values):
    return sum(repeat(0))
