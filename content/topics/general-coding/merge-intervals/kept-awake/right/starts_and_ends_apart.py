# Starts and ends sorted by themselves: where the next start lies behind the end of as many jobs, there is a gap.
def awake(jobs, grace):
    starts, ends = sorted(start for start, _ in jobs), sorted(stop + grace for _, stop in jobs)
    cuts = [at for at in range(1, len(starts)) if starts[at] > ends[at - 1]]
    bounds = [0, *cuts, len(starts)] if starts else []
    return [(starts[one], ends[other - 1]) for one, other in zip(bounds, bounds[1:])]
