# A set of pieces and the lengths that occur, the longest first; pairs are lists.
def tokenize(pieces, text):
    known, lengths = set(pieces), sorted({len(piece) for piece in pieces}, reverse=True)
    parts, start = [], 0
    while start < len(text):
        for length in lengths:
            if text[start : start + length] in known:
                parts.append([text[start : start + length], True])
                start += length
                break
        else:
            if parts and not parts[-1][1]:
                parts[-1][0] += text[start]
            else:
                parts.append([text[start], False])
            start += 1
    return parts
