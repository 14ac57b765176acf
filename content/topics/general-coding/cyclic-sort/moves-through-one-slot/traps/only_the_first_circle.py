# caught by: Every order of up to five slots
# Stops as soon as slot 0 is free.
def moves(slots):
    where, plan = {model: slot for slot, model in enumerate(slots)}, []
    free = where[0]
    while free:
        plan.append(where[free])
        free = where[free]
    return plan
