"""What lessons on classification, convolutional networks, transfer and tracking say in numbers is what comes out."""

import re
import runpy
from collections.abc import Callable
from functools import cache
from itertools import pairwise, permutations
from typing import Any

import numpy as np
import pytest

from sharpen.content.library import bundled
from tests.content.ways.design_vision import (
    by_the_assignment,
    images_that_look_so,
    most_likely_place,
    passes_counted,
    pixels_counted,
    seconds_of_work_in_a_second,
    where_costs_cross,
)

Network = Callable[[], tuple[tuple[int, int], tuple[int, int]]]
"""Weights and multiply-adds of a network's convolutions, and of its fully connected layers."""
FOLDER = bundled() / "topics" / "design"


@cache
def pictures(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(FOLDER / topic / "pictures.py"))


@cache
def read_digits() -> dict[str, float]:
    """What comes of answering from .9, in percent."""
    drawn = pictures("image-classification")
    known, unseen, wrong, right = drawn["answered"]()
    at = drawn["FROM"].index(0.9)
    spoiled = drawn["wrong_among_answered"](known, unseen, wrong, 0.1)
    parts = {"right": right, "known": known, "unseen": unseen, "wrong": wrong / known, "spoiled": spoiled}
    return {name: 100 * float(row[at]) for name, row in parts.items()}


def interval(right: float, images: int) -> float:
    """Half of it in points, by the binomial distribution."""
    from scipy.stats import binom

    return float(100 * 1.96 * binom(images, right).std() / images)


def of_layer(side: int, before: int, after: int, size: int, stride: int, padding: int) -> tuple[int, int, int]:
    """Weights without biases, multiply-adds, and the side of the output."""
    out = len(range(0, side + 2 * padding - size + 1, stride))
    weights = after * before * size * size
    return weights, weights * out * out, out


def of_convolutions(side: int, layers: list[tuple[int, ...]]) -> tuple[int, int]:
    """Weights with biases, and multiply-adds; a layer with one entry is a pooling to that side."""
    weights = work = 0
    for layer in layers:
        if len(layer) == 1:
            (side,) = layer
            continue
        before, after, size, stride, padding = layer
        of_it, work_of_it, side = of_layer(side, before, after, size, stride, padding)
        weights, work = weights + of_it + after, work + work_of_it
    return weights, work


def of_heads(*widths: int) -> tuple[int, int]:
    """Weights with biases, and multiply-adds, of fully connected layers."""
    pairs = list(pairwise(widths))
    return sum(before * after + after for before, after in pairs), sum(before * after for before, after in pairs)


def alexnet() -> tuple[tuple[int, int], tuple[int, int]]:
    layers = [(3, 64, 11, 4, 2), (27,), (64, 192, 5, 1, 2), (13,), (192, 384, 3, 1, 1), (384, 256, 3, 1, 1)]
    return of_convolutions(224, [*layers, (256, 256, 3, 1, 1)]), of_heads(256 * 6 * 6, 4096, 4096, 1000)


def vgg() -> tuple[tuple[int, int], tuple[int, int]]:
    layers: list[tuple[int, ...]] = []
    before, side = 3, 224
    for channels, times in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)):
        for _ in range(times):
            layers.append((before, channels, 3, 1, 1))
            before = channels
        side //= 2
        layers.append((side,))
    return of_convolutions(224, layers), of_heads(512 * 7 * 7, 4096, 4096, 1000)


