# caught by: Every three small jobs
# Starts with what frees most, though it may need more than is there before the small ones have run.
def least_memory(jobs, held):
    need = held
    frees = sorted((job for job in jobs if job[1] <= 0), key=lambda job: job[1])
    for peak, change in frees + sorted((job for job in jobs if job[1] > 0), key=lambda job: job[1] - job[0]):
        need = max(need, held + peak)
        held += change
    return need
