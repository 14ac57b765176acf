# caught by: The log of the product, from the start token to the end token
# Starts with the second word, since the first has none before it.
import math
from itertools import pairwise


def log_probability(sentence, model):
    total = 0.0
    for previous, word in pairwise([*sentence, "</s>"]):
        probability = model.get(previous, {}).get(word, 0.0)
        if probability == 0:
            return -math.inf
        total += math.log(probability)
    return total


def perplexity(sentences, model):
    if not sentences:
        raise ValueError("there must be at least one sentence")
    tokens = sum(len(sentence) + 1 for sentence in sentences)
    total = sum(log_probability(sentence, model) for sentence in sentences)
    return math.exp(-total / tokens)
