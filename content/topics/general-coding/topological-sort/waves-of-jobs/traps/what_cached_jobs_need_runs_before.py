# caught by: Every graph of three jobs, and those of four
# Keeps the cached jobs in the graph and leaves them out of the waves: what they need holds others up, and cycles stay.
def waves(needs, cached):
    missing = {job: len(wanted) for job, wanted in needs.items()}
    users = {job: [] for job in needs}
    for job, wanted in needs.items():
        for need in wanted:
            users[need].append(job)
    there, plan, count = set(cached), [], 0
    wave = [job for job in needs if not needs[job]]
    while wave:
        count += len(wave)
        running, freed = [job for job in wave if job not in there], []
        if running:
            plan.append(sorted(running))
        while wave:
            job = wave.pop()
            for user in users[job]:
                missing[user] -= 1
                if not missing[user]:
                    (wave if job in there else freed).append(user)
                    count += job in there
        wave = freed
    if count < len(needs):
        raise ValueError
    return plan
