# caught by: A label that hardly any shard can supply, wherever it stands
# Takes or leaves each shard in turn, and looks for missing labels at the end.
def clean_sets(shards, required):
    needed, found = set(required), []

    def search(number, chosen, labels):
        if number == len(shards):
            if needed <= labels:
                found.append(chosen)
            return
        mine = set(shards[number])
        if mine & needed and not mine & labels:
            search(number + 1, [*chosen, number], labels | mine)
        search(number + 1, chosen, labels)

    search(0, [], set())
    return sorted(found)
