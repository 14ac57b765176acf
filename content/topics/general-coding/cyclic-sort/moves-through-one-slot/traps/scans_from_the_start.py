# caught by: 30,000 slots
# Knows where each model is, but looks for the next one astray from the first slot on each time.
def moves(slots):
    where, plan = [0] * len(slots), []
    for slot, model in enumerate(slots):
        where[model] = slot
    free = where[0]
    while True:
        while free:
            plan.append(where[free])
            where[free], free = free, where[free]
        astray = next((model for model in range(1, len(where)) if where[model] != model), None)
        if astray is None:
            return plan
        plan.append(where[astray])
        free, where[astray] = where[astray], 0
