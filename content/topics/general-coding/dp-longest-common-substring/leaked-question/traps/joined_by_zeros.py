# caught by: Tokens that are nearly alike, and the empty one
# Joining tokens by a character that no token has, it seems, and looking for one text in the other.
def shared_weight(document, question, common):
    light = set(common)
    whole = "\0" + "\0".join(question) + "\0"
    best = stop = 0
    for start in range(len(document)):
        stop = max(stop, start)
        while stop < len(document) and "\0" + "\0".join(document[start : stop + 1]) + "\0" in whole:
            stop += 1
        best = max(best, sum(token not in light for token in document[start:stop]))
    return best
