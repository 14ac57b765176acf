# caught by: Long sentences and tiny probabilities do not underflow
# Multiplies and takes the logarithm at the end, when nothing is left.
import math
from itertools import pairwise


def log_probability(sentence, model):
    product = 1.0
    for previous, word in pairwise(["<s>", *sentence, "</s>"]):
        product *= model.get(previous, {}).get(word, 0.0)
    return math.log(product) if product else -math.inf


def perplexity(sentences, model):
    if not sentences:
        raise ValueError("there must be at least one sentence")
    tokens = sum(len(sentence) + 1 for sentence in sentences)
    total = sum(log_probability(sentence, model) for sentence in sentences)
    return math.exp(-total / tokens)
