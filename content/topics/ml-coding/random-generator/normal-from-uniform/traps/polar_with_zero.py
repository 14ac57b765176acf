# caught by: Zeros, halves and the largest uniform give finite numbers
# The polar method that forgets to reject s = 0, which two halves hit exactly.
from math import cos, log, log1p, pi, sin, sqrt


def box_muller(u1, u2):
    r = sqrt(-2 * log1p(-u1))
    return r * cos(2 * pi * u2), r * sin(2 * pi * u2)


def normals(count, uniforms, mean=0.0, sigma=1.0):
    if sigma < 0:
        raise ValueError("sigma")
    out = []
    while len(out) < count:
        x, y = 2 * next(uniforms) - 1, 2 * next(uniforms) - 1
        s = x * x + y * y
        if s < 1:
            scale = sqrt(-2 * log(s) / s)
            out += [mean + sigma * x * scale, mean + sigma * y * scale]
    return out[:count]
