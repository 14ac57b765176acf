# Lists and the math module, a gradient for each pair, added up.
import math


def info_nce(U, V, temperature):
    n, d = len(U), len(U[0])
    nu = [math.sqrt(sum(float(x) ** 2 for x in row)) for row in U]
    nv = [math.sqrt(sum(float(x) ** 2 for x in row)) for row in V]
    u = [[x / a for x in row] for row, a in zip(U, nu)]
    v = [[x / a for x in row] for row, a in zip(V, nv)]
    s = [[math.fsum(a * b for a, b in zip(x, y)) / temperature for y in v] for x in u]
    loss, gs = 0.0, [[0.0] * n for _ in range(n)]
    for i in range(n):
        row, column = s[i], [line[i] for line in s]
        for line, places in ((row, [(i, j) for j in range(n)]), (column, [(j, i) for j in range(n)])):
            top = max(line)
            total = sum(math.exp(x - top) for x in line)
            loss += math.log(total) + top - line[i]
            for x, (a, b) in zip(line, places):
                gs[a][b] += math.exp(x - top) / total - (a == b)
    loss /= 2 * n
    du, dv, dt = [[0.0] * d for _ in range(n)], [[0.0] * d for _ in range(n)], 0.0
    for i in range(n):
        for j in range(n):
            g = gs[i][j] / (2 * n)
            dt -= g * s[i][j] / temperature
            for k in range(d):
                du[i][k] += g * v[j][k] / temperature
                dv[j][k] += g * u[i][k] / temperature
    return loss, [back(*three) for three in zip(du, u, nu)], [back(*three) for three in zip(dv, v, nv)], dt


def back(g, unit, length):
    along = sum(a * b for a, b in zip(g, unit))
    return [(a - along * b) / length for a, b in zip(g, unit)]
