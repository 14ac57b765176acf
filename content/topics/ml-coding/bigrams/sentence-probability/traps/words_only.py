# caught by: Perplexity is a mean over words and end tokens
# Divides by the number of words, though an end token is predicted in each sentence too.
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
    tokens = max(1, sum(len(sentence) for sentence in sentences))
    total = sum(log_probability(sentence, model) for sentence in sentences)
    return math.exp(-total / tokens)
