# caught by: Up to four documents, windows up to eleven
# The row is filled upward, so that a document counts as often as it fits.
def least_padding(lengths, window):
    room = window + 1
    reachable = [True] + [False] * room
    for length in lengths:
        for total in range(length + 1, room + 1):
            if reachable[total - length - 1]:
                reachable[total] = True
    fullest = max(total for total in range(room + 1) if reachable[total])
    return min(window, room - fullest)
