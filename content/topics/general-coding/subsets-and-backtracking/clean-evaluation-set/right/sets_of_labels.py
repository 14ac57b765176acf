# Plain sets: the shards that remain are filtered at each step, and the label is the one with the shortest list.
def clean_sets(shards, required):
    found = []

    def search(still_open, remaining, chosen):
        if not still_open:
            found.append(sorted(chosen))
            return
        options = [[number for number, mine in remaining if label in mine] for label in still_open]
        fewest = min(options, key=len)
        for number in fewest:
            mine = set(shards[number])
            rest = [(other, labels) for other, labels in remaining if mine.isdisjoint(labels)]
            search([label for label in still_open if label not in mine], rest, [*chosen, number])

    search(list(required), [(number, frozenset(labels)) for number, labels in enumerate(shards)], [])
    found.sort()
    return found
