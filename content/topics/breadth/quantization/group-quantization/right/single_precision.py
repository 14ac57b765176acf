# float32 and bytes all through, halves rounded up, multiplication by the inverse scale.
import numpy as np


def quantize(W, bits, group, symmetric=False):
    if bits not in range(2, 9) or group < 1 or W.shape[-1] % group != 0:
        raise ValueError("bits or group")
    x = W.astype(np.float32).reshape(W.shape[0], W.shape[1] // group, group)
    if symmetric:
        qmax = 2 ** (bits - 1) - 1
        qmin = -qmax
        scale = np.abs(x).max(-1, keepdims=True) / np.float32(qmax)
        scale = np.where(scale == 0, np.float32(1), scale)
        zero = np.zeros_like(scale)
    else:
        qmin, qmax = 0, (1 << bits) - 1
        lo, hi = x.min(-1, keepdims=True), x.max(-1, keepdims=True)
        lo, hi = np.minimum(lo, np.float32(0)), np.maximum(hi, np.float32(0))
        scale = (hi - lo) / np.float32(qmax)
        scale = np.where(scale == 0, np.float32(1), scale)
        zero = np.floor(-lo / scale + np.float32(0.5))
    q = np.clip(np.floor(x * (np.float32(1) / scale) + zero + np.float32(0.5)), qmin, qmax)
    kind = np.int8 if symmetric else np.uint8
    return q.reshape(W.shape).astype(kind), scale[..., 0], zero[..., 0].astype(np.uint8)


def dequantize(codes, scales, zeros):
    group = codes.shape[1] // scales.shape[1]
    shift = np.repeat(zeros, group, axis=1).astype(np.int16)
    return (codes.astype(np.int16) - shift).astype(np.float64) * np.repeat(scales, group, axis=1)


def pack(codes):
    u = codes.astype(np.int8).view(np.uint8) & np.uint8(0x0F)
    if u.shape[1] % 2 == 1:
        u = np.concatenate([u, np.zeros((u.shape[0], 1), np.uint8)], axis=1)
    return u[:, 0::2] | (u[:, 1::2] << np.uint8(4))


def unpack(packed, columns, signed=False):
    out = np.empty((packed.shape[0], 2 * packed.shape[1]), np.int8)
    out[:, 0::2] = packed & 0x0F
    out[:, 1::2] = packed >> 4
    if signed:
        out = (out << 4).astype(np.int8) >> 4
    return out[:, :columns]
