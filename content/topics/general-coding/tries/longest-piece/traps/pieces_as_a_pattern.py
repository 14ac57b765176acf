# caught by: Up to three pieces, every text of up to five letters
# Joins the pieces to a regular expression as they are: "." then stands for any letter, and "$" for the end.
import re


def tokenize(pieces, text):
    words = sorted(set(pieces), key=len, reverse=True)
    if not words:
        return [(text, False)] if text else []
    out, at = [], 0
    for m in re.finditer("|".join(words), text):
        if m.start() > at:
            out.append((text[at : m.start()], False))
        out.append((m.group(), True))
        at = m.end()
    if at < len(text):
        out.append((text[at:], False))
    return out
