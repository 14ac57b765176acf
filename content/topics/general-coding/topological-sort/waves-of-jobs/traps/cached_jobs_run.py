# caught by: The example in the statement
# Plans the cached jobs too.
def waves(needs, cached):
    missing = {job: len(wanted) for job, wanted in needs.items()}
    users = {job: [] for job in needs}
    for job, wanted in needs.items():
        for need in wanted:
            users[need].append(job)
    plan, wave, count = [], [job for job in needs if not needs[job]], 0
    while wave:
        plan.append(sorted(wave))
        count += len(wave)
        freed = []
        for job in wave:
            for user in users[job]:
                missing[user] -= 1
                if not missing[user]:
                    freed.append(user)
        wave = freed
    if count < len(needs):
        raise ValueError
    return plan
