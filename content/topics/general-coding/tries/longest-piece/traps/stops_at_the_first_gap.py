# caught by: The example in the statement
# Grows the stretch as long as it is a piece: "under" is not found, for "unde" is none.
def tokenize(pieces, text):
    known, parts, start = set(pieces), [], 0
    while start < len(text):
        stop = start
        while stop < len(text) and text[start : stop + 1] in known:
            stop += 1
        if stop > start:
            parts.append((text[start:stop], True))
        else:
            stop += 1
            before = parts.pop()[0] if parts and not parts[-1][1] else ""
            parts.append((before + text[start:stop], False))
        start = stop
    return parts
