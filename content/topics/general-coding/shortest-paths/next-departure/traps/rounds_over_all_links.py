# caught by: A row of 5,000 centers, listed from its end
# Improves over all links until nothing changes: as many rounds as the path is long.
def arrival(links, source, target, start):
    best, changed = {source: start}, True
    while changed:
        changed = False
        for origin, end, every, takes in links:
            if origin in best:
                there = best[origin] + -best[origin] % every + takes
                if end not in best or there < best[end]:
                    best[end], changed = there, True
    return best.get(target)
