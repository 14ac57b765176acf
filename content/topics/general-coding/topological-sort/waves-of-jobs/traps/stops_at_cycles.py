# caught by: Cycles raise ValueError
# Plans what can run and says nothing of the rest.
def waves(needs, cached):
    there = set(cached)
    missing = {job: 0 for job in needs if job not in there}
    users = {job: [] for job in missing}
    for job in missing:
        for need in needs[job]:
            if need in users:
                missing[job] += 1
                users[need].append(job)
    plan, wave = [], [job for job in missing if not missing[job]]
    while wave:
        plan.append(sorted(wave))
        freed = []
        for job in wave:
            for user in users[job]:
                missing[user] -= 1
                if missing[user] == 0:
                    freed.append(user)
        wave = freed
    return plan
