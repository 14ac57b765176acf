# caught by: Every log of up to five events of three kinds
# Takes a kind for covered as soon as one of it is there, however many are needed.
def shortest_cover(events, needed):
    needed = {kind for kind, count in needed.items() if count}
    if not needed:
        return 0, 0
    last, best = {}, None
    for stop, event in enumerate(events, 1):
        if event in needed:
            last[event] = stop - 1
            if len(last) == len(needed):
                start = min(last.values())
                if best is None or stop - start < best[1] - best[0]:
                    best = start, stop
    return best
