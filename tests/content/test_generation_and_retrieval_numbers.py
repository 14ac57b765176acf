"""The numbers that the lessons on diffusion, contrastive learning and RAG work out."""

import re
import runpy
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from tests.content.ways.contrastive import by_differences, by_halving, by_scikit_learn
from tests.content.ways.diffusion import step_by_step
from tests.content.ways.retrieval import by_cutting, by_laying_it_everywhere, cut

BREADTH = bundled() / "topics" / "breadth"
STEPS = 1000


def linear() -> NDArray[np.float64]:
    """The variances of DDPM."""
    return np.linspace(1e-4, 0.02, STEPS)


def variance_left() -> NDArray[np.float64]:
    """After each step, that of two numbers of variance one which lose their share in it."""
    data, left = np.array([-1.0, 1.0]), []
    for beta in linear():
        data = data * np.sqrt(1 - beta)
        left.append(data.var())
    return np.array(left)


def half_of_the_cosine() -> int:
    """The first step at which the cosine schedule has less than half, from its betas one by one."""
    angle = np.arccos(0) * (np.arange(STEPS + 1) / STEPS + 0.008) / 1.008
    betas = 1 - (np.cos(angle[1:]) / np.cos(angle[:-1])) ** 2
    return int(np.argmax(np.cumprod(1 - betas) < 0.5)) + 1


def settled(step: int) -> float:
    """The share of the picture's paths that are nearest, at this step, to the datum on which they end."""
    names = runpy.run_path(str(BREADTH / "diffusion-models" / "pictures.py"))
    paths, data = names["paths"](), np.array(names["DATA"])
    nearest = np.abs(paths[[STEPS - step, -1]][..., None] - data).argmin(axis=2)
    return float((nearest[0] == nearest[1]).mean())


WORKED: list[tuple[str, str, Callable[[], float]]] = [
    ("diffusion-models", "0.897", lambda: variance_left()[99]),
    ("diffusion-models", "0.787", lambda: step_by_step(list(map(Fraction, linear()[:100])), 1, Fraction(-1, 2))),
    ("diffusion-models", "260", lambda: int(np.argmax(variance_left() < 0.5)) + 1),
    ("diffusion-models", "497", half_of_the_cosine),
    ("diffusion-models", "48", lambda: np.zeros((512, 512, 3)).size / np.zeros((64, 64, 4)).size),
    ("contrastive-learning", "0.128", lambda: by_scikit_learn([0.8, 0.6, 0.1], 0.1)),
    ("contrastive-learning", "148", lambda: by_differences(0.6, 0.1, 0.1)),
    ("contrastive-learning", "1.65", lambda: by_differences(0.6, 0.1, 1)),
    ("contrastive-learning", "5.5", lambda: by_halving(256, 0) * np.log(2)),
    ("rag", "11", lambda: by_cutting(2000, 256, 64)),
    ("rag", "676", lambda: 20_000 * len(cut(2000, 256, 64)) * np.zeros(768, np.float32).nbytes / 1e6),
    ("rag", "0.77", lambda: by_laying_it_everywhere(60, 256, 0)),
    ("rag", "1", lambda: by_laying_it_everywhere(60, 256, 59)),
    ("rag", "0.74", lambda: float(np.average([0.9, 0.1], weights=[8, 2]))),
]
"""Topic, the number as its lesson shows it, and how it comes out."""


@pytest.mark.parametrize(("topic", "shown", "compute"), WORKED, ids=[f"{row[0]}-{row[1]}" for row in WORKED])
def test_the_numbers_that_a_lesson_works_out(topic: str, shown: str, compute: Callable[[], float]) -> None:
    lesson = (BREADTH / topic / "lesson.md").read_text("utf-8")
    assert re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d]|\.\d)", lesson), f"the lesson does not show {shown}"
    assert round(compute(), len(shown.partition(".")[2])) == float(shown)


def test_paths_of_the_picture_settle_between_steps_600_and_150() -> None:
    assert settled(150) > 0.9
    assert settled(600) < 0.6


def test_the_fused_search_of_the_picture_finds_more_than_either() -> None:
    recalls = runpy.run_path(str(BREADTH / "rag" / "pictures.py"))["found"]()
    for k in range(5, 51, 5):
        assert recalls["fused"][k - 1] > max(recalls["vectors"][k - 1], recalls["words"][k - 1])
