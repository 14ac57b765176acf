# caught by: 20,000 jobs far apart
# Takes each job in turn and unites it with the stretches that it meets: a look at all of them for each job.
def awake(jobs, grace):
    stretches = []
    for start, stop in jobs:
        stop += grace
        apart = []
        for one, other in stretches:
            if other < start or stop < one:
                apart.append((one, other))
            else:
                start, stop = min(start, one), max(stop, other)
        stretches = [*apart, (start, stop)]
    return sorted(stretches)
