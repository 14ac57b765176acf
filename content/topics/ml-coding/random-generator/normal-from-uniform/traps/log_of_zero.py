# caught by: u1 is 0, next to 0, or next to 1
# The textbook form ln(u1): a uniform of exactly 0 raises, and 1 - u1 and u1 are not the same number.
from math import cos, log, pi, sin, sqrt


def box_muller(u1, u2):
    r = sqrt(-2 * log(u1))
    return r * cos(2 * pi * u2), r * sin(2 * pi * u2)


def normals(count, uniforms, mean=0.0, sigma=1.0):
    if sigma < 0:
        raise ValueError("sigma")
    out = []
    while len(out) < count:
        out += [mean + sigma * z for z in box_muller(next(uniforms), next(uniforms))]
    return out[:count]
