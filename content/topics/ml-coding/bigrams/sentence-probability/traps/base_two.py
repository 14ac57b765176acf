# caught by: The sentence go
# Uses the logarithm to base 2, as papers on compression do.
import math
from itertools import pairwise


def log_probability(sentence, model):
    total = 0.0
    for previous, word in pairwise(["<s>", *sentence, "</s>"]):
        probability = model.get(previous, {}).get(word, 0.0)
        if probability == 0:
            return -math.inf
        total += math.log2(probability)
    return total


def perplexity(sentences, model):
    if not sentences:
        raise ValueError("there must be at least one sentence")
    tokens = sum(len(sentence) + 1 for sentence in sentences)
    total = sum(log_probability(sentence, model) for sentence in sentences)
    return 2 ** (-total / tokens)
