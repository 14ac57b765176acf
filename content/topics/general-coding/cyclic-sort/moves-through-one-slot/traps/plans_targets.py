# caught by: The example in the statement
# Notes the slots into which models are moved instead of those they come from.
def moves(slots):
    where, plan = [0] * len(slots), []
    for slot, model in enumerate(slots):
        where[model] = slot
    free = where[0]
    for model in range(len(slots)):
        if not free and where[model] != model:
            plan.append(0)
            free, where[model] = where[model], 0
        while free:
            plan.append(free)
            where[free], free = free, where[free]
    return plan
