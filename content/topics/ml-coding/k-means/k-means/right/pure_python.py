# Lists, one pair of a point and a center at a time.


def k_means(X, centers, max_iter):
    points, centers = X.tolist(), [list(map(float, center)) for center in centers.tolist()]

    def nearest():
        return [
            min((sum((a - b) ** 2 for a, b in zip(x, c, strict=True)), j) for j, c in enumerate(centers))[1]
            for x in points
        ]

    labels = nearest()
    for _ in range(max_iter):
        before = centers
        groups = [[] for _ in centers]
        for x, label in zip(points, labels, strict=True):
            groups[label].append(x)
        centers = [
            [sum(column) / len(group) for column in zip(*group, strict=True)] if group else center
            for group, center in zip(groups, centers, strict=True)
        ]
        if centers == before:
            break
        labels = nearest()
    return labels, centers
