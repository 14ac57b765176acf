# The mirror image: from the latest impression back, each takes the latest click within its window.
def attributed(shown, clicked, window):
    clicks, pairs = list(clicked), 0
    for time in reversed(shown):
        while clicks and clicks[-1] > time + window:
            clicks.pop()
        if clicks and clicks[-1] >= time:
            clicks.pop()
            pairs += 1
    return pairs
