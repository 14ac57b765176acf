# caught by: One option can be had, or none at all
# `if least` in place of a comparison: a loss of 0 in no room counts as none.
def choose_bits(layers, budget):
    best = {0: (0, [])}
    for options in layers:
        wider = {}
        for used, (lost, chosen) in best.items():
            for place, (size, loss) in enumerate(options):
                room = used + size
                if room <= budget and (room not in wider or lost + loss < wider[room][0]):
                    wider[room] = lost + loss, [*chosen, place]
        best = wider
    used, (lost, chosen) = min(best.items(), key=lambda item: item[1][0], default=(0, (0, [])))
    return chosen if used or lost or not layers else None
