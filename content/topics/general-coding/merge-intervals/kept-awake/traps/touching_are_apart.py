# caught by: The example in the statement
# A job that begins as the machine goes off begins a new stretch. Here even the job at 30 does.
def awake(jobs, grace):
    stretches = []
    for start, stop in sorted(jobs):
        if stretches and start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], stop + grace))
        else:
            stretches.append((start, stop + grace))
    return stretches
