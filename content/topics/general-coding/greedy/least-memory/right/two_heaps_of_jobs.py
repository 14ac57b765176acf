# Heaps in place of a sort; jobs that change nothing stand at the very end.
import heapq


def least_memory(jobs, held):
    frees, leaves = [], []
    for peak, change in jobs:
        if change < 0:
            heapq.heappush(frees, (peak, change))
        else:
            heapq.heappush(leaves, (change - peak, peak, change))
    need = held
    while frees or leaves:
        peak, change = heapq.heappop(frees) if frees else heapq.heappop(leaves)[1:]
        need, held = max(need, held + peak), held + change
    return need
