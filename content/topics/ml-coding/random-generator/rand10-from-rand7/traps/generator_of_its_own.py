# caught by: The same rolls give the same result
# Rolls once for the sake of form, and takes the result from Python's own generator.
import random


def rand10(rand7):
    random.seed(rand7() + random.random())
    return random.randint(1, 10)
