# Loops over rows and groups, Python's round, lists for answers.
import numpy as np


def quantize(W, bits, group, symmetric=False):
    rows, columns = W.shape
    if bits < 2 or bits > 8 or group < 1 or columns % group:
        raise ValueError
    codes, scales, zeros = [], [], []
    for row in W.tolist():
        c, s, z = [], [], []
        for at in range(0, columns, group):
            part = row[at : at + group]
            if symmetric:
                top, bottom, zero = 2 ** (bits - 1) - 1, -(2 ** (bits - 1) - 1), 0
                scale = max(abs(w) for w in part) / top or 1.0
            else:
                top, bottom = 2**bits - 1, 0
                lo, hi = min(0.0, *part), max(0.0, *part)
                scale = (hi - lo) / top or 1.0
                zero = round(-lo / scale)
            c += [min(top, max(bottom, round(w / scale) + zero)) for w in part]
            s.append(scale)
            z.append(zero)
        codes.append(c)
        scales.append(s)
        zeros.append(z)
    return codes, scales, zeros


def dequantize(codes, scales, zeros):
    scales, zeros = np.asarray(scales), np.asarray(zeros)
    out = np.zeros(np.shape(codes))
    group = out.shape[1] // scales.shape[1]
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (int(codes[i][j]) - int(zeros[i][j // group])) * scales[i][j // group]
    return out


def pack(codes):
    codes = np.asarray(codes)
    out = np.zeros((codes.shape[0], (codes.shape[1] + 1) // 2), dtype=np.uint8)
    for j in range(codes.shape[1]):
        half = codes[:, j].astype(np.int64) % 16
        out[:, j // 2] += (half * (16 if j % 2 else 1)).astype(np.uint8)
    return out


def unpack(packed, columns, signed=False):
    out = []
    for row in packed:
        halves = [h for b in row.tolist() for h in (b % 16, b // 16)][:columns]
        out.append([h - 16 if signed and h >= 8 else h for h in halves])
    return out
