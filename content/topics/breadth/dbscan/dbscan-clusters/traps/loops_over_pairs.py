# caught by: 2,000 points: no loop over all pairs
# Plain Python over all pairs.
def dbscan(X, eps, min_points):
    points = [tuple(map(float, row)) for row in X]
    near = [[j for j, q in enumerate(points) if sum((a - b) ** 2 for a, b in zip(p, q)) <= eps**2] for p in points]
    core = [len(own) >= min_points for own in near]
    labels = [-1] * len(points)
    cluster = 0
    for i in range(len(points)):
        if core[i] and labels[i] == -1:
            stack = [i]
            labels[i] = cluster
            while stack:
                for j in near[stack.pop()]:
                    if labels[j] == -1:
                        labels[j] = cluster
                        if core[j]:
                            stack.append(j)
            cluster += 1
    return labels
