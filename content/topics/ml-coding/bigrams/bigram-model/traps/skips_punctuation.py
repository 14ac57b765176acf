# caught by: Words are taken as they are, and a pair is no string
# A full stop ends a sentence, people think, and is no word.
class BigramModel:
    def __init__(self, sentences, alpha=1.0):
        if not alpha > 0:
            raise ValueError("alpha must be positive")
        self.alpha = alpha
        self.follow = {}
        self.vocabulary = {"</s>", "<unk>"}
        for sentence in sentences:
            self.vocabulary.update(sentence)
            previous = "<s>"
            for word in [*sentence, "</s>"]:
                if word == ".":
                    previous = "<s>"
                    continue
                row = self.follow.setdefault(previous, {})
                row[word] = row.get(word, 0) + 1
                previous = word
        self.total = {previous: sum(row.values()) for previous, row in self.follow.items()}

    def count(self, previous, word):
        return self.follow.get(previous, {}).get(word, 0)

    def probability(self, previous, word):
        below = self.total.get(previous, 0) + self.alpha * len(self.vocabulary)
        return (self.count(previous, word) + self.alpha) / below

    def distribution(self, previous):
        return {word: self.probability(previous, word) for word in self.vocabulary}
