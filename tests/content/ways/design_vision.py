"""Vision: image classification, convolutional networks, transfer learning, tracking."""

from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np

from tests.content.recomputing import another_way, sizes

# Image classification


@another_way("image-classification", "act_alone_from", "draw_costs")
def where_costs_cross(wrong: int, review: int, errors: int) -> float:
    """Of a thousand images that look alike, in cents."""
    from scipy.optimize import brentq

    asked = 1000 * review + errors * wrong
    return float(brentq(lambda right: 1000 * (1 - right) * wrong - asked, 0, 1, xtol=1e-13))


@another_way("image-classification", "shares_put_back", "draw_shares")
def images_that_look_so(said: list[int], live: list[int]) -> float:
    """By the likelihoods of such an image under each label: Bayes' rule, twice, with a million images a label."""
    looking_so = 1_000_000 * np.array(said) / sum(said)
    weights = np.array(live) / np.full(3, 1 / 3)
    return float(np.average([1, 0, 0], weights=looking_so * weights))


@cache
def _units() -> Any:
    import pint

    units: Any = pint.UnitRegistry()
    units.define("operation = []")
    return units


@another_way("image-classification", "gpus_at_the_peak", "draw_load")
def seconds_of_work_in_a_second(images: int, peak: int, tenths: int, paper: int, reached: int, busy: int) -> float:
    units = _units()
    work = images * 1e6 / units.day * peak * tenths * 1e8 * 2 * units.operation
    speed = paper * 1e12 * units.operation / units.second * (reached / 100) * (busy / 100)
    return float((work / speed).to("").magnitude)


# Convolutional networks


@another_way("convnet-architectures", "receptive_field", "draw_layers")
def pixels_that_count(layers: list[tuple[int, int]]) -> float:
    """Each value after the last layer depends on some pixels of a row: those of one in the middle are counted."""
    depends = np.eye(400, dtype=bool)
    for size, stride in layers:
        starts = range(0, len(depends) - size + 1, stride)
        depends = np.array([depends[start : start + size].any(axis=0) for start in starts])
    return int(depends[len(depends) // 2].sum())


@another_way("convnet-architectures", "work_of_a_layer", "draw_layer")
def windows_counted(side: int, before: int, after: int, size: int, stride: int) -> float:
    image = np.pad(np.zeros((side, side), dtype=np.int8), size // 2)
    windows = np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]
    return windows.size * before * after / 1e6


@another_way("convnet-architectures", "separable_filters", "draw_separable")
def by_shapes_of_the_weights(before: int, after: int, size: int) -> float:
    dense = sizes((after, before, size, size))
    return dense / (sizes((before, 1, size, size)) + sizes((after, before, 1, 1)))


# Transfer learning


@another_way("transfer-learning", "passes_saved", "draw_work")
def passes_counted(images: int, epochs: int, copies: int) -> float:
    """In forward passes of all images, those of plan A added up epoch by epoch."""
    tuned = sum(images * 1000 * cost for _ in range(epochs) for cost in (1, 2))
    return tuned / (images * 1000 * copies)


@another_way("transfer-learning", "one_encoder_for_all", "draw_customers")
def megabytes_of_arrays(customers: int, labels: int, features: int, weights: int) -> float:
    shapes = [(weights, 1_000_000), *[(features + 1, labels)] * customers]
    return np.dtype(np.float32).itemsize * sizes(*shapes) / 1e6


@another_way("transfer-learning", "batches_until_forgotten", "draw_drift")
def by_logarithms(new: Fraction, left: Fraction) -> float:
    return int(np.floor(np.log(float(left)) / np.log1p(-float(new)))) + 1


# Tracking


@another_way("object-tracking", "overlap", "draw_boxes")
def pixels_counted(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> float:
    grounds = np.zeros((2, 200, 200), dtype=bool)
    for ground, (left, top, right, bottom) in zip(grounds, (first, second), strict=True):
        ground[top:bottom, left:right] = True
    return float(grounds.all(axis=0).sum() / grounds.any(axis=0).sum())


@another_way("object-tracking", "one_step", "draw_measured")
def most_likely_place(place: int, variance: int, speed: int, added: int, noise: int, measured: int) -> float:
    """By least squares: three unknowns, the place before, what motion adds, and the place now."""
    rows = np.array([[1, 0, 0], [-1, -1, 1], [0, 1, 0], [0, 0, 1]], dtype=float)
    said = np.array([place, speed, 0, measured], dtype=float)
    weights = np.sqrt([1 / variance, 1e8, 1 / added, 1 / noise])
    return float(np.linalg.lstsq(rows * weights[:, None], said * weights, rcond=None)[0][2])


@another_way("object-tracking", "identities", "draw_tracks")
def by_the_assignment(shared: list[list[int]], objects: list[int], tracks: list[int]) -> float:
    """By false and missed frames of the best assignment, as IDF1 is defined."""
    from scipy.optimize import linear_sum_assignment

    table = np.array(shared)
    agreed = table[linear_sum_assignment(table, maximize=True)].sum()
    return float(agreed / (agreed + (sum(tracks) - agreed) / 2 + (sum(objects) - agreed) / 2))
