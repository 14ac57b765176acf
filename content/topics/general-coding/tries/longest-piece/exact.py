"""A table of the longest piece at each place, filled by looking for every occurrence of every piece."""

from sharpen import checks


def tokenize(pieces, text):
    longest = [0] * len(text)
    for piece in pieces:
        place = text.find(piece)
        while place >= 0:
            longest[place] = max(longest[place], len(piece))
            place = text.find(piece, place + 1)
    parts, place = [], 0
    while place < len(text):
        stop = place
        while stop < len(text) and not longest[stop]:
            stop += 1
        if stop > place:
            parts.append((text[place:stop], False))
        else:
            stop = place + longest[place]
            parts.append((text[place:stop], True))
        place = stop
    return parts


same = {"tokenize": checks.exactly()}


def inputs(rng, draw):
    letters = "aAb é"[: rng.integers(1, 6)]

    def word(longest):
        return "".join(letters[place] for place in rng.integers(0, len(letters), rng.integers(0, longest)))

    return [word(6) + letters[0] for _ in range(rng.integers(0, 9))], word(60)
