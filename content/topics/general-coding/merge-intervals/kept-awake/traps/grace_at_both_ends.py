# caught by: The example in the statement
# The grace period is added to the gap that is bridged and to the stretch that comes out, before and after.
def awake(jobs, grace):
    stretches = []
    for start, stop in sorted(jobs):
        if stretches and start - grace <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], stop + grace))
        else:
            stretches.append((start, stop + grace))
    return stretches
