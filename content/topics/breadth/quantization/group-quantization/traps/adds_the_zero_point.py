# caught by: The weights of the example
# The wrong sign of the zero point.
import numpy as np


def quantize(W, bits, group, symmetric=False):
    if bits < 2 or bits > 8:
        raise ValueError("bits")
    if group < 1 or W.shape[1] % group != 0:
        raise ValueError("group")
    x = W.astype(float).reshape(W.shape[0], -1, group)
    if symmetric:
        qmin, qmax = -(2 ** (bits - 1) - 1), 2 ** (bits - 1) - 1
        scale = np.abs(x).max(axis=2) / qmax
        scale[scale == 0] = 1.0
        zero = np.zeros_like(scale)
    else:
        qmin, qmax = 0, 2**bits - 1
        lo = np.minimum(x.min(axis=2), 0)
        hi = np.maximum(x.max(axis=2), 0)
        scale = (hi - lo) / qmax
        scale[scale == 0] = 1.0
        zero = np.round(-lo / scale)
    q = np.round(x / scale[:, :, None]) + zero[:, :, None]
    q = np.clip(q, qmin, qmax)
    return q.reshape(W.shape).astype(int), scale, zero.astype(int)


def dequantize(codes, scales, zeros):
    group = codes.shape[1] // scales.shape[1]
    s = np.repeat(scales, group, axis=1)
    z = np.repeat(zeros, group, axis=1).astype(int)
    return (codes.astype(int) + z) * s


def pack(codes):
    rows, columns = codes.shape
    q = codes.astype(int) & 0xF
    if columns % 2:
        q = np.hstack([q, np.zeros((rows, 1), int)])
    return (q[:, 0::2] | (q[:, 1::2] << 4)).astype(np.uint8)


def unpack(packed, columns, signed=False):
    out = np.zeros((packed.shape[0], 2 * packed.shape[1]), int)
    out[:, 0::2] = packed & 0xF
    out[:, 1::2] = packed >> 4
    if signed:
        out[out > 7] -= 16
    return out[:, :columns]
