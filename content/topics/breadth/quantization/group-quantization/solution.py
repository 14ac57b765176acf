import numpy as np


def quantize(
    W: np.ndarray, bits: int, group: int, symmetric: bool = False
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Codes of few bits for weights, with a scale and a zero point for each group in a row.

    Parameters
    ----------
    W : array of shape (rows, columns)
    bits : int
        From 2 to 8.
    group : int
        How many neighbors in a row share a scale.
    symmetric : bool
        Zero points are 0, and codes have a sign.

    Returns
    -------
    codes : array of shape (rows, columns), integers
    scales : array of shape (rows, columns / group)
    zeros : array of shape (rows, columns / group), integers

    Raises
    ------
    ValueError
        If bits is not from 2 to 8, or group is less than 1 or does not divide the columns.

    Notes
    -----
    A weight is about (code - zero) * scale, and off by half a scale at most.
    """
    W = np.asarray(W, float)
    if not 2 <= bits <= 8 or group < 1 or W.shape[1] % group:
        raise ValueError("bits must be 2 to 8, and groups must fill the rows")
    parts = W.reshape(len(W), -1, group)
    top = 2 ** (bits - 1) - 1 if symmetric else 2**bits - 1
    least, most = np.minimum(parts.min(axis=2), 0), np.maximum(parts.max(axis=2), 0)
    scales = (np.maximum(-least, most) if symmetric else most - least) / top
    scales[scales == 0] = 1
    zeros = np.rint(0 * least if symmetric else -least / scales)
    codes = np.rint(parts / scales[:, :, None]) + zeros[:, :, None]
    return codes.clip(-top if symmetric else 0, top).reshape(W.shape).astype(int), scales, zeros.astype(int)


def dequantize(codes: np.ndarray, scales: np.ndarray, zeros: np.ndarray) -> np.ndarray:
    """The weights that codes stand for, an array of shape (rows, columns)."""
    codes, scales, zeros = (np.asarray(one, float) for one in (codes, scales, zeros))
    parts = codes.reshape(*scales.shape, -1)
    return ((parts - zeros[:, :, None]) * scales[:, :, None]).reshape(codes.shape)


def pack(codes: np.ndarray) -> np.ndarray:
    """Codes of four bits, two in a byte, the first in the lower half: an array of uint8."""
    nibbles = np.asarray(codes, int) & 15
    nibbles = np.pad(nibbles, ((0, 0), (0, nibbles.shape[1] % 2)))
    return (nibbles[:, ::2] | nibbles[:, 1::2] << 4).astype(np.uint8)


def unpack(packed: np.ndarray, columns: int, signed: bool = False) -> np.ndarray:
    """The codes in packed bytes, an array of shape (rows, columns); from -8 to 7 if signed, else from 0 to 15."""
    packed = np.asarray(packed, int)
    nibbles = np.stack([packed & 15, packed >> 4], axis=2).reshape(len(packed), -1)[:, :columns]
    return (nibbles ^ 8) - 8 if signed else nibbles
