# caught by: The example in the statement
# Every unknown letter is a part of its own.
def tokenize(pieces, text):
    known, longest = set(pieces), max(map(len, pieces), default=0)
    parts, start = [], 0
    while start < len(text):
        for length in range(min(longest, len(text) - start), 0, -1):
            if text[start : start + length] in known:
                parts.append((text[start : start + length], True))
                break
        else:
            length = 1
            parts.append((text[start], False))
        start += length
    return parts
