"""Numeric cards on MFCC: windows, centers of mel bands, and what loudness does to the first coefficient."""

import math
import random

from sharpen.domain.card import Numeric


def draw_recording(rng: random.Random) -> tuple[int, int, int, int]:
    """Samples a second, samples in all, and milliseconds of a window and of a step."""
    rate = rng.choice([8_000, 16_000])
    window, step = rng.choice([(25, 10), (20, 10), (32, 16), (30, 10)])
    return rate, rate * rng.randint(12, 60) // 10 + rng.choice([0, 40, 100]), window, step


def windows(rng: random.Random) -> Numeric:
    rate, samples, window, step = draw_recording(rng)
    long, hop = rate * window // 1000, rate * step // 1000
    answer = 1 + (samples - long) // hop
    return Numeric(
        f"A recording has {samples:,} samples at {rate // 1000} kHz. Windows of {window} ms start at its first sample "
        f"and then every {step} ms; only windows that lie in it as a whole are used, and nothing is padded. How many "
        "**windows** are there?",
        answer,
        f"A window has {long} samples, a step {hop}: $1 + \\lfloor ({samples} - {long}) / {hop} \\rfloor = {answer}$.",
    )


def draw_band(rng: random.Random) -> tuple[int, int, int]:
    """Bands, the highest frequency in Hz, and which band."""
    bands = rng.choice([20, 24, 26, 40, 80])
    return bands, rng.choice([4_000, 8_000]), rng.randint(bands // 4, bands - 2)


def center_of_a_band(rng: random.Random) -> Numeric:
    bands, highest, which = draw_band(rng)
    top = 2595 * math.log10(1 + highest / 700)
    place = which * top / (bands + 1)
    answer = 700 * (10 ** (place / 2595) - 1)
    return Numeric(
        f"{bands} triangular bands lie between 0 and {highest:,} Hz. Their centers and the two ends are equally spaced "
        f"on the mel scale, $m = 2595 \\log_{{10}}(1 + f/700)$. At how many **Hz** is the center of band {which}, "
        "counted from 1? (Within 1%.)",
        answer,
        f"{highest:,} Hz are {top:.1f} mel. The center is at ${which} \\cdot {top:.1f} / {bands + 1} = {place:.1f}$ "
        f"mel, and $700\\,(10^{{{place:.1f}/2595}} - 1) = {answer:.1f}$ Hz.",
        0.01 * answer,
        "Hz",
    )


def draw_gain(rng: random.Random) -> tuple[float, int]:
    """By which factor the samples are larger, and the number of bands."""
    return rng.choice([1.25, 1.5, 2, 2.5, 3, 4, 5, 8, 10]), rng.choice([16, 20, 25, 36, 40, 64, 80])


def louder(rng: random.Random) -> Numeric:
    gain, bands = draw_gain(rng)
    answer = 2 * math.log(gain) * math.sqrt(bands)
    return Numeric(
        f"Every sample of a recording is multiplied by {gain:g}. MFCC are made from natural logarithms of the "
        f"*energies* in {bands} bands, by an orthonormal cosine transform. By how much does the **first coefficient**, "
        "$c_0$, rise? (Within 1%.)",
        answer,
        f"Energies grow by ${gain:g}^2$, each logarithm by $2 \\ln {gain:g} = {2 * math.log(gain):.3f}$. The first "
        f"basis vector has {bands} entries of $1/\\sqrt{{{bands}}}$, so $c_0$ rises by $\\sqrt{{{bands}}}$ times that: "
        f"${answer:.2f}$. The other coefficients stay: their basis vectors sum to zero.",
        0.01 * answer,
    )


CARDS = [windows, center_of_a_band, louder]
