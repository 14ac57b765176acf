# caught by: Thousands of centers that are not yet reached
# Looks at everything that was met to find the earliest.
def arrival(links, source, target, start):
    departing = {}
    for origin, end, every, takes in links:
        departing.setdefault(origin, []).append((end, every, takes))
    waiting, done = {source: start}, set()
    while waiting:
        center = min(waiting, key=waiting.get)
        now = waiting.pop(center)
        if center == target:
            return now
        done.add(center)
        for end, every, takes in departing.get(center, ()):
            if end not in done:
                there = now + -now % every + takes
                waiting[end] = min(there, waiting.get(end, there))
    return None
