"""Every stretch, sorted: the score that just enough of it reach, counted with fractions."""

from fractions import Fraction


def sustained(scores, length, percent):
    best = []
    for start in range(len(scores)):
        for stop in range(start + length, len(scores) + 1):
            stretch = scores[start:stop]
            reached = [
                q for q in stretch if Fraction(sum(s >= q for s in stretch), len(stretch)) >= Fraction(percent, 100)
            ]
            best += [max(reached)]
    return max(best)


def inputs(rng, draw):
    count = int(rng.integers(1, 11))
    scores = [int(score) for score in draw("scores", count)]
    percent = int(rng.choice([1, 25, 33, 34, 50, 60, 66, 67, 75, 80, 99, 100]))
    return scores, int(rng.integers(1, count + 1)), percent
