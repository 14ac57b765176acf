# caught by: Random jobs, in every order
# Sorts all jobs by peak - change, which is right for those that leave something only.
def least_memory(jobs, held):
    need = held
    for peak, change in sorted(jobs, key=lambda job: job[1] - job[0]):
        need = max(need, held + peak)
        held += change
    return need
