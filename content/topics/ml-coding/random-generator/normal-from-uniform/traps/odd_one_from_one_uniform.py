# caught by: The last of a few numbers is as normal as the others
# One number is left to draw, so one uniform seems enough for it. Radius and angle then depend on each other.
from math import cos, log1p, pi, sin, sqrt


def box_muller(u1, u2):
    r = sqrt(-2 * log1p(-u1))
    return r * cos(2 * pi * u2), r * sin(2 * pi * u2)


def normals(count, uniforms, mean=0.0, sigma=1.0):
    if sigma < 0:
        raise ValueError("sigma must not be negative")
    out = []
    for _ in range(count // 2):
        out += box_muller(next(uniforms), next(uniforms))
    if count % 2:
        u = next(uniforms)
        out.append(box_muller(u, u)[0])
    return [mean + sigma * z for z in out]
