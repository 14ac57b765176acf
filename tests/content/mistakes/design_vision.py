"""Mistakes in image classification, convolutional networks, transfer learning and tracking."""

import math

from tests.content.mistakes import Mistake
from tests.content.ways.design_vision import by_the_assignment, seconds_of_work_in_a_second


def as_if_at_stride_1(layers: list[tuple[int, int]]) -> int:
    return 1 + sum(size - 1 for size, _ in layers)


def own_stride_too(layers: list[tuple[int, int]]) -> int:
    seen, step = 1, 1
    for size, stride in layers:
        step *= stride
        seen += (size - 1) * step
    return seen


Box = tuple[int, int, int, int]


def area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def common(first: Box, second: Box) -> int:
    return (min(first[2], second[2]) - max(first[0], second[0])) * (min(first[3], second[3]) - max(first[1], second[1]))


def without_prediction(place: int, variance: int, _: int, added: int, noise: int, measured: int) -> float:
    return place + (variance + added) / (variance + added + noise) * (measured - place)


def without_growth(place: int, variance: int, speed: int, _: int, noise: int, measured: int) -> float:
    return place + speed + variance / (variance + noise) * (measured - place - speed)


def exchanged(place: int, variance: int, speed: int, added: int, noise: int, measured: int) -> float:
    return place + speed + noise / (variance + added + noise) * (measured - place - speed)


def covered(shared: list[list[int]], objects: list[int], tracks: list[int]) -> float:
    return 2 * sum(map(sum, shared)) / (sum(objects) + sum(tracks))


def is_one_to_one(shared: list[list[int]], objects: list[int], tracks: list[int]) -> bool:
    return covered(shared, objects, tracks) - by_the_assignment(shared, objects, tracks) < 0.01


def recalled(shared: list[list[int]], objects: list[int], tracks: list[int]) -> float:
    return by_the_assignment(shared, objects, tracks) * (sum(objects) + sum(tracks)) / 2 / sum(objects)


def has_as_many_frames(_: list[list[int]], objects: list[int], tracks: list[int]) -> bool:
    return abs(sum(objects) - sum(tracks)) < 0.08 * sum(objects)


MISTAKES = (
    Mistake("image-classification/act-alone-from", "reviewers are right", lambda wrong, review, _: 1 - review / wrong),
    Mistake("image-classification/act-alone-from", "the costs' quotient", lambda wrong, review, _: review / wrong),
    Mistake("image-classification/act-alone-from", "reviewers' accuracy", lambda _, __, errors: 1 - errors / 1000),
    Mistake("image-classification/shares-put-back", "as it is", lambda said, _: said[0] / 100),
    Mistake("image-classification/shares-put-back", "the share", lambda _, live: live[0] / 100),
    Mistake("image-classification/shares-put-back", "not normalized", lambda said, live: said[0] * live[0] / 1e4),
    Mistake(
        "image-classification/gpus-at-the-peak",
        "a multiply-add is one operation",
        lambda *drawn: seconds_of_work_in_a_second(*drawn) / 2,
    ),
    Mistake(
        "image-classification/gpus-at-the-peak",
        "always busy",
        lambda *drawn: seconds_of_work_in_a_second(*drawn) * drawn[5] / 100,
    ),
    Mistake(
        "image-classification/gpus-at-the-peak",
        "as on paper",
        lambda *drawn: seconds_of_work_in_a_second(*drawn) * drawn[4] / 100,
    ),
    Mistake(
        "image-classification/gpus-at-the-peak",
        "the mean",
        lambda *drawn: seconds_of_work_in_a_second(*drawn) / drawn[1],
    ),
    Mistake("convnet-architectures/receptive-field", "strides ignored", as_if_at_stride_1),
    Mistake("convnet-architectures/receptive-field", "its own stride as well", own_stride_too),
    Mistake(
        "convnet-architectures/work-of-a-layer",
        "at every place of the input",
        lambda side, before, after, size, _: side**2 * size**2 * before * after / 1e6,
        lambda *drawn: drawn[4] == 1,
    ),
    Mistake(
        "convnet-architectures/work-of-a-layer",
        "weights",
        lambda _, before, after, size, __: size**2 * before * after / 1e6,
    ),
    Mistake(
        "convnet-architectures/work-of-a-layer",
        "one channel",
        lambda side, _, after, size, stride: (side / stride) ** 2 * size**2 * after / 1e6,
    ),
    Mistake("convnet-architectures/separable-filters", "the filter's size", lambda _, __, size: size**2),
    Mistake("convnet-architectures/separable-filters", "channels in, not out", lambda b, _, k: 1 / (1 / b + 1 / k**2)),
    Mistake("transfer-learning/passes-saved", "no backward pass", lambda _, epochs, copies: epochs / copies),
    Mistake(
        "transfer-learning/passes-saved",
        "one copy",
        lambda _, epochs, __: 3 * epochs,
        lambda *drawn: drawn[2] == 1,
    ),
    Mistake("transfer-learning/one-encoder-for-all", "one head", lambda _, k, d, w: 4 * (w + (d + 1) * k / 1e6)),
    Mistake("transfer-learning/one-encoder-for-all", "a copy each", lambda n, k, d, w: 4 * n * (w + (d + 1) * k / 1e6)),
    Mistake("transfer-learning/one-encoder-for-all", "bytes forgotten", lambda n, k, d, w: w + n * (d + 1) * k / 1e6),
    Mistake(
        "transfer-learning/batches-until-forgotten",
        "m and 1 - m exchanged",
        lambda new, left: math.floor(math.log(left) / math.log(new)) + 1,
    ),
    Mistake("transfer-learning/batches-until-forgotten", "in a line", lambda new, left: math.ceil((1 - left) / new)),
    Mistake("object-tracking/overlap", "over the first box", lambda first, second: common(first, second) / area(first)),
    Mistake(
        "object-tracking/overlap",
        "over the sum",
        lambda first, second: common(first, second) / (area(first) + area(second)),
    ),
    Mistake("object-tracking/one-step", "no prediction", without_prediction),
    Mistake("object-tracking/one-step", "motion adds nothing", without_growth, lambda *drawn: drawn[3] < 3),
    Mistake(
        "object-tracking/one-step",
        "gain and its rest exchanged",
        exchanged,
        lambda *drawn: abs(drawn[1] + drawn[3] - drawn[4]) < 2,
    ),
    Mistake("object-tracking/identities", "each frame of any track", covered, is_one_to_one),
    Mistake("object-tracking/identities", "over the frames of objects", recalled, has_as_many_frames),
)
