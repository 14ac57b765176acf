"""Numeric cards on convolutional networks: what a place sees, the work of a layer, what separable filters save."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_layers(rng: random.Random) -> tuple[list[tuple[int, int]]]:
    """Size and stride of each layer, the first first; strides vary, so that their order matters."""
    while True:
        layers = [(rng.choice([3, 3, 5, 7]), rng.choice([1, 1, 2])) for _ in range(rng.choice([3, 4]))]
        if any(stride > 1 for _, stride in layers[:-1]):
            return (layers,)


def receptive_field(rng: random.Random) -> Numeric:
    (layers,) = draw_layers(rng)
    seen, step, grown = 1, 1, []
    for size, stride in layers:
        seen += (size - 1) * step
        step *= stride
        grown.append(str(seen))
    rows = "\n".join(f"| {place} | {size} by {size} | {stride} |" for place, (size, stride) in enumerate(layers, 1))
    return Numeric(
        "An image passes these convolutions in turn. **How many pixels wide** is the part of the image that one value "
        f"after the last layer depends on, far from the border?\n\n| layer | filter | stride |\n|---|---|---|\n{rows}",
        seen,
        "Each layer adds its size less one, times the product of all strides *before* it: 1, "
        f"{', '.join(grown)}. The last layer's own stride does not matter.",
        unit="pixels",
    )


def draw_layer(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Side of the input, channels in and out, size of the filter, stride. Padding keeps the size at stride 1."""
    return (
        rng.choice([14, 28, 56, 112]),
        rng.choice([16, 32, 64, 128]),
        rng.choice([32, 64, 128, 256]),
        rng.choice([3, 5, 7]),
        rng.choice([1, 2]),
    )


def work_of_a_layer(rng: random.Random) -> Numeric:
    side, before, after, size, stride = draw_layer(rng)
    pad = size // 2
    out = (side + 2 * pad - size) // stride + 1
    answer = Fraction(out * out * size * size * before * after, 10**6)
    return Numeric(
        f"A convolution with {size} by {size} filters, stride {stride} and a padding of {pad} on each side takes a map "
        f"of {side} by {side} places with {before} channels to {after} channels, without biases. **How many million "
        "multiply-adds** is that an image, those with padding among them? (Within 1% is right.)",
        answer,
        f"The output has a side of $\\lfloor({side} + {2 * pad} - {size})/{stride}\\rfloor + 1 = {out}$. Each of its "
        f"${out}^2 \\cdot {after}$ values takes ${size}^2 \\cdot {before}$ multiply-adds: {float(answer):.4g} million.",
        float(answer) / 100,
        "million",
    )


def draw_separable(rng: random.Random) -> tuple[int, int, int]:
    """Channels in and out, which are far apart, and the size of the filter."""
    before = rng.choice([32, 48, 64, 96, 128])
    far = [after for after in (16, 24, 32, 64, 96, 128, 192) if max(after, before) >= 2 * min(after, before)]
    return before, rng.choice(far), rng.choice([3, 5, 7])


def separable_filters(rng: random.Random) -> Numeric:
    before, after, size = draw_separable(rng)
    dense = size * size * before * after
    apart = size * size * before + before * after
    answer = Fraction(dense, apart)
    return Numeric(
        f"A {size} by {size} convolution from {before} to {after} channels is replaced by a depthwise {size} by "
        f"{size} one, with one filter for each channel, and a 1 by 1 one to {after} channels. Stride 1, same size of "
        "output, no biases. **How many times fewer** multiply-adds does that take? (Within 1% is right.)",
        answer,
        f"At each place {dense:,} become ${size}^2 \\cdot {before} + {before} \\cdot {after} = {apart:,}$: "
        f"{float(answer):.3g} times fewer. The share that is left is $1/{after} + 1/{size}^2$.",
        float(answer) / 100,
        "times",
    )


CARDS = [receptive_field, work_of_a_layer, separable_filters]
