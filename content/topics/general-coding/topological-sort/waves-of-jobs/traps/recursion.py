# caught by: 10,000 waves, and as many cached jobs
# A frame for each job of a chain.
def waves(needs, cached):
    there, place, open_ = set(cached), {}, set()

    def find(job):
        if job in open_:
            raise ValueError
        if job not in place:
            open_.add(job)
            place[job] = 1 + max((find(need) for need in needs[job] if need not in there), default=-1)
            open_.discard(job)
        return place[job]

    plan = {}
    for job in needs:
        if job not in there:
            plan.setdefault(find(job), []).append(job)
    return [sorted(plan[at]) for at in sorted(plan)]
