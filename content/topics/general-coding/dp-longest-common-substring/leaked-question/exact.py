"""The question's runs in a set, and every run of the document looked up in it."""


def shared_weight(document, question, common):
    count = len(question)
    runs = {tuple(question[start:stop]) for start in range(count) for stop in range(start, count + 1)}
    shared = [
        document[start:stop]
        for start in range(len(document))
        for stop in range(start, len(document) + 1)
        if tuple(document[start:stop]) in runs
    ]
    return max((len([token for token in run if token not in common]) for run in shared), default=0)


def inputs(rng, draw):
    names = ["a", "b", "A", "", "a b", "ab", "c"][: rng.integers(1, 8)]

    def tokens(argument):
        return [names[at] for at in rng.integers(0, len(names), draw.length(argument, 14))]

    return tokens("document"), tokens("question"), tokens("common")[: rng.integers(0, 4)]
