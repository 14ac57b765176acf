# caught by: The example in the statement
# Lets a shard in that brings a label which is there already, as long as it brings a missing one.
def clean_sets(shards, required):
    found = []

    def search(still_open, chosen):
        if not still_open:
            found.append(tuple(sorted(chosen)))
            return
        label = min(still_open, key=lambda name: sum(name in mine for mine in shards))
        for number, mine in enumerate(shards):
            if label in mine:
                search(still_open - set(mine), [*chosen, number])

    search(frozenset(required), [])
    return sorted(map(list, set(found)))
