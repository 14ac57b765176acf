# caught by: Letters that somebody takes for the end of a piece
# Marks the end of a piece by `#` among the letters, which may itself be one.
def tokenize(pieces, text):
    root = {}
    for piece in pieces:
        node = root
        for letter in piece:
            node = node.setdefault(letter, {})
        node["#"] = {}
    parts, start = [], 0
    while start < len(text):
        node, stop = root, None
        for place in range(start, len(text)):
            node = node.get(text[place])
            if node is None:
                break
            if "#" in node:
                stop = place + 1
        if stop is not None:
            parts.append((text[start:stop], True))
        elif parts and not parts[-1][1]:
            parts[-1] = (parts[-1][0] + text[start], False)
        else:
            parts.append((text[start], False))
        start = stop or start + 1
    return parts
