# caught by: 120 features, a budget of 800
# Gives every node a table and merges those of its children over all splits of the budget: O(n b²).
def best_features(parents, costs, values, budget):
    never = (float("-inf"), ())
    tables = [[(0, ()) if room >= 0 else never for room in range(budget + 1)] for _ in parents]
    whole = [(0, ())] * (budget + 1)

    def merged(one, other):
        result = []
        for room in range(budget + 1):
            best = max(range(room + 1), key=lambda part: one[part][0] + other[room - part][0])
            value, chosen = one[best]
            result.append((value + other[room - best][0], chosen + other[room - best][1]))
        return result

    for feature in reversed(range(len(parents))):
        cost = costs[feature]
        table = [
            max(
                (
                    (0, ()),
                    (tables[feature][room - cost][0] + values[feature], (feature, *tables[feature][room - cost][1])),
                ),
                key=lambda one: one[0],
            )
            if room >= cost
            else (0, ())
            for room in range(budget + 1)
        ]
        if parents[feature] >= 0:
            tables[parents[feature]] = merged(tables[parents[feature]], table)
        else:
            whole = merged(whole, table)
    return sorted(whole[budget][1])
