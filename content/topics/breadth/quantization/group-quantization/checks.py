import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-15)
SLACK = 0.5 + 1e-4
"""What a nearest whole number may be away, either neighbor of a middle included."""


def weights(rng, size):
    """`size` is rows, groups in a row, weights in a group, bits, symmetric; groups differ in size and place."""
    rows, groups, group, bits, symmetric = size
    parts = rng.normal(size=(rows, groups, group)) * np.exp(rng.normal(size=(rows, groups, 1)))
    parts += rng.choice([0, 0, -3, 3], (rows, groups, 1))
    return parts.reshape(rows, -1), bits, group, symmetric


def with_zeros(rng, size):
    """Weights of which every second group holds nothing but zeros."""
    W, bits, group, symmetric = weights(rng, size)
    W.reshape(len(W), -1, group)[:, ::2] = 0
    return W, bits, group, symmetric


def with_outliers(rng, size):
    W, bits, group, symmetric = weights(rng, size)
    W[:, :: 2 * group] = 1e4
    W[:, 1 :: 2 * group] = -7.5e3
    return W, bits, group, symmetric


def single(rng, size):
    W, *rest = weights(rng, size)
    return W.astype(np.float32), *rest


def stored(rng, size):
    """Codes, scales and zero points, in 64 bits or in bytes."""
    rows, groups, group, kind = size
    least, most = (-127, 127) if kind == "int8" else (0, 255)
    codes = rng.integers(least, most + 1, (rows, groups * group))
    codes[0, 0], codes[-1, -1] = least, most
    zeros = rng.integers(0, 256, (rows, groups)) if kind != "int8" else np.zeros((rows, groups), int)
    return codes.astype(kind), np.exp(rng.normal(size=(rows, groups)) * 3), zeros.astype(kind)


def nibbles(rng, size):
    rows, columns, least = size
    return (rng.integers(least, least + 16, (rows, columns)),)


def in_bytes(rng, size):
    rows, columns, least = size
    return (rng.integers(least, least + 16, (rows, columns)).astype(np.int8 if least else np.uint8),)


