# verdict: memory limit
def k_means(X, centers, max_iter):
    kept = []
    while True:
        kept.append(dict.fromkeys(range(50)))
