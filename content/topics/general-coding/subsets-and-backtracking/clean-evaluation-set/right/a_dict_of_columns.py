# Knuth's algorithm X with a dict of columns: what is covered is taken out of it, and put back on the way up.
def clean_sets(shards, required):
    columns = {label: set() for label in required}
    for number, labels in enumerate(shards):
        for label in labels:
            columns.setdefault(label, set()).add(number)
    primary = set(required)

    def cover(number):
        taken = []
        for label in shards[number]:
            for other in columns[label]:
                for name in shards[other]:
                    if name != label and name in columns:
                        columns[name].discard(other)
            taken.append(columns.pop(label))
        return taken

    def uncover(number, taken):
        for label in reversed(shards[number]):
            columns[label] = taken.pop()
            for other in columns[label]:
                for name in shards[other]:
                    if name != label and name in columns:
                        columns[name].add(other)

    def search(chosen):
        still_open = [label for label in columns if label in primary]
        if not still_open:
            yield sorted(chosen)
            return
        label = min(still_open, key=lambda name: len(columns[name]))
        for number in list(columns[label]):
            taken = cover(number)
            yield from search([*chosen, number])
            uncover(number, taken)

    return sorted(search([]))
