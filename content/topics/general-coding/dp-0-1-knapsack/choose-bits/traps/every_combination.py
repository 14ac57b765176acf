# caught by: 40 layers with 4 options, a budget of 600
# Tries every combination, and gives up early where the budget or the best so far is passed: still exponential.
import math


def choose_bits(layers, budget):
    best, answer = math.inf, None
    chosen = []

    def go(number, room, loss):
        nonlocal best, answer
        if loss >= best:
            return
        if number == len(layers):
            best, answer = loss, chosen.copy()
            return
        for place, (size, more) in enumerate(layers[number]):
            if size <= room:
                chosen.append(place)
                go(number + 1, room - size, loss + more)
                chosen.pop()

    go(0, budget, 0)
    return answer
