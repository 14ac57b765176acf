# caught by: Random jobs, needed twice, and cycles through cached ones
# Counts the different needs and counts down by the list: a job that is named twice sets free too early.
def waves(needs, cached):
    there = set(cached)
    missing = {job: len(set(wanted) - there) for job, wanted in needs.items() if job not in there}
    users = {job: [] for job in missing}
    for job in missing:
        for need in needs[job]:
            if need in users:
                users[need].append(job)
    plan, wave, count = [], [job for job in missing if not missing[job]], 0
    while wave:
        plan.append(sorted(wave))
        count += len(wave)
        freed = []
        for job in wave:
            for user in users[job]:
                missing[user] -= 1
                if missing[user] == 0:
                    freed.append(user)
        wave = freed
    if count < len(missing):
        raise ValueError
    return plan
