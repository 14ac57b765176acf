# verdict: memory limit | runtime error | time limit
# It maps memory instead of allocating it.
import mmap
def double(values):
    return [mmap.mmap(-1, 1 << 26)[:8] for _ in iter(int, 1)]
