# caught by: Each number is drawn for itself, up to a hundred places apart
# Radius and angle from the same uniform: the points lie on a spiral.
from math import cos, log1p, pi, sin, sqrt


def box_muller(u1, u2):
    r = sqrt(-2 * log1p(-u1))
    return r * cos(2 * pi * u2), r * sin(2 * pi * u2)


def normals(count, uniforms, mean=0.0, sigma=1.0):
    if sigma < 0:
        raise ValueError("sigma")
    out = []
    while len(out) < count:
        u = next(uniforms)
        out += [mean + sigma * z for z in box_muller(u, u)]
    return out[:count]
