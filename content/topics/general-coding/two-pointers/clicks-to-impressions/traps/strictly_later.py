# caught by: Up to three impressions and clicks at four moments
# A click in the same second as the impression is not counted.
def attributed(shown, clicked, window):
    at = pairs = 0
    for click in clicked:
        while at < len(shown) and shown[at] + window < click:
            at += 1
        if at < len(shown) and shown[at] < click:
            pairs += 1
            at += 1
    return pairs
