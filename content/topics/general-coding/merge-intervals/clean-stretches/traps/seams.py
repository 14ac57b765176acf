# caught by: The example in the statement
# A sweep that looks at the state after each end, so that it comes apart where one recording follows another.
def clean(recordings, outages, least):
    ends = [(start, 1, 0) for start, _ in recordings] + [(stop, -1, 0) for _, stop in recordings]
    ends += [(start, 0, 1) for start, _ in outages] + [(stop, 0, -1) for _, stop in outages]
    stretches, recording, breaking, since = [], 0, 0, None
    for time, one, other in sorted(ends):
        recording, breaking = recording + one, breaking + other
        if recording and not breaking:
            since = time if since is None else since
        elif since is not None:
            if time - since >= least:
                stretches.append((since, time))
            since = None
    return stretches
