# caught by: 20,000 jobs
# Looks through all that is left for the best next job: right, and quadratic.
def least_memory(jobs, held):
    left, need = list(jobs), held
    while left:
        frees = [job for job in left if job[1] <= 0]
        peak, change = job = min(frees) if frees else max(left, key=lambda job: job[0] - job[1])
        left.remove(job)
        need = max(need, held + peak)
        held += change
    return need