def packed(rng, size):
    rows, columns, signed = size
    return rng.integers(0, 256, (rows, -(-columns // 2))).astype(np.uint8), columns, signed


def what_is_right(W, bits, group, symmetric):
    """Scales, zero points before they are rounded, the least and the largest code."""
    parts = np.asarray(W, float).reshape(len(W), -1, group)
    low, high = np.minimum(parts.min(axis=2), 0), np.maximum(parts.max(axis=2), 0)
    least, most = (1 - 2 ** (bits - 1), 2 ** (bits - 1) - 1) if symmetric else (0, 2**bits - 1)
    scales = (np.maximum(-low, high) if symmetric else high - low) / most
    scales[scales == 0] = 1
    return scales, np.zeros_like(low) if symmetric else -low / scales, least, most


def codes_are_nearest(got, W, bits, group, symmetric=False):
    codes, scales, zeros = (np.asarray(part, float) for part in got)
    of_groups = (len(W), W.shape[1] // group)
    if codes.shape != W.shape or scales.shape != of_groups or zeros.shape != of_groups:
        shapes = f"{codes.shape}, {scales.shape}, {zeros.shape}"
        return f"expected the shapes {W.shape}, {of_groups} and {of_groups}; got {shapes}"
    right, offsets, least, most = what_is_right(W, bits, group, symmetric)
    for row, at in np.argwhere(~np.isclose(scales, right, rtol=1e-6, atol=0))[:1]:
        return f"group {at} of row {row} has the scale {scales[row, at]:.7g}; its weights make it {right[row, at]:.7g}"
    for row, at in np.argwhere((np.abs(zeros - offsets) > SLACK) | (zeros != np.rint(zeros)))[:1]:
        return f"group {at} of row {row} has the zero point {zeros[row, at]:g}; it is {offsets[row, at]:.6g}, rounded"
    spread = [part.repeat(group, axis=1) for part in (right, zeros)]
    wanted = np.clip(np.asarray(W, float) / spread[0] + spread[1], least, most)
    off = (np.abs(codes - wanted) > SLACK) | (codes != np.rint(codes)) | (codes < least) | (codes > most)
    for row, column in np.argwhere(off)[:1]:
        return (
            f"the weight {W[row, column]:.7g} in row {row}, column {column} has the code {codes[row, column]:g}; with "
            f"the scale {spread[0][row, column]:.7g} and the zero point {spread[1][row, column]:g} it is "
            f"{wanted[row, column]:.6g}, rounded"
        )
    return None


def off_by_half_a_scale(ask, W, bits, group, symmetric):
    codes, scales, zeros = ask(W, bits, group, symmetric)
    back = np.asarray(ask(checks.call("dequantize", codes, scales, zeros)), float)
    if back.shape != W.shape:
        return f"dequantize gives the shape {back.shape}; W has {W.shape}"
    off = np.abs(back - W) / np.repeat(np.asarray(scales, float), group, axis=1)
    if off.max() > SLACK:
        row, column = np.unravel_index(off.argmax(), off.shape)
        return (
            f"the weight {W[row, column]:.6g} comes back as {back[row, column]:.6g}, which is {off.max():.3g} scales "
            "away; half a scale is the most"
        )
    return None


def comes_back(ask, codes):
    """What is packed can be unpacked."""
    signed = bool(codes.min() < 0)
    back = np.asarray(ask(checks.call("unpack", ask(codes), codes.shape[1], signed)))
    if back.shape != codes.shape:
        return f"{codes.shape[1]} columns come back in the shape {back.shape}; they went in as {codes.shape}"
    for row, column in np.argwhere(back != codes)[:1]:
        went, came = codes[row, column], back[row, column]
        return f"the code {went} in row {row}, column {column} comes back from its byte as {came}"
    return None


def weight_by_weight(codes, scales, zeros):
    group = np.shape(codes)[1] // np.shape(scales)[1]
    return np.array(
        [
            [(int(code) - int(z[j // group])) * float(s[j // group]) for j, code in enumerate(row)]
            for row, s, z in zip(codes, scales, zeros, strict=True)
        ]
    )


def byte_by_byte(codes):
    rows = [[int(code) % 16 for code in row] + [0] * (np.shape(codes)[1] % 2) for row in codes]
    return np.array([[row[j] + 16 * row[j + 1] for j in range(0, len(row), 2)] for row in rows])


def half_by_half(packed, columns, signed=False):
    rows = [[int(row[j // 2]) // 16 if j % 2 else int(row[j // 2]) % 16 for j in range(columns)] for row in packed]
    return np.array([[code - 16 if signed and code > 7 else code for code in row] for row in rows])


def is_of_bytes(got, codes):
    kind = getattr(got, "dtype", None)
    return None if kind == np.uint8 else f"packed codes are an array of uint8, not of {kind or type(got).__name__}"


W0 = np.array([[-3.0, 0.2, 5.4, 12.0, 0.0, 0.0, 0.0, 0.0]])
W1 = np.array([[-14.0, 3.2, 6.6]])
PAIRS = [(np.array([[a, b]]),) for least in (-8, 0) for a in range(least, least + 16) for b in range(least, least + 16)]
ALL_BYTES = [
    (np.array([[b]], np.uint8), columns, signed) for b in range(256) for columns in (1, 2) for signed in (0, 1)
]

CHECKS = [
    checks.example(
        "Codes, scales and zero points of the example",
        checks.call("quantize", W0, 4, 4),
        (np.array([[0, 3, 8, 15, 0, 0, 0, 0]]), np.array([[1.0, 1.0]]), np.array([[3, 0]])),
    ),
    checks.example(
        "The symmetric example",
        checks.call("quantize", W1, 4, 3, symmetric=True),
        (np.array([[-7, 2, 3]]), np.array([[2.0]]), np.array([[0]])),
    ),
    checks.example(
        "The weights of the example",
        checks.call("dequantize", np.array([[0, 3, 8, 15, 0, 0, 0, 0]]), np.array([[1.0, 1.0]]), np.array([[3, 0]])),
        np.array([[-3.0, 0.0, 5.0, 12.0, 0.0, 0.0, 0.0, 0.0]]),
    ),
    checks.example("The bytes of the example", checks.call("pack", np.array([[-7, 2, 3]])), np.array([[41, 3]])),
    checks.example(
        "The example's bytes without signs",
        checks.call("unpack", np.array([[41, 3]], np.uint8), 3),
        np.array([[9, 2, 3]]),
    ),
    checks.property(
        "Asymmetric codes are the nearest ones",
        "quantize",
        weights,
        [(1, 1, 2, 4, False), (2, 2, 3, 3, False), (3, 2, 4, 2, False), (4, 3, 8, 8, False), (6, 5, 7, 5, False)],
        holds=codes_are_nearest,
    ),
    checks.property(
        "Symmetric codes are the nearest ones",
        "quantize",
        weights,
        [(1, 1, 2, 4, True), (2, 2, 3, 3, True), (3, 2, 4, 2, True), (4, 3, 8, 8, True), (6, 5, 7, 5, True)],
        holds=codes_are_nearest,
    ),
    checks.property(
        "Many rows, long rows, groups of one and of a whole row",
        "quantize",
        weights,
        [
            (3, 1, 1, 4, False),
            (300, 2, 3, 4, False),
            (2, 32, 64, 4, False),
            (3, 6, 1, 6, True),
            (1, 2_048, 1, 7, False),
            (1, 1, 2_048, 8, True),
        ],
        holds=codes_are_nearest,
        drawn=False,
    ),
    checks.property(
        "Weights of 32 bits are taken as well",
        "quantize",
        single,
        [(2, 2, 3, 4, False), (3, 2, 4, 8, True)],
        holds=codes_are_nearest,
    ),
    checks.stability(
        "Groups of zeros have the scale 1",
        "quantize",
        with_zeros,
        [(1, 1, 3, 4, False), (2, 3, 2, 4, True), (2, 4, 4, 8, False)],
        holds=codes_are_nearest,
    ),
    checks.stability(
        "Outliers and tiny weights",
        "quantize",
        [
            *(with_outliers(np.random.default_rng(3), size) for size in ((2, 4, 4, 4, False), (2, 4, 4, 4, True))),
            (np.array([[1e-6, -2e-6, 1.4e-6, 3e-6], [1e4, -1e4, 1e-6, 0.0]]), 8, 4, False),
            (np.array([[1e-6, -2e-6, 1.4e-6, 3e-6], [1e4, -1e4, 1e-6, 0.0]]), 4, 2, True),
            (np.array([[5.0, 5.4, 6.0], [-6.0, -5.5, -5.0]]), 4, 3, False),
            (np.array([[-1.0, 0.32, 1.0], [1.0, 0.3, -1.0]]), 4, 3, False),
        ],
        holds=codes_are_nearest,
    ),
    checks.relation(
        "Weights come back within half a scale",
        "quantize",
        weights,
        [(1, 1, 2, 4, False), (2, 3, 4, 3, True), (4, 2, 8, 8, False), (3, 2, 6, 2, False)],
        holds=off_by_half_a_scale,
    ),
    checks.oracle(
        "Weights from codes, one by one",
        "dequantize",
        stored,
        [
            (1, 1, 1, "int64"),
            (2, 3, 2, "int64"),
            (2, 2, 3, "uint8"),
            (3, 2, 2, "int8"),
            (300, 2, 2, "uint8"),
            (1, 2_048, 1, "int8"),
        ],
        expected=weight_by_weight,
        same=near,
    ),
    checks.stability(
        "Tiny and huge scales",
        "dequantize",
        [(np.array([[0, 255, 7], [3, 0, 1]]), np.array([[1e-9], [1e4]]), np.array([[128], [255]]))],
        expected=weight_by_weight,
        same=near,
    ),
    checks.exhaustive("Every pair of codes in a byte", "pack", PAIRS, expected=byte_by_byte),
    checks.oracle(
        "Rows of codes, byte by byte",
        "pack",
        nibbles,
        [(1, 1, 0), (2, 3, 0), (3, 4, -8), (2, 7, -8), (300, 5, 0), (2, 2_048, -8)],
        expected=byte_by_byte,
    ),
    checks.oracle(
        "Codes that are stored in bytes already",
        "pack",
        in_bytes,
        [(1, 2, -8), (2, 3, -8), (2, 6, 0), (3, 5, 0)],
        expected=byte_by_byte,
    ),
    checks.property("Packed codes are bytes", "pack", nibbles, [(1, 2, 0), (2, 5, -8)], holds=is_of_bytes),
    checks.exhaustive("Every byte, signed and unsigned", "unpack", ALL_BYTES, expected=half_by_half),
    checks.oracle(
        "Rows of bytes, half by half",
        "unpack",
        packed,
        [(1, 3, False), (2, 4, True), (3, 7, True), (300, 4, False), (2, 2_047, True)],
        expected=half_by_half,
    ),
    checks.relation(
        "What is packed comes back",
        "pack",
        nibbles,
        [(1, 1, 0), (2, 2, -8), (3, 5, 0), (4, 9, -8)],
        holds=comes_back,
    ),
    checks.error(
        "Bits beyond 2 to 8 and groups that do not fill the rows raise ValueError",
        [
            checks.call("quantize", W0, 1, 4),
            checks.call("quantize", W0, 9, 4),
            checks.call("quantize", W0, 0, 4, True),
            checks.call("quantize", W0, 16, 2, True),
            checks.call("quantize", W0, 4, 3),
            checks.call("quantize", W0, 4, 16),
            checks.call("quantize", W0, 4, 0),
            checks.call("quantize", W0, 4, -4),
            checks.call("quantize", np.ones((4, 6)), 4, 4, True),
        ],
    ),
    checks.stateless("Weights before do not matter", "quantize", weights, [(2, 2, 3, 4, False), (40, 4, 16, 4, True)]),
    checks.stateless(
        "Codes before do not matter", "dequantize", stored, [(2, 2, 3, "int64"), (80, 20, 2, "uint8")], same=near
    ),
    checks.stateless("Packing before does not matter", "pack", nibbles, [(3, 3, 0), (40, 40, -8)]),
    checks.stateless("Bytes before do not matter", "unpack", packed, [(3, 4, False), (40, 80, True)]),
    checks.unchanged(
        "No argument is changed",
        "quantize",
        [
            (W0, 4, 4, False),
            *(
                checks.call(entry, *args)
                for size in ((1, 1), (1, 3), (3, 1), (2, 4))
                for entry, args in (
                    ("quantize", weights(np.random.default_rng(1), (*size, 1, 4, True))),
                    ("quantize", weights(np.random.default_rng(2), (*size, 2, 4, False))),
                    ("dequantize", stored(np.random.default_rng(3), (*size, 1, "int64"))),
                    ("dequantize", stored(np.random.default_rng(4), (*size, 2, "uint8"))),
                    ("pack", nibbles(np.random.default_rng(5), (*size, -8))),
                    ("unpack", packed(np.random.default_rng(6), (*size, True))),
                )
            ),
        ],
    ),
]
