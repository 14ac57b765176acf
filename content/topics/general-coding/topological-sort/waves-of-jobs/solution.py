def waves(needs: dict[str, list[str]], cached: list[str]) -> list[list[str]]:
    """Plan jobs in waves, each as early as what it needs allows.

    Parameters
    ----------
    needs : dict of str to list of str
        For each job those whose results it needs.
    cached : list of str
        The jobs whose results are there already.

    Returns
    -------
    list of list of str
        The names of the jobs of each wave, sorted.

    Raises
    ------
    ValueError
        If jobs that have to run depend on each other in a cycle.

    Notes
    -----
    Kahn's algorithm, wave by wave: a job runs once nothing that it needs is left to run. Each entry is counted up once
    and down once: O(n + m) time and memory for n jobs and m entries, and sorting.
    """
    there = set(cached)
    missing = {job: 0 for job in needs if job not in there}
    users: dict[str, list[str]] = {job: [] for job in missing}
    for job in missing:
        for need in needs[job]:
            if need in users:
                missing[job] += 1
                users[need].append(job)
    plan = []
    wave = [job for job, count in missing.items() if count == 0]
    while wave:
        plan.append(sorted(wave))
        freed = []
        for job in wave:
            for user in users[job]:
                missing[user] -= 1
                if missing[user] == 0:
                    freed.append(user)
        wave = freed
    if sum(map(len, plan)) < len(missing):
        raise ValueError("jobs depend on each other in a cycle")
    return plan
