# caught by: Every three shards of three labels
# Keys shards by their labels, so that of two alike only the last is ever chosen.
def clean_sets(shards, required):
    numbers = {frozenset(labels): number for number, labels in enumerate(shards)}
    found = []

    def search(still_open, usable, chosen):
        if not still_open:
            found.append(sorted(numbers[mine] for mine in chosen))
            return
        label = min(still_open, key=lambda name: sum(name in mine for mine in usable))
        for mine in [mine for mine in usable if label in mine]:
            search(still_open - mine, [other for other in usable if not other & mine], [*chosen, mine])

    search(frozenset(required), list(numbers), [])
    return sorted(found)
