# The wave of each job from those of its needs, depth first with a stack of its own; jobs in sorted order from the start.
def waves(needs, cached):
    there, place, open_ = set(cached), {}, set()
    for start in needs:
        stack = [start]
        while stack:
            job = stack[-1]
            if job in place or job in there:
                stack.pop()
                continue
            wanted = [need for need in needs[job] if need not in there]
            later = [need for need in wanted if need not in place]
            if later:
                if job in open_ or job in later:
                    raise ValueError("circle")
                open_.add(job)
                stack += later
            else:
                place[job] = 1 + max((place[need] for need in wanted), default=-1)
                stack.pop()
    plan = [[] for _ in range(max(place.values(), default=-1) + 1)]
    for job in sorted(place):
        plan[place[job]].append(job)
    return plan
