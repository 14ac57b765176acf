"""Pictures of the lesson on MFCC: a vowel at two pitches, by its band energies and by its first coefficients."""

from typing import Any

from matplotlib.figure import Figure

INK = "#777777"
COLORS = ("#4477aa", "#dd7733")
RATE, FRAME, SIZE, BANDS, KEPT = 16_000, 400, 512, 40, 13
"""Samples a second, samples of a window and of its transform, mel bands, and coefficients that are kept."""
PITCHES, FORMANTS = (110, 220), (700, 1220, 2600)


def mel(hertz: Any) -> Any:
    import numpy as np

    return 2595 * np.log10(1 + np.asarray(hertz) / 700)


def hertz(mels: Any) -> Any:
    import numpy as np

    return 700 * (10 ** (np.asarray(mels) / 2595) - 1)


def filters(bands: int = BANDS) -> Any:
    """Triangles on the mel scale, a row for each band, over the frequencies of the transform."""
    import numpy as np

    edges = hertz(np.linspace(0, mel(RATE / 2), bands + 2))
    at = np.fft.rfftfreq(SIZE, 1 / RATE)
    up = (at - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    down = (edges[2:, None] - at) / (edges[2:] - edges[1:-1])[:, None]
    return np.clip(np.minimum(up, down), 0, None)


def vowel(pitch: float, formants: Any = FORMANTS) -> Any:
    """A quarter of a second of pulses at a pitch, through a resonance at each formant."""
    import numpy as np
    from scipy.signal import lfilter

    at = np.arange(RATE // 4)
    sound = np.diff(np.floor(at * pitch / RATE), prepend=-1.0)
    for formant in formants:
        radius = np.exp(-np.pi * 100 / RATE)
        sound = lfilter([1], [1, -2 * radius * np.cos(2 * np.pi * formant / RATE), radius**2], sound)
    return sound


def energies(sound: Any, bands: int = BANDS) -> Any:
    """Log energies in mel bands of a window in the middle, in dB, after pre-emphasis."""
    import numpy as np

    sharper = sound[1:] - 0.97 * sound[:-1]
    middle = len(sharper) // 2
    window = sharper[middle : middle + FRAME] * np.hamming(FRAME)
    return 10 * np.log10(filters(bands) @ abs(np.fft.rfft(window, SIZE)) ** 2 + 1e-9)


def smoothed(bands: Any) -> Any:
    """The band energies that the first coefficients alone stand for."""
    from scipy.fft import dct, idct

    coefficients = dct(bands, norm="ortho")
    coefficients[KEPT:] = 0
    return idct(coefficients, norm="ortho")


def apart(curves: Any) -> float:
    """The root mean square difference of two curves in dB, their means taken away."""
    import numpy as np

    first, second = (curve - curve.mean() for curve in curves)
    return float(np.sqrt(((first - second) ** 2).mean()))


def two_pitches(figure: Figure) -> None:
    """The same vowel by a lower and a higher voice, before and after all but 13 coefficients are dropped."""
    import numpy as np

    figure.set_size_inches(5.4, 2.7)
    axes_of = figure.subplots(1, 2, sharey=True)
    centers = hertz(np.linspace(0, mel(RATE / 2), BANDS + 2))[1:-1] / 1000
    for pitch, color in zip(PITCHES, COLORS, strict=True):
        bands = energies(vowel(pitch))
        for axes, shown in zip(axes_of, (bands, smoothed(bands)), strict=True):
            axes.plot(centers, shown - bands.mean(), color=color, linewidth=1.7, label=f"{pitch} Hz")
    for axes, title in zip(axes_of, ("40 mel bands, dB", "from 13 coefficients"), strict=True):
        axes.set_title(title, color=INK, fontsize=10, loc="left")
        axes.set_xscale("function", functions=(lambda khz: mel(1000 * khz), lambda mels: hertz(mels) / 1000))
        axes.set(xlim=(0, 8), xticks=[0.5, 1, 2, 4, 8])
        axes.set_xlabel("kHz", color=INK)
        axes.tick_params(colors=INK, labelsize=8.5, length=0)
        axes.grid(color=INK, alpha=0.15, linewidth=0.6)
        axes.spines[:].set_visible(False)
        axes.patch.set_visible(False)
    axes_of[1].legend(frameon=False, labelcolor=INK, fontsize=8.5, loc="upper right")
    figure.patch.set_visible(False)
    figure.tight_layout()


PICTURES = [two_pitches]
