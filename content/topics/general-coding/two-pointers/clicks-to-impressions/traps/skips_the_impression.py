# caught by: Up to three impressions and clicks at four moments
# Moves on in both lists after each comparison, so that a click too early uses up an impression.
def attributed(shown, clicked, window):
    at = click = pairs = 0
    while at < len(shown) and click < len(clicked):
        if 0 <= clicked[click] - shown[at] <= window:
            pairs += 1
            at += 1
        elif clicked[click] < shown[at]:
            at += 1
        else:
            at += 1
            continue
        click += 1
    return pairs
