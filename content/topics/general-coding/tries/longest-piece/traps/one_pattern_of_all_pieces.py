# caught by: 20,000 pieces
# The pattern is made with care, the longest first and every sign escaped; but it tries its pieces one after the other.
import re


def tokenize(pieces, text):
    if not pieces:
        return [(text, False)] if text else []
    words = sorted(set(pieces), key=len, reverse=True)
    out, at = [], 0
    for match in re.finditer("|".join(map(re.escape, words)), text):
        if match.start() > at:
            out.append((text[at : match.start()], False))
        out.append((match.group(), True))
        at = match.end()
    if at < len(text):
        out.append((text[at:], False))
    return out
