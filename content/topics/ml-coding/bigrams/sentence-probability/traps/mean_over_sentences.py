# caught by: Long sentences weigh more than short ones
# Averages the perplexities of the sentences, so that a short one counts as much as a long one.
import math
from itertools import pairwise


def log_probability(sentence, model):
    total = 0.0
    for previous, word in pairwise(["<s>", *sentence, "</s>"]):
        probability = model.get(previous, {}).get(word, 0.0)
        if probability == 0:
            return -math.inf
        total += math.log(probability)
    return total


def perplexity(sentences, model):
    if not sentences:
        raise ValueError("there must be at least one sentence")
    alone = [math.exp(-log_probability(sentence, model) / (len(sentence) + 1)) for sentence in sentences]
    return sum(alone) / len(alone)
