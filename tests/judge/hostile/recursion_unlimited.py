# verdict: runtime error | memory limit | time limit
# It recurses beyond the interpreter's own limit.
import sys
sys.setrecursionlimit(1 << 30)
def double(values):
    return double(values)
