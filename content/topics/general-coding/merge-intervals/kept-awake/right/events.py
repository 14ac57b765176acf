# Counts the jobs that keep the machine on at each moment at which one begins or ends.
from collections import defaultdict


def awake(jobs, grace):
    begins, ends = defaultdict(int), defaultdict(int)
    for start, stop in jobs:
        begins[start] += 1
        ends[stop + grace] += 1
    stretches, count, since = [], 0, None
    for time in sorted({*begins, *ends}):
        if count == 0:
            since = time
        count += begins[time] - ends[time]
        if count == 0:
            stretches.append([since, time])
    return stretches
