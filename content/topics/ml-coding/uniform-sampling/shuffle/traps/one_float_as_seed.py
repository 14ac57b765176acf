# caught by: Every float counts
# Seeds a generator with the first float: it can reach few of all permutations, and none of them is the caller's.
import random


def shuffle(items, uniform):
    return random.Random(uniform()).sample(items, len(items))
