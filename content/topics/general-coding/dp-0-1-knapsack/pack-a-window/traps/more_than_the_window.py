# caught by: Up to four documents, windows up to eleven
# Forgets that without a document there is no separator to save: the padding is larger than the window.
def least_padding(lengths, window):
    room = window + 1
    reachable = {0}
    for length in lengths:
        reachable |= {total + length + 1 for total in reachable if total + length + 1 <= room}
    return room - max(reachable)
