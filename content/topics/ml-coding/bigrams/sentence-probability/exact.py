"""Logarithms and the mean in sixty decimal digits."""

import math
from decimal import Decimal, localcontext

from sharpen import checks

WORDS = ["go", "Go", "stop", "New York", "New", "<unk>"]


def log_probability(sentence, model):
    with localcontext() as context:
        context.prec = 60
        return float(_log(sentence, model))


def perplexity(sentences, model):
    if not sentences:
        raise ValueError
    with localcontext() as context:
        context.prec = 60
        total = sum(_log(sentence, model) for sentence in sentences)
        return float((-total / sum(len(sentence) + 1 for sentence in sentences)).exp())


def _log(sentence, model):
    total = Decimal(0)
    previous = "<s>"
    for word in [*sentence, "</s>"]:
        chance = model[previous][word] if previous in model and word in model[previous] else 0
        if not chance:
            return Decimal("-Infinity")
        total += Decimal(chance).ln()
        previous = word
    return total


same = dict.fromkeys(["log_probability", "perplexity"], checks.close(rtol=1e-10, atol=1e-12))


def inputs(rng, draw):
    words = WORDS[: rng.integers(1, len(WORDS) + 1)]
    known = words[: rng.integers(1, len(words) + 1)]
    model = {previous: {word: chance(rng) for word in [*known, "</s>"]} for previous in ["<s>", *known]}
    if rng.random() < 0.5:
        words = known
    sentences = [[words[i] for i in rng.integers(0, len(words), rng.integers(8))] for _ in range(rng.integers(0, 5))]
    if rng.random() < 0.4 and sentences:
        return checks.call("log_probability", sentences[0], model)
    return checks.call("perplexity", sentences, model)


def chance(rng):
    """Of every scale, very near 1, and now and then 1 or 0."""
    kinds = [math.exp(-rng.uniform(0, 690)), rng.uniform(1e-3, 1), 1 - math.exp(-rng.uniform(1, 36)), 1, 0, 1.0]
    return kinds[rng.choice(6, p=[0.3, 0.4, 0.2, 0.05, 0.02, 0.03])]
