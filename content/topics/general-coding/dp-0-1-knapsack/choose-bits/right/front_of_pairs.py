# Keeps, layer by layer, the choices that no other beats in both size and loss.
def choose_bits(layers, budget):
    front = [(0, 0, None)]
    for options in layers:
        grown = sorted(
            (
                (used + size, lost + loss, (place, before))
                for used, lost, before in front
                for place, (size, loss) in enumerate(options)
                if used + size <= budget
            ),
            key=lambda one: one[:2],
        )
        front = []
        for one in grown:
            if not front or one[1] < front[-1][1]:
                front.append(one)
    if not front:
        return None
    chosen, link = [], front[-1][2]
    while link is not None:
        place, link = link
        chosen.append(place)
    return chosen[::-1]
