"""Counts by going through the text for every question, probabilities as fractions."""

from fractions import Fraction

from sharpen import checks

WORDS = ["a", "b", "a b", "b a", "A", " ", "<S>", "unk", "s", "ß", "\0", "a\0"]


class BigramModel:
    def __init__(self, sentences, alpha=1.0):
        if alpha <= 0:
            raise ValueError
        self.lines = [["<s>", *sentence, "</s>"] for sentence in sentences]
        self.words = ["</s>", "<unk>"]
        self.words += sorted({word for sentence in sentences for word in sentence})
        self.alpha = Fraction(alpha)

    def count(self, previous, word):
        return sum(
            line[place] == previous and line[place + 1] == word for line in self.lines for place in range(len(line) - 1)
        )

    def probability(self, previous, word):
        total = sum(line[:-1].count(previous) for line in self.lines)
        return float((self.count(previous, word) + self.alpha) / (total + self.alpha * len(self.words)))

    def distribution(self, previous):
        return {word: self.probability(previous, word) for word in self.words}


same = {"BigramModel": checks.close(rtol=1e-9, atol=0)}


def inputs(rng, draw):
    words = WORDS[: rng.integers(1, len(WORDS) + 1)]
    sentences = [
        [words[i] for i in rng.integers(0, len(words), rng.integers(6))] for _ in range(draw.length("sentences", 12))
    ]
    alpha = draw("alpha") if rng.random() < 0.8 else int(rng.integers(-1, 4))
    call = checks.call("BigramModel", sentences, alpha)
    asked = [*words, "never", "<unk>", "</s>"]
    for i, j in rng.integers(0, [len(words) + 1, len(asked)], (3, 2)):
        call = call.method("count", asked[i], asked[j]).method("probability", asked[i], asked[j])
        call = call.method("probability", "<s>", asked[j])
    return call.method("distribution", "<s>").method("distribution", asked[i])
