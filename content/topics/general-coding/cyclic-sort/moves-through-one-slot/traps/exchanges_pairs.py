# caught by: Every order of up to five slots
# Frees slot 0, then exchanges models through it one pair after another: three moves for each model.
def moves(slots):
    now, plan = list(slots), []
    free = now.index(0)
    if free:
        plan.append(0)
        now[free], now[0] = now[0], 0
    for slot in range(1, len(now)):
        if now[slot] != slot:
            other = now.index(slot)
            plan += [slot, other, 0]
            now[slot], now[other] = now[other], now[slot]
    return plan
