# caught by: 20,000 pieces
# Tries the pieces one after the other at each place, the longest first.
def tokenize(pieces, text):
    by_length, parts, start = sorted(set(pieces), key=len, reverse=True), [], 0
    while start < len(text):
        for piece in by_length:
            if text.startswith(piece, start):
                parts.append((piece, True))
                start += len(piece)
                break
        else:
            before = parts.pop()[0] if parts and not parts[-1][1] else ""
            parts.append((before + text[start], False))
            start += 1
    return parts
