# A sorted list: the range of pieces that go on like the text is narrowed letter by letter.
from bisect import bisect_left


def tokenize(pieces, text):
    words = sorted(set(pieces))

    def longest(start):
        low, high, best, stop = 0, len(words), 0, start
        while low < high and stop < len(text):
            stop += 1
            prefix = text[start:stop]
            low = bisect_left(words, prefix, low, high)
            high = bisect_left(words, prefix + chr(0x10FFFF), low, high)
            if low < high and words[low] == prefix:
                best = stop - start
        return best

    parts, start, run = [], 0, ""
    while start < len(text):
        length = longest(start)
        if length == 0:
            run += text[start]
            start += 1
            continue
        if run:
            parts.append((run, False))
            run = ""
        parts.append((text[start : start + length], True))
        start += length
    return [*parts, (run, False)] if run else parts
