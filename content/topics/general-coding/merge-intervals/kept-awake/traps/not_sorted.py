# caught by: The example in the statement
# Takes the jobs in the order of the list.
def awake(jobs, grace):
    stretches = []
    for start, stop in jobs:
        if stretches and start <= stretches[-1][1] and stretches[-1][0] <= stop:
            stretches[-1] = (min(start, stretches[-1][0]), max(stretches[-1][1], stop + grace))
        else:
            stretches.append((start, stop + grace))
    return stretches
