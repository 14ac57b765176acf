# caught by: Every order of up to four writes in four seconds
# Looks each earlier second up in a dict, the youngest first, and never looks at one that is exactly `max_age` old.
def as_of(times, values, moments, max_age):
    written = dict(zip(times, values))
    found = []
    for moment in moments:
        seconds = range(moment - 1, max(moment - max_age, -1), -1)
        found.append(next((written[second] for second in seconds if second in written), None))
    return found
