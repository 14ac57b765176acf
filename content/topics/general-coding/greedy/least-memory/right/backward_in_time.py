# Two walks: those that free forward, the others backward from what is held at the end.
def least_memory(jobs, held):
    need, end = held, held + sum(change for _, change in jobs)
    for peak, change in sorted((peak, change) for peak, change in jobs if change < 0):
        need = max(need, held + peak)
        held += change
    for rest, change in sorted((peak - change, change) for peak, change in jobs if change >= 0):
        need = max(need, end + rest)
        end -= change
    return need
