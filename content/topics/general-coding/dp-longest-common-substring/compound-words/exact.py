"""Dijkstra's algorithm over pairs of what is left of both lists, by all parts that may come first."""

import heapq


def word_errors(reference, heard):
    heap, done = [(0, tuple(reference), tuple(heard))], set()
    while True:
        errors, mine, theirs = heapq.heappop(heap)
        if not mine and not theirs:
            return errors
        if (mine, theirs) in done:
            continue
        done.add((mine, theirs))
        for count, beside in ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2)):
            if count > len(mine) or beside > len(theirs):
                continue
            same = "".join(mine[:count]) == "".join(theirs[:beside])
            if same or count + beside < 3:
                heapq.heappush(heap, (errors + (not same), mine[count:], theirs[beside:]))


def inputs(rng, draw):
    words = ["a", "b", "ab", "aa", "A", "aab", "b a"][: rng.integers(1, 8)]

    def some(argument):
        return [words[at] for at in rng.integers(0, len(words), draw.length(argument, 9))]

    return some("reference"), some("heard")
