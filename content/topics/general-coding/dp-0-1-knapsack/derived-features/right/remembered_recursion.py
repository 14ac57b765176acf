# The same two transitions top down, remembered in a dict: as deep as there are features.


def best_features(parents, costs, values, budget):
    count = len(parents)
    children = [[] for _ in range(count)]
    for feature, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(feature)
    order, behind = [], {}

    def walk(feature):
        order.append(feature)
        for child in children[feature]:
            walk(child)
        behind[feature] = len(order)

    for feature, parent in enumerate(parents):
        if parent < 0:
            walk(feature)
    known = {}

    def best(place, room):
        if place == count:
            return 0
        if (place, room) not in known:
            feature = order[place]
            known[place, room] = best(behind[feature], room)
            if costs[feature] <= room:
                taken = values[feature] + best(place + 1, room - costs[feature])
                known[place, room] = max(known[place, room], taken)
        return known[place, room]

    chosen, place, room = [], 0, budget
    while place < count:
        feature = order[place]
        if best(place, room) == best(behind[feature], room):
            place = behind[feature]
        else:
            chosen.append(feature)
            place, room = place + 1, room - costs[feature]
    return sorted(chosen)
