"""Speech: recognition, CTC, MFCC, hidden Markov models of sounds, language models, words out of vocabulary."""

import itertools
import math
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, sizes

# Recognition


@another_way("speech-recognition", "word_error_rate", "draw_sentence")
def shortest_path_of_edits(said: str, written: str) -> float:
    from scipy.sparse import lil_matrix
    from scipy.sparse.csgraph import dijkstra

    words, others = said.split(), written.split()
    wide, free = len(others) + 1, 1e-12
    steps = lil_matrix(((len(words) + 1) * wide,) * 2)
    for i in range(len(words) + 1):
        for j in range(wide):
            here = i * wide + j
            if i < len(words):
                steps[here, here + wide] = 1
            if j < len(others):
                steps[here, here + 1] = 1
            if i < len(words) and j < len(others):
                steps[here, here + wide + 1] = free if words[i] == others[j] else 1
    return 100 * round(float(dijkstra(steps.tocsr(), indices=0)[-1])) / len(words)


@another_way("speech-recognition", "real_time_factor", "draw_model")
def an_hour_on_the_phone(millions: int, step: int, billions: int, extra: int) -> float:
    steps = 3600 * 1000 / step
    seconds = steps * millions * 1e6 / (billions * 1e9)
    return (seconds + seconds * extra / 100) / 3600


@another_way("speech-recognition", "speakers_for_an_interval", "draw_speakers")
def where_the_interval_has_this_width(spread: int, half: int, _rate: int, _words: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda speakers: 1.96 * spread / np.sqrt(speakers) - half, 1, 1e6, xtol=1e-9))


# CTC


def collapsed(path: tuple[str, ...]) -> str:
    """Repeats merged, blanks dropped."""
    return "".join(letter for letter, _ in itertools.groupby(path) if letter != "-")


@another_way("ctc", "paths", "draw_text")
def every_path(text: str, steps: int) -> float:
    return sum(collapsed(path) == text for path in itertools.product(sorted({*text, "-"}), repeat=steps))


@another_way("ctc", "probability_of_a_text", "draw_outputs")
def products_of_every_path(text: str, outputs: list[list[Fraction]]) -> float:
    found = itertools.product("-ab", repeat=len(outputs))
    return sum(
        math.prod(float(row["-ab".index(letter)]) for row, letter in zip(outputs, path, strict=True))
        for path in found
        if collapsed(path) == text
    )


@another_way("ctc", "transducer_memory", "draw_batch")
def bytes_of_the_scores(batch: int, seconds: int, pieces: int, outputs: int) -> float:
    steps = np.arange(0, 1000 * seconds, 40).size
    written = len(range(pieces + 1))
    return sizes((batch, steps, written, outputs)) * np.dtype(np.float32).itemsize / 1e6


# MFCC


@another_way("mfcc", "windows", "draw_recording")
def starts_that_fit(rate: int, samples: int, window: int, step: int) -> float:
    starts = np.arange(0, samples, rate * step / 1000)
    return int((starts + rate * window / 1000 <= samples).sum())


@another_way("mfcc", "center_of_a_band", "draw_band")
def where_the_scale_has_it(bands: int, highest: int, which: int) -> float:
    from scipy.optimize import brentq

    def mel(hertz: float) -> float:
        return float(2595 * np.log1p(hertz / 700) / np.log(10))

    center = np.linspace(0, mel(highest), bands + 2)[which]
    return float(brentq(lambda hertz: mel(hertz) - center, 0, highest, xtol=1e-9))


@another_way("mfcc", "louder", "draw_gain")
def transformed_twice(gain: float, bands: int) -> float:
    from scipy.fft import dct

    samples = np.random.default_rng(0).normal(size=(bands, 16))
    soft, loud = (dct(np.log((factor * samples) ** 2 @ np.ones(16)), norm="ortho") for factor in (1, gain))
    return float(loud[0] - soft[0])


# Hidden Markov models of sounds


@another_way("acoustic-modeling-hmm", "lasting", "draw_chain")
def walked_to_the_end(states: int, tenths: int, frames: int) -> float:
    """The last state of the walk is the end of the sound."""
    moves = np.diag([tenths / 10] * states + [1.0]) + np.diag([1 - tenths / 10] * states, k=1)
    return float(np.linalg.matrix_power(moves, frames)[0, -1])


@another_way("acoustic-modeling-hmm", "score_against_silence", "draw_posteriors")
def ratio_that_explains_the_posteriors(silence: Fraction, other: Fraction, often: Fraction, rarely: Fraction) -> float:
    from scipy.optimize import brentq

    def odds(ratio: float) -> float:
        return float(rarely) * ratio / float(often)

    return float(brentq(lambda ratio: odds(ratio) - float(other / silence), 0, 1e4, xtol=1e-12))


@another_way("acoustic-modeling-hmm", "parameters_of_mixtures", "draw_mixtures")
def entries_of_the_arrays(states: int, gaussians: int, kept: int) -> float:
    means = variances = (states, gaussians, 3, kept)
    return sizes(means, variances, (states, gaussians)) - states


# Language models


@another_way("ngram-vs-neural-lm", "discounted", "draw_counts")
def what_all_others_leave(counts: list[int], which: int, shorter: Fraction) -> float:
    """One minus the probability of every other word, seen or not."""
    total = sum(counts)
    others = sum(count - 0.75 for place, count in enumerate(counts) if place != which) / total
    saved = sum(min(count, 0.75) for count in counts) / total
    return 1 - others - saved * float(1 - shorter)


@another_way("ngram-vs-neural-lm", "perplexity_of_words", "draw_pieces")
def from_the_bits_of_the_text(each: int, words: int, pieces: int) -> float:
    bits = np.log2(np.full(pieces, each)).sum()
    return float(2 ** (bits / words))


@another_way("ngram-vs-neural-lm", "rescoring", "draw_lists")
def word_by_word(millions: int, hypotheses: int, words: int, shared: int, billions: int) -> float:
    one = 1000 * millions * 1e6 / (billions * 1e9)
    everything = sum(one for _ in range(hypotheses) for _ in range(words))
    return everything - everything * shared / 100


# Words out of vocabulary


@another_way("out-of-vocabulary", "chance_of_a_new_word", "draw_counts")
def left_out_one_by_one(once: int, twice: int, thrice: int, rest: int) -> float:
    """The share of words that the rest of the text does not have."""
    times = [1] * once + [2] * twice + [3] * thrice
    text = np.concatenate([np.repeat(np.arange(len(times)), times), np.full(rest, -1)])
    _, place, counts = np.unique(text, return_inverse=True, return_counts=True)
    return float((counts[place] - 1 == 0).mean())


@another_way("out-of-vocabulary", "sentences_with_one", "draw_sentences")
def by_the_binomial(share: Fraction, words: int) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, words, float(share)))


@another_way("out-of-vocabulary", "smallest_bonus", "draw_hypotheses")
def where_the_name_takes_over(wrong: tuple[int, int], name: tuple[int, int], pieces: int, weight: int) -> float:
    from scipy.optimize import brentq

    def lead(bonus: float) -> float:
        scores = np.array([wrong, name]) / 10 @ [1, weight / 10] + [0, pieces * bonus]
        return float(scores[1] - scores[0])

    return float(brentq(lead, -50, 50, xtol=1e-12))
