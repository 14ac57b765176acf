# caught by: The model and the sentences are left as they were
# setdefault saves a default value and puts it into the model.
import math
from itertools import pairwise


def log_probability(sentence, model):
    total = 0.0
    for previous, word in pairwise(["<s>", *sentence, "</s>"]):
        probability = model.setdefault(previous, {}).get(word, 0.0)
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
