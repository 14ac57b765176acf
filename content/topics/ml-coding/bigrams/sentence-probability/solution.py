import math
from itertools import pairwise


def log_probability(sentence: list[str], model: dict[str, dict[str, float]]) -> float:
    """Return the natural logarithm of a sentence's probability under a bigram model.

    Parameters
    ----------
    sentence : list of str
        The words, without start and end tokens.
    model : dict of dict
        `model[previous][word]` is the probability of `word` after `previous`; what is missing has 0.

    Returns
    -------
    float
        The log-probability, end token included; minus infinity if the probability is 0.

    Notes
    -----
    Logarithms of the factors are added, since their product underflows. O(n) for n words.
    """
    total = 0.0
    for previous, word in pairwise(["<s>", *sentence, "</s>"]):
        probability = model.get(previous, {}).get(word, 0.0)
        if probability == 0:
            return -math.inf
        total += math.log(probability)
    return total


def perplexity(sentences: list[list[str]], model: dict[str, dict[str, float]]) -> float:
    """Return the perplexity of sentences under a bigram model.

    Parameters
    ----------
    sentences : list of list of str
        At least one sentence, without start and end tokens.
    model : dict of dict
        `model[previous][word]` is the probability of `word` after `previous`; what is missing has 0.

    Returns
    -------
    float
        exp(-log P / N) with N predicted tokens, one end token for each sentence among them;
        infinity if a sentence has probability 0.

    Raises
    ------
    ValueError
        If there are no sentences.

    Notes
    -----
    All sentences share one sum and one N: perplexity is a mean over tokens, not over sentences.
    """
    if not sentences:
        raise ValueError("there must be at least one sentence")
    tokens = sum(len(sentence) + 1 for sentence in sentences)
    total = sum(log_probability(sentence, model) for sentence in sentences)
    return math.exp(-total / tokens)
