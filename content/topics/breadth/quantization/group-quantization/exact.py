"""Fractions, one weight at a time. What is rounded is given unrounded, and compared within half a step."""

from fractions import Fraction

import numpy as np

from sharpen import checks


def ratios(weights, bits, symmetric):
    """Scale, zero point and codes of one group, the latter two not yet rounded."""
    weights = [Fraction(float(w)) for w in weights]
    low, high = min([*weights, Fraction(0)]), max([*weights, Fraction(0)])
    scale = max(-low, high) / (2 ** (bits - 1) - 1) if symmetric else (high - low) / (2**bits - 1)
    scale = scale or Fraction(1)
    return scale, Fraction(0) if symmetric else -low / scale, [w / scale for w in weights]


def quantize(W, bits, group, symmetric=False):
    W = np.asarray(W)
    if bits not in range(2, 9) or W.shape[1] % group:
        raise ValueError
    cut = range(0, W.shape[1], group)
    made = [[ratios(row[at : at + group].tolist(), bits, symmetric) for at in cut] for row in W]
    scales, zeros = (np.array([[float(one[part]) for one in row] for row in made]) for part in (0, 1))
    codes = np.array([[float(code) for one in row for code in one[2]] for row in made])
    top = 2 ** (bits - 1) - 1 if symmetric else 2**bits - 1
    return codes, scales, zeros, (-top if symmetric else 0, top)


def within_half_a_step(expected, got):
    """Whether zero points are nearest, and codes nearest given these."""
    ratio, scales, zero, (least, most) = expected
    codes, scale, zeros = (np.asarray(part, float) for part in got)
    wanted = np.clip(ratio + zeros.repeat(ratio.shape[1] // zeros.shape[1], axis=1), least, most)
    sound = np.allclose(scale, scales, rtol=1e-6, atol=0) and (np.abs(zeros - zero) <= 0.5 + 1e-4).all()
    if sound and (np.abs(codes - wanted) <= 0.5 + 1e-4).all() and (codes >= least).all() and (codes <= most).all():
        return None
    return checks.Difference("", str(wanted), str(codes), "codes, scales or zero points are not those of fractions")


def dequantize(codes, scales, zeros):
    codes, scales, zeros = (np.asarray(one).tolist() for one in (codes, scales, zeros))
    group = len(codes[0]) // len(scales[0])
    return np.array(
        [
            [float((code - z[j // group]) * Fraction(s[j // group])) for j, code in enumerate(row)]
            for row, s, z in zip(codes, scales, zeros, strict=True)
        ]
    )


def pack(codes):
    rows = [[f"{int(code) % 16:x}" for code in row] for row in np.asarray(codes)]
    texts = ["".join(row) + "0" * (len(row) % 2) for row in rows]
    return np.array([[int(text[j + 1] + text[j], 16) for j in range(0, len(text), 2)] for text in texts])


def unpack(packed, columns, signed=False):
    rows = [[half for byte in row for half in f"{int(byte):02x}"[::-1]] for row in np.asarray(packed)]
    codes = np.array([[int(half, 16) for half in row[:columns]] for row in rows])
    return np.where(codes > 7, codes - 16, codes) if signed else codes


def inputs(rng, draw):
    rows, groups, group, bits = (int(size) for size in rng.integers([1, 1, 1, 2], [4, 4, 6, 9]))
    columns, symmetric = groups * group, bool(rng.random() < 0.5)
    match rng.integers(5):
        case 0 | 1:
            W = draw("W", rows, columns)
            W[np.abs(W) < 1e-6] = 0
            return checks.call("quantize", W, bits, group + int(rng.random() < 0.05), symmetric)
        case 2:
            codes = rng.integers(-127, 128, (rows, columns)) if symmetric else rng.integers(0, 256, (rows, columns))
            zeros = rng.integers(0, 1 if symmetric else 256, (rows, groups))
            return checks.call("dequantize", codes, draw("scales", rows, groups), zeros)
        case 3:
            return checks.call("pack", rng.integers(-8, 8, (rows, columns)) + 8 * (not symmetric))
        case _:
            return checks.call("unpack", draw("packed", rows, groups), int(rng.integers(1, 2 * groups + 1)), symmetric)


same = {"quantize": within_half_a_step, "dequantize": checks.close(1e-6, 1e-15)}
