# In plain Python, coordinate by coordinate.
def adamw(w, grads, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    n, d = len(grads), len(w)
    path = [[0.0] * d for _ in range(n)]
    for j in range(d):
        weight, m, v = float(w[j]), 0.0, 0.0
        for t in range(1, n + 1):
            g = float(grads[t - 1][j])
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g * g
            adam = (m / (1 - beta1**t)) / ((v / (1 - beta2**t)) ** 0.5 + eps)
            weight -= lr * adam + lr * weight_decay * weight
            path[t - 1][j] = weight
    return path
