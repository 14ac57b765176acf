# caught by: Two uniforms per number are enough
# Twelve uniforms minus six have mean 0 and variance 1 but only roughly a normal shape, and cost twelve.
from math import cos, log1p, pi, sin, sqrt


def box_muller(u1, u2):
    r = sqrt(-2 * log1p(-u1))
    return r * cos(2 * pi * u2), r * sin(2 * pi * u2)


def normals(count, uniforms, mean=0.0, sigma=1.0):
    if sigma < 0:
        raise ValueError("sigma")
    return [mean + sigma * (sum(next(uniforms) for _ in range(12)) - 6) for _ in range(count)]
