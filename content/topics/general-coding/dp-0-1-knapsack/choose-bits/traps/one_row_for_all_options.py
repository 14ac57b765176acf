# caught by: Up to three layers of one or two options
# A single row, updated option by option: two options of one layer are put on top of each other, or none is taken.
def choose_bits(layers, budget):
    worst = [max(loss for _, loss in options) + 1 for options in layers]
    best = [(0, {})] * (budget + 1)
    for number, options in enumerate(layers):
        for place, (size, loss) in enumerate(options):
            for room in range(budget, size - 1, -1):
                saved, chosen = best[room - size]
                if saved + worst[number] - loss > best[room][0]:
                    best[room] = (saved + worst[number] - loss, chosen | {number: place})
    chosen = best[budget][1]
    return [chosen[number] for number in range(len(layers))] if len(chosen) == len(layers) else None
