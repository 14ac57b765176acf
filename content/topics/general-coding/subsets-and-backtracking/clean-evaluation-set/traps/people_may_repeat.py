# caught by: The example in the statement
# Looks at required labels only: somebody may have labeled two of the shards.
def clean_sets(shards, required):
    needed, found = set(required), []
    useful = [set(labels) & needed for labels in shards]

    def search(still_open, chosen):
        if not still_open:
            found.append(sorted(chosen))
            return
        options = {
            label: [n for n, mine in enumerate(useful) if label in mine and mine <= still_open] for label in still_open
        }
        label = min(still_open, key=lambda name: len(options[name]))
        for number in options[label]:
            search(still_open - useful[number], [*chosen, number])

    search(needed, [])
    return sorted(found)
