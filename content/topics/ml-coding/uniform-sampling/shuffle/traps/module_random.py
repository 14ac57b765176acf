# caught by: All randomness comes from uniform, and none is kept
# Takes its randomness from the random module, so no seed of the caller's repeats a run.
import random


def shuffle(items, uniform):
    return random.sample(items, len(items))
