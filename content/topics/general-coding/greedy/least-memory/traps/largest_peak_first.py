# caught by: Every three small jobs
# After those that free memory, sorts the others by their peak, the largest first, and forgets what they leave.
def least_memory(jobs, held):
    need = held
    frees = sorted(job for job in jobs if job[1] <= 0)
    for peak, change in frees + sorted((job for job in jobs if job[1] > 0), key=lambda job: -job[0]):
        need = max(need, held + peak)
        held += change
    return need
