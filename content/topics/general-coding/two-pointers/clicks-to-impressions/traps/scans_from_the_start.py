# caught by: 50,000 impressions, most of which have expired
# Looks for an unused impression from the start of the list for every click.
def attributed(shown, clicked, window):
    used = [False] * len(shown)
    pairs = 0
    for click in clicked:
        for number, time in enumerate(shown):
            if time > click:
                break
            if not used[number] and click - time <= window:
                used[number] = True
                pairs += 1
                break
    return pairs
