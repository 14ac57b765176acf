# caught by: 50,000 writes and 20,000 moments
# Goes back from the newest value for each moment: right, and a billion steps.
def as_of(times, values, moments, max_age):
    found = []
    for moment in moments:
        at = len(times) - 1
        while at >= 0 and times[at] >= moment:
            at -= 1
        found.append(values[at] if at >= 0 and moment - times[at] <= max_age else None)
    return found
