# caught by: Up to three impressions and clicks at four moments
# Attribution to the last touch: the youngest impression is used up, and an older one expires.
def attributed(shown, clicked, window):
    waiting, at, pairs = [], 0, 0
    for click in clicked:
        while at < len(shown) and shown[at] <= click:
            waiting.append(shown[at])
            at += 1
        if waiting and click - waiting[-1] <= window:
            waiting.pop()
            pairs += 1
    return pairs