def resnet() -> tuple[tuple[int, int], tuple[int, int]]:
    """Batch norm has two weights a channel in place of the bias."""
    weights, work, side = of_layer(224, 3, 64, 7, 2, 3)
    weights, side, before = weights + 128, 56, 64
    for stage, times in enumerate((3, 4, 6, 3)):
        inner, outer = 64 * 2**stage, 256 * 2**stage
        for place in range(times):
            stride = 2 if place == 0 and stage else 1
            parts = [(side, before, inner, 1, 1, 0), (side, inner, inner, 3, stride, 1)]
            parts.append((side // stride, inner, outer, 1, 1, 0))
            if place == 0:
                parts.append((side, before, outer, 1, stride, 0))
            for part in parts:
                of_it, work_of_it, _ = of_layer(*part)
                weights, work = weights + of_it + 2 * part[2], work + work_of_it
            side, before = side // stride, outer
    return (weights, work), of_heads(2048, 1000)


def millions(network: Network) -> float:
    (body, _), (head, _) = network()
    return (body + head) / 1e6


def billions_of_work(network: Network) -> float:
    (_, body), (_, head) = network()
    return (body + head) / 1e9


def in_heads(network: Network) -> float:
    (body, _), (head, _) = network()
    return 100 * head / (body + head)


def bottleneck() -> int:
    return sum(of_layer(1, *part, 1, 0)[0] for part in ((256, 64, 1), (64, 64, 3), (64, 256, 1)))


@cache
def learned() -> dict[str, dict[str, list[float]]]:
    found: dict[str, dict[str, list[float]]] = pictures("transfer-learning")["learned"]()
    return found


def transferred(task: str, way: str, labels: int) -> float:
    place: int = pictures("transfer-learning")["LABELS"].index(labels)
    return learned()[task][way][place]


def best_in_sum(costs: list[list[int]]) -> float:
    return min(sum(row[at] for row, at in zip(costs, order, strict=True)) for order in permutations(range(len(costs))))


def nearest_first(costs: list[list[int]]) -> float:
    left, total = np.array(costs, dtype=float), 0.0
    while np.isfinite(left).any():
        row, column = np.unravel_index(left.argmin(), left.shape)
        total += left[row, column]
        left[row], left[:, column] = np.inf, np.inf
    return total


LIKE, UNLIKE = "other digits", "other digits, pixels shuffled"
WORKED: list[tuple[str, str, Callable[[], float], float]] = [
    ("image-classification", ".94", lambda: where_costs_cross(500, 20, 20), 0),
    ("image-classification", ".083", lambda: images_that_look_so([90, 10, 0], [1, 99, 0]), 0),
    ("image-classification", "98", lambda: read_digits()["right"], 1),
    ("image-classification", "92", lambda: read_digits()["known"], 2),
    ("image-classification", "0.2", lambda: read_digits()["wrong"], 0.15),
    ("image-classification", "29", lambda: read_digits()["unseen"], 3),
    ("image-classification", "3.6", lambda: read_digits()["spoiled"], 0.5),
    ("image-classification", "1,980", lambda: 1e6 / 86_400 / seconds_of_work_in_a_second(1, 1, 41, 65, 25, 100), 3),
    ("image-classification", "1.9", lambda: interval(0.9, 1000), 0),
    ("image-classification", "16", lambda: interval(0.85, 20), 0),
    ("convnet-architectures", "9,408", lambda: of_layer(224, 3, 64, 7, 2, 3)[0], 0),
    ("convnet-architectures", "112", lambda: of_layer(224, 3, 64, 7, 2, 3)[2], 0),
    ("convnet-architectures", "118", lambda: of_layer(224, 3, 64, 7, 2, 3)[1] / 1e6, 0),
    ("convnet-architectures", "61.1", lambda: millions(alexnet), 0),
    ("convnet-architectures", "138.4", lambda: millions(vgg), 0),
    ("convnet-architectures", "25.6", lambda: millions(resnet), 0),
    ("convnet-architectures", "96", lambda: in_heads(alexnet), 0),
    ("convnet-architectures", "89", lambda: in_heads(vgg), 0),
    ("convnet-architectures", "8", lambda: in_heads(resnet), 0),
    ("convnet-architectures", "0.71", lambda: billions_of_work(alexnet), 0),
    ("convnet-architectures", "15.5", lambda: billions_of_work(vgg), 0),
    ("convnet-architectures", "4.1", lambda: billions_of_work(resnet), 0),
    ("convnet-architectures", "69,632", bottleneck, 0),
    ("convnet-architectures", "17", lambda: 2 * of_layer(1, 256, 256, 3, 1, 1)[0] / bottleneck(), 0),
    ("convnet-architectures", "12.8", lambda: np.empty((64, 224, 224), dtype=np.float32).nbytes / 1e6, 0),
    ("transfer-learning", ".39", lambda: transferred(LIKE, "from scratch", 5), 0.04),
    ("transfer-learning", ".51", lambda: transferred(LIKE, "frozen", 5), 0.04),
    ("transfer-learning", ".78", lambda: transferred(LIKE, "from scratch", 100), 0.03),
    ("transfer-learning", ".86", lambda: transferred(LIKE, "tuned", 100), 0.03),
    ("transfer-learning", ".52", lambda: transferred(UNLIKE, "frozen", 100), 0.04),
    ("transfer-learning", ".75", lambda: transferred(UNLIKE, "from scratch", 100), 0.04),
    ("transfer-learning", "40,980", lambda: of_heads(2048, 20)[0], 0),
    ("transfer-learning", "23.5", lambda: resnet()[0][0] / 1e6, 0),
    ("transfer-learning", "819", lambda: np.dtype("f4").itemsize * 2048 * 100_000 / 1e6, 0),
    ("transfer-learning", "90", lambda: passes_counted(1, 30, 1), 0),
    ("transfer-learning", "102", lambda: 4 * millions(resnet), 0),
    ("transfer-learning", "5.1", lambda: 50 * 4 * millions(resnet) / 1e3, 0),
    ("transfer-learning", "164", lambda: 4 * of_heads(2048, 20)[0] / 1e3, 0),
    ("transfer-learning", "110", lambda: 4 * millions(resnet) + 50 * 4 * of_heads(2048, 20)[0] / 1e6, 0),
    ("transfer-learning", "2.1", lambda: 100 * (of_layer(1, 768, 8, 1, 1, 0)[0] * 2) / 768**2, 0),
    ("transfer-learning", "4", lambda: 100 * 0.9**30, 0),
    ("object-tracking", ".31", lambda: most_likely_place(0, 2, 0, 2, 9, 1), 0),
    ("object-tracking", "2.77", lambda: 1 / (1 / 4 + 1 / 9), 0),
    ("object-tracking", "10", lambda: nearest_first([[1, 2], [2, 9]]), 0),
    ("object-tracking", "4", lambda: best_in_sum([[1, 2], [2, 9]]), 0),
    ("object-tracking", "0.8", lambda: 100 * 0.2**3, 0),
    ("object-tracking", ".99", lambda: 1 - 1 / 100, 0),
    ("object-tracking", ".50", lambda: by_the_assignment([[50, 50]], [100], [50, 50]), 0),
    ("object-tracking", "750", lambda: 25 * 30, 0),
    ("object-tracking", "250", lambda: 25 * 30 / 3, 0),
]
"""Topic, the number as its lesson shows it, how it comes out, and how far it may be off where it was simulated."""


@pytest.mark.parametrize(("topic", "shown", "compute", "off"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float], off: float) -> None:
    lesson = (FOLDER / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    decimals = len(shown.partition(".")[2])
    assert compute() == pytest.approx(float(shown.replace(",", "")), abs=max(off, 0.5001 / 10**decimals), rel=0)


def test_a_threshold_on_sureness_leaves_most_errors_to_what_was_never_seen() -> None:
    found = read_digits()
    assert found["spoiled"] > 5 * found["wrong"]
    assert found["unseen"] < found["known"] / 2


def test_only_a_mean_over_all_places_reads_digits_that_were_moved_by_two_pixels() -> None:
    pixels, parts, everywhere = pictures("convnet-architectures")["accuracies"]().values()
    assert pixels[0] > 0.9
    assert parts[0] > 0.95
    assert max(pixels[2], parts[2]) < 0.25
    assert everywhere[2] == pytest.approx(everywhere[0], abs=0.01)
    assert everywhere[0] > 0.88


def test_a_box_that_moves_by_half_its_width_overlaps_by_a_third_and_by_more_than_its_width_not_at_all() -> None:
    assert pixels_counted((0, 0, 40, 80), (20, 0, 60, 80)) == pytest.approx(1 / 3)
    assert pixels_counted((0, 0, 40, 80), (60, 0, 100, 80)) == 0


def test_prediction_helps_at_every_memory_but_none_and_too_long_a_memory_harms() -> None:
    drawn = pictures("object-tracking")
    last, predicted = (values.T for values in drawn["by_memory"]().values())
    assert (predicted[0] > last[0])[1:].all()
    assert (predicted[1] < last[1])[1:].all()
    for scores, changes in (last, predicted):
        assert scores.argmax() not in {0, len(scores) - 1}
        assert changes.argmin() not in {0, len(changes) - 1}


def test_frozen_features_lead_with_few_labels_tuned_ones_with_many_and_neither_where_tasks_are_unlike() -> None:
    few, many = (
        {way: transferred(LIKE, way, count) for way in ("from scratch", "frozen", "tuned")} for count in (5, 100)
    )
    assert max(few, key=lambda way: few[way]) == "frozen"
    assert max(many, key=lambda way: many[way]) == "tuned"
    assert transferred(UNLIKE, "frozen", 100) < transferred(UNLIKE, "from scratch", 100) - 0.1
