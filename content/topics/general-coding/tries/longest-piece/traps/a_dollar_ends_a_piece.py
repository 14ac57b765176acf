# caught by: Up to three pieces, every text of up to five letters
# Marks the end of a piece by the key "$", which may be a letter of the text as well.
def tokenize(pieces, text):
    root = {}
    for p in pieces:
        node = root
        for ch in p:
            node = node.setdefault(ch, {})
        node["$"] = {}
    out, i, n, unknown = [], 0, len(text), 0
    while i < n:
        node, k, end = root, i, i
        while k < n and text[k] in node:
            node = node[text[k]]
            k += 1
            if "$" in node:
                end = k
        if end > i:
            if unknown < i:
                out.append((text[unknown:i], False))
            out.append((text[i:end], True))
            i = unknown = end
        else:
            i += 1
    if unknown < n:
        out.append((text[unknown:], False))
    return out
