# caught by: Up to three layers of one or two options
# Greedy: begins with the smallest options and makes the exchange that saves most for its size, while one fits.
def choose_bits(layers, budget):
    chosen = [min(range(len(options)), key=lambda place: options[place]) for options in layers]
    size = sum(options[place][0] for place, options in zip(chosen, layers))
    if size > budget:
        return None
    while True:
        exchanges = [
            ((options[chosen[number]][1] - loss) / max(more - options[chosen[number]][0], 1e-9), number, place)
            for number, options in enumerate(layers)
            for place, (more, loss) in enumerate(options)
            if loss < options[chosen[number]][1] and size + more - options[chosen[number]][0] <= budget
        ]
        if not exchanges:
            return chosen
        _, number, place = max(exchanges)
        size += layers[number][place][0] - layers[number][chosen[number]][0]
        chosen[number] = place
