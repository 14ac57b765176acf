# caught by: 30,000 slots
# Finds the model of the free slot by going through all slots.
def moves(slots):
    now, plan, model = list(slots), [], 0
    free = now.index(0)
    while True:
        if free == 0:
            model = next((slot for slot in range(len(now)) if now[slot] != slot), None)
            if model is None:
                return plan
            source = model
        else:
            source = now.index(free)
        plan.append(source)
        now[free], now[source], free = now[source], 0, source
