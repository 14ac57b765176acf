# caught by: Up to three jobs within three seconds
# The end of the last job is taken, though an earlier one may run longer.
def awake(jobs, grace):
    stretches = []
    for start, stop in sorted(jobs):
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], stop + grace)
        else:
            stretches.append((start, stop + grace))
    return stretches
