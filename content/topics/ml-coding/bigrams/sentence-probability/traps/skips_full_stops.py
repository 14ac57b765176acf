# caught by: Words are taken as they are, <unk> among them
# A full stop ends a sentence, people think, and is no word.
import math


def log_probability(sentence, model):
    tokens = ["<s>"] + [w for w in sentence if w != "."] + ["</s>"]
    logs = []
    for a, b in zip(tokens, tokens[1:]):
        p = model[a][b] if a in model and b in model[a] else 0
        logs.append(math.log(p) if p > 0 else -math.inf)
    return math.fsum(logs)


def perplexity(sentences, model):
    if len(sentences) == 0:
        raise ValueError
    n = sum(len(s) for s in sentences) + len(sentences)
    return math.exp(-math.fsum(log_probability(s, model) for s in sentences) / n)
