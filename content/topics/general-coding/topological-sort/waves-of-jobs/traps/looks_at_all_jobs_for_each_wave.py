# caught by: 10,000 waves, and as many cached jobs
# Goes over everything that is left for each wave.
def waves(needs, cached):
    done, plan = set(cached), []
    left = [job for job in needs if job not in done]
    while left:
        wave = [job for job in left if all(need in done for need in needs[job])]
        if not wave:
            raise ValueError
        plan.append(sorted(wave))
        done |= set(wave)
        left = [job for job in left if job not in done]
    return plan
