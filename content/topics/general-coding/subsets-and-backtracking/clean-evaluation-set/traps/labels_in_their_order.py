# caught by: A label that hardly any shard can supply, wherever it stands
# Decides about labels in the order in which they are required, and meets the one that fails last.
def clean_sets(shards, required):
    found = []

    def search(labels, chosen):
        missing = next((label for label in required if label not in labels), None)
        if missing is None:
            found.append(sorted(chosen))
            return
        for number, mine in enumerate(shards):
            if missing in mine and labels.isdisjoint(mine):
                search(labels | set(mine), [*chosen, number])

    search(set(), [])
    return sorted(found)
