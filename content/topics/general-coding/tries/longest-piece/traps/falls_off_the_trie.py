# caught by: Up to three pieces, every text of up to five letters
# Where the walk leaves the trie it looks at the last node only: an end that was passed earlier is forgotten.
def tokenize(pieces, text):
    root = {}
    for piece in pieces:
        node = root
        for letter in piece:
            node = node.setdefault(letter, {})
        node["end"] = True
    parts, start = [], 0
    while start < len(text):
        node, stop = root, start
        while stop < len(text) and text[stop] in node:
            node = node[text[stop]]
            stop += 1
        if "end" in node:
            parts.append((text[start:stop], True))
        else:
            stop = start + 1
            before = parts.pop()[0] if parts and not parts[-1][1] else ""
            parts.append((before + text[start:stop], False))
        start = stop
    return parts
